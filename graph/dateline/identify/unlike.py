"""Whom a description cannot mean, whatever else speaks for it: a body of another kind, who holds another office, another side."""

from collections.abc import Iterable, Mapping
from functools import cache

from dateline.identify.clusters import Clusters
from dateline.identify.folk import is_of_other_folk
from dateline.identify.found import Found
from dateline.identify.incumbents import ever_held
from dateline.identify.lexicon import callings, kind_nouns, nouns, opposites, words
from dateline.identify.phrases import lemma
from dateline.identify.ranks import is_of_other_rank
from dateline.identify.scene import Scene
from dateline.identify.sorts import is_of_other_sort
from dateline.resources import table
from dateline.tree import Tree


def is_unlike(scene: Scene, i: int, k: int) -> bool:
    """Whether a description cannot be said of whom another mention means."""
    tree, clusters, m = scene.tree, scene.clusters, scene.clusters.mentions[i]
    if _is_other_body(clusters, m.noun, k) or _is_other_kind(clusters, m.noun, k) or _is_in_another_office(clusters, i, k):
        return True  # "the army" is no ministry, "the union" no company, "the minister" no mayor
    if _is_untold_office(clusters, m, k):
        return True  # nor "the mayor" somebody of whom nothing tells an office
    if is_of_other_sort(clusters, m.noun, k):
        return True  # nor is "the village" the hotel
    if not _opens_on(scene, i, k) and is_of_other_folk(tree, clusters, m.noun, k):
        return True  # nor "the clerk" the driver
    if is_of_other_rank(tree, clusters, i, k) or _has_another_calling(tree, clusters, m.noun, k):
        return True
    if _is_of_another_trade(clusters, m, k):
        return True
    return m.noun == "party" and _is_of_other_side(tree, clusters, i, k)


def _opens_on(scene: Scene, i: int, k: int) -> bool:
    """Whether an article's first sentence speaks of one of whom only its heading did, who is often called otherwise there."""
    m, above = scene.clusters.mentions[i], all(scene.sentence(o.head) < scene.body for o in scene.clusters.of(k))
    return above and not m.plural and scene.sentence(m.head) == scene.body


def _is_other_body(clusters: Clusters, noun: str, k: int) -> bool:
    """Whether somebody is called something that a noun cannot be said of as well."""
    if noun in words("cabinet"):
        return clusters.kind(k) == "city"
    if clusters.type(k) in ("country", "place") and clusters.entry(k) is not None:
        return noun in words("distinct") - {"union"} or noun in words("institution")  # "the court" is no state's name
    own = {o.noun for o in clusters.of(k) if o.noun}
    if noun in words("institution") and clusters.type(k) == "organization" and clusters.entry(k) is None:
        own = {o.noun for o in clusters.names(k) if o.noun} or own & words("distinct")
        return bool(own) and noun not in own
    if noun in words("named_so") and any(clusters.names(k)) and clusters.kind(k) != "government body":
        return noun not in own and all(noun not in o.name.lower() for o in clusters.names(k))
    if noun == "union" and any(word in words("no_union") or _is_trade(word) for word in own):
        return True  # after "the regulator Ofwat", "the union"
    if noun == "party" and any(o.noun in words("gathering") for o in clusters.names(k)):
        return True
    other = own & words("distinct")
    return noun in words("distinct") and bool(other) and noun not in other


def _is_trade(noun: str) -> bool:
    """Whether a noun is said of companies alone."""
    known = nouns().get(noun)
    return known is not None and known.kind == "company"


def _is_of_another_trade(clusters: Clusters, m: Found, k: int) -> bool:
    """Whether of two without a name one is called by his trade, the other by what he is to another: "the supplier"."""
    own = {o.noun for o in clusters.of(k) if o.noun}
    if any(clusters.names(k)) or m.noun in own or not (own and all(_tells_trade(noun) for noun in (m.noun, *own))):
        return False
    return (m.noun in words("dealing")) != any(noun in words("dealing") for noun in own)


def _tells_trade(noun: str) -> bool:
    """Whether a noun tells what a company does."""
    return _is_trade(noun) and noun not in words("any_body") | words("firm_nouns") | words("part")


def _is_in_another_office(clusters: Clusters, i: int, k: int) -> bool:
    """Whether a description is of an office that nobody holds together with another's: "the minister" is no mayor."""
    m, entry = clusters.mentions[i], clusters.entry(k)
    own, others = _ranks(m.offices), [_ranks(o.offices) for o in clusters.of(k)]
    if not own or any(not own.isdisjoint(other) for other in others):
        return False
    over = not m.modifiers.isdisjoint(words("past") | words("to_come"))
    if entry is not None and entry.type == "person" and (over or own <= words("local")):
        return own.isdisjoint(_ranks(ever_held(entry)))  # the gazetteers know "the former minister" to have been one
    return not over and any(_ranks(o.offices) for o in clusters.of(k) if o.modifiers.isdisjoint(words("past") | words("to_come")))


