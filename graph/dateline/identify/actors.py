"""Actors: what is made of each cluster: a neutral name, a type, links, mentions in order."""

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.identify.clusters import Clusters
from dateline.identify.common import ends_office, is_aged, is_sides, is_so_many
from dateline.identify.found import Found
from dateline.identify.gazetteer import gazetteer
from dateline.identify.institutions import KINDS, institution, label
from dateline.identify.lexicon import nouns, titles, words
from dateline.identify.phrases import determiner, lemma, listed, preposition
from dateline.identify.sets import sets
from dateline.identify.shortened import is_one_of
from dateline.identify.text import Text, head_of
from dateline.identify.words import squeezed
from dateline.model import Actor, Mention, MentionKind
from dateline.tree import Tree

_NO_NAME = ("PUNCT", "PART", "DET", "NUM", "CCONJ", "SYM")
_PASSED = ("punct", "det", "nummod", "amod", "case", "nmod:poss", "advmod", "cc")  # deprels before a noun that end no name


def kept(text: Text, clusters: Clusters) -> list[int]:
    """The clusters worth an actor: named, filling a part, or spoken of more than once, and not open as to whom they mean."""
    found = [root for root, members in clusters.members.items() if _is_kept(text, clusters, members)]
    known = {root for root in found if not _is_open(clusters, root)} | set(_alone(text, clusters, found))
    return [root for root in found if root in known]


def _alone(text: Text, clusters: Clusters, found: Sequence[int]) -> Iterator[int]:
    """Those of whom it is open who they are, but without whom an event would tell of nobody, or nobody would say what is said."""
    at = {clusters.mentions[k].head: root for root in found for k in clusters.members[root]}
    sources = (head_of(text.tree, q.source.start, q.source.end) for q in text.document.attributions if q.source)
    yield from (at[head] for head in sources if head in at)
    for event in text.document.events:
        heads = (head_of(text.tree, role.start, role.end) for role in event.roles if role.event is None)
        who = [at[head] for head in heads if head in at]
        if all(_is_open(clusters, root) for root in who):
            yield from who


def _is_open(clusters: Clusters, root: int) -> bool:
    """Whether somebody without a name, of whom nothing else is said, may well be one spoken of before."""
    return root in clusters.open and len(clusters.members[root]) == 1


def _is_kept(text: Text, clusters: Clusters, members: list[int]) -> bool:
    mentions = [clusters.mentions[m] for m in members]
    if all(m.bound or _is_part(text, m) for m in mentions) or _is_set(text.tree, mentions[0]):
        return False
    if any(m.kind == "name" or m.role or m.entry for m in mentions):
        return True
    if len(mentions) == 1 and _is_said(text.tree, mentions[0]):
        return False
    return all(m.type not in (None, "thing") for m in mentions if m.kind != "pronoun")


def _is_set(tree: Tree, m: Found) -> bool:
    """Whether a mention means two who are named elsewhere, and nobody where they are not known."""
    return is_so_many(tree, m.head) or (m.unit is None and is_sides(tree, m.head))


def _is_said(tree: Tree, m: Found) -> bool:
    """Whether a noun only says what somebody is, of whom it is not known who that is: "as a senator", "this is a man"."""
    if m.kind != "nominal" or m.type not in ("person", "group") or determiner(tree, m.head) not in ("", "a", "an"):
        return False
    subject = tree.child(m.head, "nsubj") if tree.child(m.head, "cop") is not None and not m.plural else None
    pointed_at = subject is not None and tree.tokens[subject].upos == "PRON"
    return preposition(tree, m.head) == "as" or tree.is_(m.head, "xcomp") or pointed_at


def _is_part(text: Text, m: Found) -> bool:
    """Whether a word with a capital that nothing tells to be a name only belongs to the next one: "Presiding Judge Okoro"."""
    if m.unit is None or m.unit.label or m.unit.alias or m.role or m.type not in ("thing", None):
        return False
    titled = m.unit.length == 2 and text.tree.is_(m.head, "nmod:desc")  # "Navy SEAL Ana Silva"
    return titled or (m.unit.length == 1 and text.tree.is_(m.head, "compound", "amod", "nmod:desc", "flat"))


