"""Identifying: who and what an article speaks of, each once, with every place where it does so.

    words, lexicon, gazetteer           how names are compared; what nouns and titles mean; what is known of the world
    known, edges, quoted, nicknames, causes, names,
    phrases, text                       which words are names, and what is known of their bearers
    describe, peoples, capitals, firms, bearers,
    contests, named, setting, senses, common,
    mentions                            where the text names or describes somebody, and what it tells of him
    clusters, together, sieve, shortened,
    besides, predicates, ranks,
    descriptions, sorts, partisans,
    harmed, forces                      which mentions mean the same, rule by rule
    points, chains                      all mentions of an article, read at once: how likely each takes up each before it
    scene, likeness, antecedents,
    newcomers, persons                  what is told of those whom a description or pronoun may mean, weighed
    third, towards, turns, speakers,
    pronouns, relatives, sets, kin      whom pronouns mean, "we" and "who" too, "the two companies", and "his father"
    overall                             whom else somebody all but surely means, by what is thought of the whole text
    actors                              the neutral name, type and links of each

Beside them `cities` and `given_names` are commands for developers, which write the generated files of `seeds/gazetteers`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.identify.actors import make
from dateline.identify.kin import owned
from dateline.identify.lexicon import words
from dateline.identify.mentions import find
from dateline.identify.overall import joined
from dateline.identify.phrases import lemma, preposition
from dateline.identify.predicates import of_pronouns
from dateline.identify.pronouns import resolve
from dateline.identify.shortened import names_by_pronouns
from dateline.identify.sieve import join
from dateline.identify.text import head_of, read
from dateline.model import Attribution, Document, Event, Role
from dateline.tree import Tree

__all__ = ["identify"]

_COUNTS = 3  # words that count, one behind the "of" of the other, before who is counted


def identify(documents: Iterable[Document]) -> Iterator[Document]:
    """Fill in the actors, and in every role and source the actor meant."""
    for document in documents:
        text = read(document)
        clusters = join(text, find(text))
        several = resolve(text, clusters)
        of_pronouns(text, clusters)
        owned(text, clusters)
        names_by_pronouns(clusters)
        joined(text, clusters)
        actors, at = make(text, clusters, several)
        yield replace(
            document,
            actors=actors,
            events=tuple(_cast(e, text.tree, at) for e in document.events),
            attributions=tuple(_sourced(q, text.tree, at) for q in document.attributions),
        )


def _at(tree: Tree, start: int, end: int, at: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The actors that a stretch of text means: those of its head word, several for "both men"."""
    head = head_of(tree, start, end)
    if head is None or head in at:
        return () if head is None else at[head]
    named = next((c for c in tree.children(head, "appos") if c in at), None)
    if named is not None:
        return at[named]  # "one of them, | Ana Silva |, said"
    is_number = tree.tokens[head].upos == "NUM" and lemma(tree, head) not in ("one", "1")
    if not is_number and lemma(tree, head) not in (words("vague") - {"one"}) | {"both", "neither"}:  # "one of them" is not they
        return ()
    whole = _whole(tree, head, at)
    if whole or is_number:
        return whole if len(whole) == 1 or not is_number else ()  # two of three who are named may be any
    parts = [c for c in tree.children(head, "nmod") if preposition(tree, c) == "of" and tree.tokens[c].upos in ("NOUN", "PROPN")]
    if any(lemma(tree, c) not in words("vague") for c in parts):
        return ()  # "some of its | limits | on trade with Cuba"
    # "tens of thousands residents", "most of them": the number is the head, whoever is counted stands last
    counted = (i for i in reversed(tree.within(start, end)) if tree.tokens[i].upos == "NOUN" or tree.tokens[i].deprel == "nmod")
    return next((at[i] for i in counted if i in at), ())


def _whole(tree: Tree, head: int, at: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The actors of whom a number or the like tells a part: "two of its | nationals |", "tens of thousands of | residents |"."""
    for _ in range(_COUNTS):
        parts = [c for c in tree.children(head, "nmod") if preposition(tree, c) == "of"]
        below = next((c for c in parts if c in at), next(iter(parts), None))
        if below is None or below in at:
            return () if below is None else at[below]
        head = below
    return ()


def _cast(event: Event, tree: Tree, at: dict[int, tuple[str, ...]]) -> Event:
    """An event with its roles' actors, a part that several fill once for each: "two firms, A and B, merged" tells of A and B."""
    meant = [(role, () if role.event else _at(tree, role.start, role.end, at)) for role in event.roles]
    alone = {(role.role, actors[0]) for role, actors in meant if len(actors) == 1}
    roles: list[Role] = []
    for role, actors in meant:
        left = [actor for actor in actors if len(actors) == 1 or (role.role, actor) not in alone]
        roles += [replace(role, actor=actor) for actor in left] or ([] if actors else [role])
    return replace(event, roles=tuple(roles))


def _sourced(attribution: Attribution, tree: Tree, at: dict[int, tuple[str, ...]]) -> Attribution:
    """An attribution with its source's actor."""
    source = attribution.source
    if source is None:
        return attribution
    meant = _at(tree, source.start, source.end, at)
    return replace(attribution, source=replace(source, actor=meant[0] if len(meant) == 1 else None))