def _is_untold_office(clusters: Clusters, m: Found, k: int) -> bool:
    """Whether a bare noun is of an office that one holds alone, and of somebody named no office is told or known."""
    entry, own = clusters.entry(k), {office.replace(" ", "_") for office in m.offices} & words("sole")
    if not own or m.modifiers or m.of or not m.definite or not any(clusters.names(k)) or clusters.type(k) != "person":
        return False
    return not any(o.offices for o in clusters.of(k)) and (entry is None or not ever_held(entry))


def _ranks(offices: frozenset[str]) -> frozenset[str]:
    """Those of several offices that nobody holds together; each kind of minister is a minister."""
    ranks = {office if office == "prime minister" else office.split()[-1] for office in offices}
    return frozenset(rank for rank in ranks if rank.replace(" ", "_") in words("exclusive"))


def _has_another_calling(tree: Tree, clusters: Clusters, noun: str, k: int) -> bool:
    """Whether somebody is called what nobody is who is called by a noun: a "bishop" is no imam."""
    own = callings().get(noun)
    said = {callings().get(lemma(tree, w)) for o in clusters.of(k) for w in range(o.first, o.last + 1)} if own else set()
    return bool(said - {None}) and own not in said


def _is_of_other_side(tree: Tree, clusters: Clusters, i: int, k: int) -> bool:
    """Whether one party is said to rule and another to oppose: "the opposition Liberal Party", "the ruling party"."""
    own, others = _before(tree, clusters.mentions[i]), {word for o in clusters.of(k) for word in _before(tree, o)}
    return any(frozenset((a, b)) in opposites() for a in own for b in others)


def _before(tree: Tree, m: Found) -> list[str]:
    """The words of a phrase before its head."""
    return [tree.tokens[w].text.lower() for w in range(m.first, m.head)]


def _is_other_kind(clusters: Clusters, noun: str, k: int) -> bool:
    """Whether a body or storm is of a kind, or a company of a trade, that a noun is not said of: after "Google", "the bank"."""
    if clusters.kind(k) == "storm":
        return noun not in kind_nouns()["storm"]
    if clusters.type(k) != "organization":
        return False
    entry, names = clusters.entry(k), [o.name.lower().split() for o in clusters.names(k)]
    own = {o.noun for o in clusters.of(k)} | {word for parts in names for word in parts}
    if noun in words("executive") and noun not in own and not own.isdisjoint(words("legislature")):
        return True  # after "Congress", "the agency"
    if noun not in _telling():
        return False
    if noun in own or noun in trades_in(own):
        return False
    if noun in _trade_nouns() and entry is not None and entry.kind == "company":
        return noun not in _trades().get(entry.name, ())
    industrial = any(parts and parts[-1] in words("industry") for parts in names)  # "Delmar Energy"
    if noun in _trade_nouns() and entry is None and industrial:
        return True
    kind = entry.kind if entry is not None else "company" if industrial else clusters.kind(k)
    return kind in kind_nouns() and noun not in kind_nouns()[kind]


def trades_in(parts: Iterable[str]) -> set[str]:
    """The nouns for what a company does that words in its name tell: "the airline" of "Fiji Airways"."""
    told = set(parts)
    return {row.split("=")[0] for row in words("trade") if not told.isdisjoint(row.split("="))}


@cache
def _telling() -> frozenset[str]:
    """The nouns that tell of what kind a body is: those that some kinds of bodies are called by, and not all."""
    listed = {
        noun for kind, nouns in kind_nouns().items() if kind not in ("unknown", "product", "vessel", "storm") for noun in nouns
    }
    return frozenset(listed | words("distinct")) - words("any_body")


@cache
def _trades() -> Mapping[str, frozenset[str]]:
    """{a company in company-nouns.tsv: the nouns that say what it does}."""
    found: dict[str, set[str]] = {}
    for row in table("seeds", "gazetteers", "company-nouns.tsv"):
        for name in row["companies"].split("|"):
            found.setdefault(name, set()).add(row["noun"])
    return {name: frozenset(nouns) for name, nouns in found.items()}


@cache
def _trade_nouns() -> frozenset[str]:
    return frozenset().union(*_trades().values())