def make(
    text: Text, clusters: Clusters, several: Mapping[int, tuple[int, ...]]
) -> tuple[tuple[Actor, ...], dict[int, tuple[str, ...]]]:
    """All actors in order of their first mention, and {head word: actor ids}, several for `several` and for sets of two."""
    pairs = sets(text, clusters, several)
    made = []
    for root in (root for root in kept(text, clusters) if root not in pairs):
        members = [clusters.mentions[m] for m in clusters.members[root]]
        mentions = _mentions(text, members)
        if mentions:
            made.append((mentions[0].start, mentions[0].end, root, members, mentions))
    made.sort(key=lambda item: item[:3])
    actors: list[Actor] = []
    at: dict[int, tuple[str, ...]] = {}
    of: dict[int, str] = {}  # cluster -> actor id
    for number, (_, _, root, members, mentions) in enumerate(made, 1):
        actor = _actor(text, clusters, root, f"a{number}", members, mentions)
        actors.append(actor)
        of[root] = actor.id
        for m in members:
            if m.unit:
                for i in range(m.first, m.unit.stop):
                    if i >= m.unit.first or (text.tree.is_(i, "nmod:desc", "compound") and i not in text.at):
                        at.setdefault(i, (actor.id,))
            at[m.head] = (actor.id,)
    heads = {clusters.mentions[m].head: pair for root, pair in pairs.items() for m in clusters.members[root]}
    for head, mentions_of in {**heads, **several}.items():
        at[head] = tuple(dict.fromkeys(of[r] for m in mentions_of if (r := clusters.root(m)) in of))
    return tuple(actors), at


def _mentions(text: Text, members: list[Found]) -> tuple[Mention, ...]:
    """The mentions' spans, each once, in order of the text."""
    tokens = text.tree.tokens
    spans = {(tokens[m.first].start, tokens[m.last].end): _kind(m) for m in members}
    return tuple(Mention(start=start, end=end, kind=kind) for (start, end), kind in sorted(spans.items()))


def _kind(found: Found) -> MentionKind:
    """How a mention means its actor. An epithet or a nationality's adjective describes; only a name is an alias."""
    if institution(found):
        return "name"
    alias = found.unit.alias if found.unit else None
    common = alias is not None and any(word.islower() for word in alias.text.removeprefix("the ").split()[-1:])
    describes = alias is not None and (alias.loaded or common or alias.sense in ("epithet", "adjective"))
    return "nominal" if describes else found.kind


def _actor(text: Text, clusters: Clusters, root: int, id_: str, members: list[Found], mentions: tuple[Mention, ...]) -> Actor:
    entry = clusters.entry(root)
    type_ = clusters.type(root) or "thing"
    if entry:
        return Actor(
            id=id_,
            name=entry.name,
            type=type_,
            kind=entry.kind,
            same_as=entry.same_as,
            iso=entry.country if entry.type == "country" else None,
            latitude=entry.latitude,
            longitude=entry.longitude,
            mentions=mentions,
        )
    if body := next(filter(None, map(institution, members)), None):
        kind = KINDS.get(body[1].split()[-1], "government body")
        return Actor(id=id_, name=label(body), type="organization", kind=kind, mentions=mentions)
    bearing = sorted((m for m in members if m.unit), key=lambda m: m.first)
    own = [m.name for m in bearing if not (is_one_of(text.tree, m) or m.name[:1] == "@" or m.name.lower() in words("partisan"))]
    named = own or [m.name for m in bearing]
    if type_ == "person":
        named = [n for n in named if _is_like(n, named[0])]
    name = max(named, key=lambda n: _fullness(n, named)) if named else _common_name(text, members)
    subtype = next((m.subtype for m in members if m.subtype), None)
    name = tidy(name, titled=bool(named) and type_ == "person")  # "deputy finance minister" is all of a name
    return Actor(id=id_, name=_of_country(name, members) if named else name, type=type_, kind=subtype, mentions=mentions)


def _is_like(name: str, first: str) -> bool:
    """Whether a person's name shares a word with the one he is first named by, if that is of several: none that he only is
    "also known as"."""
    parts = {squeezed(part) for part in first.split()}
    return len(parts) < 2 or not parts.isdisjoint(squeezed(part) for part in name.split())


def _fullness(name: str, names: Sequence[str]) -> tuple[int, int, int, str]:
    """By how much a name is the fullest: the one of most words; of single words the one that is written most often."""
    many = len(name.split())
    return many, names.count(name) if many == 1 else 0, len(name), name


def _of_country(name: str, members: list[Found]) -> str:
    """A body's name, with its country where many countries have one so named: "High Court of Zambia"."""
    generic = all(p.lower() in nouns() or p.lower() in words("telling") | words("generic") for p in name.split())
    keys = {key for m in members for key in m.of if key.startswith("country:")}
    if not generic or len(keys) != 1:
        return name
    key = keys.pop()
    if name.lower().replace(" ", "_") in words("institution"):
        return label((key, name.lower()))
    return f"{name} of {gazetteer().entries[key].name}"


def tidy(name: str, *, titled: bool = True) -> str:
    """A name without line breaks, doubled spaces and, where people bear it, a title before it: "Justice Party" has none."""
    parts = name.strip("-–—'\"’‘“” ").split() or [name]
    while titled and len(parts) > 1 and parts[0].lower() in titles() and parts[1] != "of":
        parts.pop(0)  # the "Prince" of "Prince of Wales" stays
    return " ".join(parts)


def _common_name(text: Text, members: list[Found]) -> str:
    """A description without articles, figures and adjectives that judge: "Palestinian women", "foreign minister"."""
    best = max(members, key=lambda m: (m.kind == "nominal", len(m.modifiers) + len(m.of), -m.first))
    tree = text.tree
    core = best.core if best.core >= 0 else best.head
    if is_aged(tree, core):
        return "".join(t.text for t in tree.tokens[core - 4 : core + 1])
    chosen = [core, core + 1] if ends_office(tree, core + 1) else [core]
    for i in range(core - 1, best.first - 1, -1):
        if any(_tells(text, best, k) for k in _beside(tree, i, core)):
            chosen.append(i)
        elif _is_in_hyphens(tree, i) or not tree.is_(listed(tree, i), *_PASSED):
            break
    chosen = sorted(c for c in chosen if c >= core or tree.tokens[c].upos not in _NO_NAME)
    tokens = tree.tokens
    chosen = [c for c in chosen if not (c + 2 in chosen and tokens[c + 1].text == "-" and tokens[c].end == tokens[c + 1].start)]
    owners = {text.at[c].stop - 1 for c in chosen if c in text.at and tree.is_(c, "nmod:poss")}
    owners |= {c for c in chosen if c != core and _is_holder(text, c)}
    one = best.head != best.core and not best.plural  # "one of the police officers"
    said = {c: tree.tokens[c].lemma if one and c == core else _whole(tree, c, best.first) for c in chosen}
    called = "".join(word + ("'s" if c in owners else "") + _behind(text, c, chosen) for c, word in said.items())
    return f"{called} of {several}" if best.plural and (several := _several(text, core)) else called


def _tells(text: Text, m: Found, i: int) -> bool:
    """Whether a word before a noun belongs to the name that is made of them: a noun, a name, an adjective that tells which."""
    adjective = text.tree.is_(i, "amod") and (m.offices or text.tree.tokens[i].text.lower() in words("telling"))
    own = text.tree.is_(i, "compound") or i in text.at or _is_holder(text, i)
    return own or bool(adjective) or _is_capital(text.tree, i, m.head)


def _is_holder(text: Text, i: int) -> bool:
    """Whether a common noun says whose an office is: "the | prosecutor's | office"."""
    above = text.tree.head(i)
    noun = text.tree.is_(i, "nmod:poss") and text.tree.tokens[i].upos == "NOUN" and i not in text.at
    return noun and above is not None and lemma(text.tree, above) == "office"


def _is_capital(tree: Tree, i: int, head: int) -> bool:
    """Whether an adjective belongs to the name of a law or the like: "the | Affordable | Care Act"."""
    word = tree.tokens[i]
    great = word.text[:1].isupper() and tree.tokens[head].text[:1].isupper() and tree.tokens[head].upos == "PROPN"
    told = great and tree.is_(i, "amod") and i > tree.sentence(i).first
    return told and word.text.lower() not in words("epithet") and tree.tokens[head].text.lower() in words("happening")


def _beside(tree: Tree, i: int, core: int) -> list[int]:
    """A word before a noun, and all that "and" joins to it there: the list of "state and federal courts" is told whole or not."""
    first = listed(tree, i)
    members = [first, *(c for c in tree.children(first, "conj") if c < core)]
    return members if tree.is_(first, "amod", "compound") and i in members else [i]


def _is_in_hyphens(tree: Tree, i: int) -> bool:
    """Whether a word joins others to one, with hyphens around it: the "and" of "hit-and-run"."""
    return tree.is_(i, "cc") and i > 0 and tree.tokens[i - 1].text == "-"


def _behind(text: Text, c: int, chosen: Sequence[int]) -> str:
    """What stands between a word of a name and the next: a space, or what joins them: " and ", ", "."""
    behind = next((k for k in chosen if k > c), None)
    if behind is None:
        return ""
    tree, tokens = text.tree, text.tree.tokens
    between = range(c + 1, behind)
    joining = all(tree.is_(k, "cc") or tokens[k].text == "," for k in between)
    joined = joining and (tree.is_(behind, "conj") or any(tree.is_(k, "cc") for k in between))
    return re.sub(r"\s+", " ", text.document.text[tokens[c].end : tokens[behind].start]) if joined else " "


def _several(text: Text, core: int) -> str:
    """The states or bodies side by side of whose some are: "Kenya and Oman" for "the presidents of Kenya and Oman"."""
    tree = text.tree
    for c in tree.children(core, "nmod"):
        names = [text.at.get(i) for i in (c, *tree.children(c, "conj"))]
        units = [u for u in names if u is not None and u.label != "PERSON"]
        if preposition(tree, c) == "of" and len(units) == len(names) > 1:
            tokens = tree.tokens[units[0].first : units[-1].stop]
            return " ".join(text.document.text[tokens[0].start : tokens[-1].end].split())
    return ""


def _whole(tree: Tree, i: int, first: int) -> str:
    """A word with what hyphens join to its front: "blue-collar"."""
    tokens, begins = tree.tokens, i
    while begins - 2 >= first and tokens[begins - 1].text == "-" and tokens[begins - 2].end == tokens[begins].start - 1:
        begins -= 2
    return "".join(t.text for t in tokens[begins : i + 1])
