"""Descriptions: whom "the government", "the foreign minister" and "the company" mean.

These rules of the sieve come after those for names. A description is taken for somebody named only where one such is spoken of;
otherwise it stands for an actor of its own.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.identify.clusters import Clusters
from dateline.identify.common import is_aged, is_so_many
from dateline.identify.found import Found, is_of_other_sides
from dateline.identify.gazetteer import gazetteer
from dateline.identify.incumbents import is_held_by_another
from dateline.identify.institutions import institution
from dateline.identify.lexicon import kind_nouns, nouns, words
from dateline.identify.phrases import determiner, lemma, number, preposition, set_off
from dateline.identify.ranks import is_of_other_rank, is_of_other_turn
from dateline.identify.text import Text
from dateline.tree import Tree

NEAR = 6  # sentences between a bare noun and the name that it takes up
FAR_MORE = 3  # times as often as the next an article speaks of whom it is about
WITHIN = 8  # mentions of the same noun or type that are looked at
_BESIDE = {"place": "organization", "organization": "place"}  # "the hospital" is a house and a body
_TAKEN_UP = ("organization", "country", "place", "thing")


def states(text: Text, clusters: Clusters) -> None:
    """A country's government is the country, and its people one group."""
    entries = gazetteer().entries
    at = clusters.by_entry()
    for i, m in enumerate(list(clusters.mentions)):
        if m.unit or len(m.of) != 1 or m.counted or _is_of_several(text.tree, m.head):
            continue
        (country,) = m.of
        known = entries.get(country)
        if known and known.capital and m.noun in ("government", "regime") and not known.name.endswith(" City"):
            country = f"country:{known.country}"  # "the Nairobi government"
        if not country.startswith("country:"):
            continue
        plain = not m.modifiers - words("epithet")
        behind = {preposition(text.tree, c) for c in text.tree.children(m.head, "nmod")}
        if m.noun == "leadership" and not behind.isdisjoint(("in", "on")):
            continue  # "America's leadership on trade" is none of its bodies
        powers = m.plural and m.noun == "authority" and determiner(text.tree, m.head) == ""  # "Kenyan authorities"
        state = m.noun in words("government") and (m.definite or powers or text.tree.is_(m.head, "compound"))
        if plain and (state or (m.noun in words("native_land") and m.definite and m.head == m.core)):
            clusters.enter(i, entries[country], at)
        elif m.noun in words("nation") and plain and determiner(text.tree, m.head) in ("the", ""):
            people = entries.get(country.replace("country:", "people:"))
            if people and not (m.plural and m.noun == "citizen" and not m.definite):
                clusters.enter(i, people, at)


def _is_of_several(tree: Tree, i: int) -> bool:
    """Whether a noun is of more than one: "the governments of Britain and Ireland"."""
    return any(tree.children(c, "conj") for c in tree.children(i, "nmod", "nmod:poss"))


def countries(text: Text, clusters: Clusters) -> None:
    """ "The country" and "the government" are of the one country that an article is about, be it only by an adjective; "the
    country" of who speaks of it in office, too."""
    spoken = list(_of_countries(text, clusters))
    _of_recipients(text, clusters)
    _of_speakers(text, clusters, spoken)
    ranked = Counter(of for _, of in spoken).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < FAR_MORE * ranked[1][1]):
        return
    (code, often), at = ranked[0], clusters.by_entry()
    number = {sentence.first: n for n, sentence in enumerate(text.tree.sentences)}
    there = [(i, number[text.tree.sentence(i).first]) for i, of in spoken if of == code]
    for i, m in enumerate(list(clusters.mentions)):
        noun = m.noun in words("home") or (m.noun == "government" and often > 1)
        if not noun or not _is_bare(text.tree, m) or len(clusters.members[clusters.root(i)]) != 1:
            continue
        here = number[text.tree.sentence(m.head).first]
        near = any(first < m.head and here - n <= NEAR for first, n in there)
        last = max(((first, of) for first, of in spoken if first < m.head), default=(0, code))
        just = last[1] != code and here - number[text.tree.sentence(last[0]).first] <= 1  # another was just spoken of
        if (
            near
            and not (just and m.noun in words("home"))
            and not _is_done_to_by(text.tree, clusters, i, at.get(f"country:{code}"))
        ):
            clusters.enter(i, gazetteer().entries[f"country:{code}"], at)


def _is_done_to_by(tree: Tree, clusters: Clusters, i: int, country: int | None) -> bool:
    """Whether a country does to what a noun means what nobody does to himself: "Kenya invaded the country"."""
    head = clusters.mentions[i].head
    done = tree.is_(head, "obj") and tree.tokens[tree.tokens[head].head].lemma in words("upon_others")
    return done and country is not None and clusters.is_apart(country, head)


def _of_recipients(text: Text, clusters: Clusters) -> None:
    """ "The country" for which something is given to a country is that one: "lent money to Peru to rebuild the country"."""
    tree, at, heads = text.tree, clusters.by_entry(), clusters.by_word()
    for i, m in enumerate(list(clusters.mentions)):
        if m.noun not in words("home") or not _is_bare(tree, m) or len(clusters.members[clusters.root(i)]) != 1:
            continue
        for aim in tree.ancestors(m.head):
            given = tree.head(aim) if tree.is_(aim, "advcl", "acl", "xcomp") and tree.child(aim, "mark") is not None else None
            while given is not None and tree.tokens[given].upos != "VERB" and tree.is_(given, "obj", "obl", "nmod"):
                given = tree.head(given)
            if given is None or lemma(tree, given) not in words("giving"):
                continue
            to = [c for c in _recipients(tree, given) if c in heads and c < aim]
            known = {e.key for c in to if (e := clusters.entry(heads[c])) is not None and e.type == "country"}
            if len(known) == 1:
                clusters.enter(i, gazetteer().entries[known.pop()], at)
            break


def _recipients(tree: Tree, verb: int) -> list[int]:
    """To whom a verb says that something is given or sent."""
    given = tree.children(verb, "obj")
    behind = [*tree.children(verb, "obl"), *(c for k in given for c in tree.children(k, "nmod"))]
    return [*tree.children(verb, "iobj"), *(c for c in behind if preposition(tree, c) in ("to", "into"))]


def _of_speakers(text: Text, clusters: Clusters, spoken: Sequence[tuple[int, str]]) -> None:
    """ "The country" of which one in office speaks is his own, unless another was spoken of not long ago: he may be abroad."""
    tree, at, heads = text.tree, clusters.by_entry(), clusters.by_word()
    number = {sentence.first: n for n, sentence in enumerate(tree.sentences)}
    for i, m in enumerate(list(clusters.mentions)):
        if m.noun not in words("home") or not _is_bare(tree, m) or len(clusters.members[clusters.root(i)]) != 1:
            continue
        speakers = [c for verb in tree.ancestors(m.head) for c in tree.children(verb, "nsubj") if c in heads and c < m.head]
        own = next((code for c in speakers if (code := _serves(clusters, heads[c]))), None)
        here = number[tree.sentence(m.head).first]
        near = {code for first, code in spoken if first < m.head and here - number[tree.sentence(first).first] <= NEAR}
        if own is not None and near <= {own}:
            clusters.enter(i, gazetteer().entries[f"country:{own}"], at)


def _serves(clusters: Clusters, i: int) -> str | None:
    """The code of the one country in whose service somebody is told, or known, to stand."""
    if clusters.type(i) != "person":
        return None
    entry = clusters.entry(i)
    told = {key for o in clusters.of(i) if o.offices for key in o.of if key.startswith("country:")}
    codes = {key.partition(":")[2] for key in told}
    if not codes and entry is not None:
        return entry.country
    return codes.pop() if len(codes) == 1 else None


def _is_bare(tree: Tree, m: Found) -> bool:
    """Whether a noun stands with "the" or "this" alone, and no clause tells which is meant."""
    some = m.counted and (m.head == m.core or m.noun not in words("home"))  # "parts of the country" are no other country
    more = m.unit or m.plural or m.owned or m.of or m.modifiers or some or tree.is_(m.head, "compound")
    return not more and determiner(tree, m.core) in ("the", "this") and not is_told_apart(tree, m.core)


def _of_countries(text: Text, clusters: Clusters) -> Iterator[tuple[int, str]]:
    """The names that tell of a country, or of somewhere or of a people in it: the first word and the country's code."""
    heads = clusters.by_word()
    for unit in text.units:
        known = clusters.entry(heads[unit.first]) if unit.first in heads else unit.alias.entry if unit.alias else None
        if known is not None and known.country and known.type in ("country", "place", "group"):
            yield unit.first, known.country


def regions(text: Text, clusters: Clusters) -> None:
    """ "The state" is the one state that an article about a federation names; so is "his state"."""
    spoken = Counter(of for _, of in _of_countries(text, clusters))
    most = max(spoken.values(), default=0)
    known = [e for i, m in enumerate(clusters.mentions) if m.unit and (e := clusters.entry(i)) is not None]
    named = Counter(
        e.key for e in known if e.kind == "region" and e.country is not None and e.country.lower() in words("federation")
    )
    ranked, at = named.most_common(2), clusters.by_entry()
    if not ranked or (len(ranked) > 1 and ranked[0][1] < FAR_MORE * ranked[1][1]):
        return
    entry = gazetteer().entries[ranked[0][0]]
    if entry.country is None or spoken[entry.country] < most:
        return
    for i, m in enumerate(list(clusters.mentions)):
        own = m.owner in ("his", "her", "our") and not m.plural and not m.modifiers
        if m.noun == "state" and clusters.entry(i) is None and (own or _is_bare(text.tree, m)):
            clusters.enter(i, entry, at)


def capitals(_: Text, clusters: Clusters) -> None:
    """ "The Kenyan capital" is the one that the article names."""
    named = {e.country: i for i, m in enumerate(clusters.mentions) if (e := m.entry) and e.capital and m.type == "place"}
    for i, m in enumerate(clusters.mentions):
        countries = [k.partition(":")[2] for k in m.of if k.startswith("country:")]
        if m.unit is None and m.noun == "capital" and len(countries) == 1 and countries[0] in named:
            clusters.merge(named[countries[0]], i)


def described(text: Text, clusters: Clusters) -> None:
    """A description by office means the one person known by that office of that body, introduced before it or after."""
    known_as: dict[tuple[str, str], list[int]] = {}
    leading: dict[str, list[int]] = {}
    in_office = [i for i, m in enumerate(clusters.mentions) if m.offices and not is_to_come(m)]
    people = [i for i in in_office if clusters.type(i) in ("person", None)]
    for i in sorted(people, key=lambda i: (not clusters.mentions[i].unit, i)):
        m = clusters.mentions[i]
        if not m.unit and m.definite:
            _resolve(text, clusters, i, known_as, leading)
        if m.unit or m.definite:
            for office in m.offices:
                for body in m.of or {""}:
                    known_as.setdefault((office, body), []).append(i)
                if m.of:
                    known_as.setdefault((office, "any"), []).append(i)
            for body in m.of if m.leads else ():
                leading.setdefault(body, []).append(i)


def _resolve(
    text: Text, clusters: Clusters, i: int, known_as: dict[tuple[str, str], list[int]], leading: dict[str, list[int]]
) -> None:
    """Join a description to whom it means: one of the same office and body; for a head, the one head of the body; without a body,
    the last of that office spoken of before."""
    m = clusters.mentions[i]
    offices, bodies = sorted(m.offices), sorted(m.of)
    if bodies:
        exact = [k for office in offices for body in bodies for k in known_as.get((office, body), ())]
        if not exact and all(body.startswith("country:") for body in bodies):
            # "Kenya's trade minister" may be the "Trade Minister" of whom no country was told
            untold = [k for office in offices for k in known_as.get((office, ""), ()) if clusters.mentions[k].unit]
            exact = [k for k in untold if clusters.entry(k) is None and not is_held_by_another(text, clusters, i, k)]
        for options in (exact, [k for body in bodies for k in leading.get(body, ())] if m.leads else []):
            roots = {clusters.root(k) for k in options if _may_hold(text.tree, clusters, i, k)}
            if len(roots) == 1:
                clusters.merge(roots.pop(), i)
                return
    elif not m.owned:
        before = [k for office in offices for body in ("any", "") for k in known_as.get((office, body), ()) if k < i]
        own = [k for k in before if m.parties <= clusters.parties(k)]  # "the Democratic nominee" is called a Democrat elsewhere
        nearest = next((k for k in sorted(own, reverse=True) if _may_hold(text.tree, clusters, i, k)), None)
        if nearest is not None:
            clusters.merge(nearest, i)


def _may_hold(tree: Tree, clusters: Clusters, i: int, k: int) -> bool:
    """Whether a description of an office may be of somebody."""
    if any(is_of_other_turn(clusters.mentions[i], o) for o in clusters.of(k)):
        return False
    return clusters.compatible(k, i) and not is_of_other_rank(tree, clusters, i, k) and _is_called_so(tree, clusters, i, k)


def _is_called_so(tree: Tree, clusters: Clusters, i: int, k: int) -> bool:
    """Whether a calling is told of somebody by the same word, or a broad one: "the cleric" of an imam, not "the rabbi"."""
    m = clusters.mentions[i]
    if any(office.replace(" ", "_") not in words("calling_of_many") for office in m.offices) or m.noun in m.offices:
        return True
    said = {lemma(tree, w) for o in clusters.of(k) for w in range(o.first, o.last + 1)}
    return m.noun in said or not m.offices.isdisjoint(said)


def is_to_come(m: Found) -> bool:
    """Whether a description is of one who is not yet what it says: "the next mayor"."""
    return not m.modifiers.isdisjoint(words("to_come"))


def children(text: Text, clusters: Clusters) -> None:
    """ "The boy" is the one boy whom the article names with his age, or with his parents."""
    heads = clusters.by_word()
    parents = [m.head for m in clusters.mentions if m.noun in words("parent") | words("grandparent")]
    owners = [heads[c] for head in parents for c in text.tree.children(head, "nmod:poss") if c in heads]
    named = [i for i, m in enumerate(clusters.mentions) if m.young] + [i for i in owners if clusters.mentions[i].unit]
    for i, m in enumerate(clusters.mentions):
        if m.unit or m.plural or m.owned or m.of or m.modifiers or not m.definite or m.noun not in words("child"):
            continue
        found = {clusters.root(k) for k in named if min(clusters.members[clusters.root(k)]) < i and clusters.compatible(k, i)}
        if len(found) == 1:
            clusters.merge(found.pop(), i)


def aged(text: Text, clusters: Clusters) -> None:
    """ "The 38-year-old" is the one to whose name the article adds that age, or the only one named before."""
    tokens = text.tree.tokens
    of_age: dict[str, set[int]] = {}
    first: dict[int, int] = {}  # cluster of somebody named -> where he is first spoken of
    known: set[int] = set()  # those of whom an office or an age is told
    for i, m in enumerate(clusters.mentions):
        if m.unit and clusters.type(i) == "person":
            root = clusters.root(i)
            first.setdefault(root, m.head)
            for years in age(text.tree, m):
                of_age.setdefault(years, set()).add(root)
                known.add(root)
            if m.offices:
                known.add(root)
    order = sorted((head, root) for root, head in first.items())
    for i, m in enumerate(clusters.mentions):
        if m.unit or m.plural or not m.definite or not is_aged(text.tree, m.head):
            continue
        found = of_age.get(tokens[m.head - 4].text, set())
        alone = [root for head, root in order[:2] if head < m.head]
        if not found and len(alone) == 1 and alone[0] not in known:
            found = set(alone)
        if len(found) == 1:
            clusters.merge(min(found), i)


def age(tree: Tree, m: Found) -> tuple[str, ...]:
    """The figures between commas behind a name: "Silva, 38,"."""
    behind = tree.tokens[m.unit.stop : m.unit.stop + 2] if m.unit else ()
    return (behind[1].text,) if len(behind) == 2 and behind[0].text == "," and behind[1].text.isdigit() else ()


def counted(text: Text, clusters: Clusters) -> None:
    """ "The two embassies" are those of "two U.S. embassies" before, and "a number of nurses" the nurses."""
    before: dict[tuple[str, str], int] = {}
    so_many: dict[str, int] = {}
    heads = clusters.by_word()
    for i, m in enumerate(clusters.mentions):
        within = heads.get(m.core) if m.core not in (-1, m.head) else None
        if within is not None and not clusters.mentions[within].definite and lemma(text.tree, m.head) not in words("share"):
            clusters.merge(i, within)
        few = lemma(text.tree, m.head) if is_so_many(text.tree, m.head) else ""
        first = so_many.get("two" if few in ("both", "neither") else few)
        if first is not None and (few in so_many or _is_near(text.tree, clusters, first, i)):
            clusters.merge(first, i)  # "four men ... The four", "two men ... Both"
        many = number(text.tree, m.core) if m.plural and m.core >= 0 else ""
        if m.unit or not many or not m.noun:
            continue
        so_many[many] = i
        key = (m.noun, many)
        first = before.get(key)
        if m.definite and first is not None and _may_share_owner(m, clusters.mentions[first]):
            clusters.merge(first, i)
        before[key] = i


def _is_near(tree: Tree, clusters: Clusters, first: int, i: int) -> bool:
    """Whether some are spoken of in the sentence of a word for them or in the one before, and not two by name in between."""
    one, here = clusters.mentions[first].head, tree.sentence(clusters.mentions[i].head).first
    between = [m for m in clusters.mentions[first + 1 : i] if m.unit]
    return one >= tree.sentence(max(here - 1, 0)).first and len(between) < 2


def nominals(text: Text, clusters: Clusters) -> None:
    """A definite noun means what the same noun, or a name of its kind, meant shortly before."""
    described = Described(text.tree, clusters)
    for i in range(len(clusters.mentions)):
        if i == min(clusters.members[clusters.root(i)]) and not any(clusters.names(i)):
            described.take_up(i)
        described.enter(i)


class Described:
    """The nouns and names that an article has used so far, and whom a definite noun means by them."""

    def __init__(self, tree: Tree, clusters: Clusters) -> None:
        self.tree, self.clusters = tree, clusters
        self._number = {s.first: n for n, s in enumerate(tree.sentences)}
        self._at = _by_sentence(tree, clusters)
        self._nouns: dict[str, list[tuple[int, int]]] = {}
        self._names: dict[str, list[tuple[int, int]]] = {}  # type -> (sentence, mention)

    def enter(self, i: int) -> None:
        """A mention has been read."""
        m = self.clusters.mentions[i]
        if not m.unit:
            self._nouns.setdefault(m.noun, []).append((self._here(m), i))
        elif kind := self.clusters.type(i):
            self._names.setdefault(kind, []).append((self._here(m), i))

    def _here(self, m: Found) -> int:
        return self._number[self.tree.sentence(m.head).first]

    def _tells(self, m: Found) -> bool:
        """Whether a mention is a noun that takes up something known."""
        return not m.unit and m.definite and not m.counted and not is_told_apart(self.tree, m.core)

    def take_up(self, i: int) -> None:
        """Join a noun to whom it means."""
        m, clusters = self.clusters.mentions[i], self.clusters
        if self._tells(m):
            _take_up(self.tree, clusters, i, self._same(m), self._near(m), self._at)
            if (m.modifiers or m.of) and len(clusters.members[clusters.root(i)]) == 1:
                only = self._only(i)
                if only is not None:
                    clusters.merge(only, i)

    def means(self, i: int) -> dict[int, frozenset[str]]:
        """{cluster: the rules by which a noun should mean it}: the same noun, a name of its kind, the only one it fits."""
        m, clusters = self.clusters.mentions[i], self.clusters
        if not self._tells(m):
            return {}
        rules = {
            "noun": _same_noun(clusters, i, self._same(m)),
            "kind": _of_kind(self.tree, clusters, i, self._near(m), self._at),
            "only": self._only(i) if m.modifiers or m.of else None,
        }
        roots = {rule: clusters.root(k) for rule, k in rules.items() if k is not None and clusters.compatible(k, i)}
        return {root: frozenset(rule for rule, other in roots.items() if other == root) for root in roots.values()}

    def _same(self, m: Found) -> list[int]:
        """The latest mentions by the same noun."""
        here, clusters = self._here(m), self.clusters
        before = self._nouns.get(m.noun, [])[-WITHIN:]
        return [k for n, k in before if here - n <= NEAR or not _narrows(m, clusters.mentions[k])]

    def _near(self, m: Found) -> list[int]:
        """The latest names of a noun's type, and of the one beside it that have the noun in them."""
        here = self._here(m)
        near = [k for n, k in self._names.get(m.type or "", [])[-WITHIN:] if here - n <= NEAR]
        beside = self._names.get(_BESIDE.get(m.type or "", ""), [])[-WITHIN:]
        return near + [k for n, k in beside if here - n <= NEAR and _is_named(m.noun, self.clusters, k)]

    def _only(self, i: int) -> int | None:
        names = self._names.get(self.clusters.mentions[i].type or "", [])
        return _only_one(self.tree, self.clusters, i, [k for _, k in names], self._at)


def _narrows(m: Found, other: Found) -> bool:
    """Whether a bare "the company" would take up "a drug company", which it can do only where that is near."""
    return m.type == "organization" and not m.modifiers and bool(other.modifiers) and not other.definite


def is_told_apart(tree: Tree, head: int) -> bool:
    """Whether a clause without a comma tells which of several is meant: "the man who lost his wife" takes up nobody."""
    return head >= 0 and any(not set_off(tree, c) for c in tree.children(head, "acl:relcl"))


def _by_sentence(tree: Tree, clusters: Clusters) -> dict[int, list[int]]:
    """{first token of a sentence: the mentions in it}."""
    found: dict[int, list[int]] = {}
    for i, m in enumerate(clusters.mentions):
        found.setdefault(tree.sentence(m.head).first, []).append(i)
    return found


def _take_up(tree: Tree, clusters: Clusters, i: int, same: list[int], near: list[int], at: dict[int, list[int]]) -> None:
    """Join a definite noun to the same noun before it, or else to a name; one that a heading describes, the text names."""
    noun = _same_noun(clusters, i, same)
    if noun is not None:
        if _is_open(clusters, noun):
            near = [
                k
                for k in near
                if (clusters.entry(k) and clusters.kind(k) != "company") or k < min(clusters.members[clusters.root(noun)])
            ]
        clusters.merge(noun, i)
    if noun is None or tree.sentence(clusters.mentions[noun].head).block != "paragraph" or _is_open(clusters, noun):
        name = _of_kind(tree, clusters, i, near, at)
        if name is not None:
            clusters.merge(name, i)


def _is_open(clusters: Clusters, k: int) -> bool:
    """Whether a noun was taken up that was known from the start, and yet bears no name: "the thrift" may be one named before."""
    first = clusters.mentions[min(clusters.members[clusters.root(k)])]
    return first.definite and not first.bound and first.type == "organization" and not first.owned and not any(clusters.names(k))


def _same_noun(clusters: Clusters, i: int, before: list[int]) -> int | None:
    """The latest mention of the same noun whose modifiers do not clash."""
    m = clusters.mentions[i]
    for k in reversed(before):
        other = clusters.mentions[k]
        if (
            other.plural == m.plural
            and m.modifiers <= other.modifiers
            and (m.of <= other.of or m.of == other.of)
            and other.counted <= m.definite
            and _may_share_owner(m, other)
            and not is_of_other_sides(m, other)
        ):
            return k
    return None


def _may_share_owner(m: Found, other: Found) -> bool:
    """Whether two things may belong to one: "their families" are not "the victims' families" nor "her family"."""
    if m.owner and not (other.owned or other.of):
        return m.type not in ("person", "group")  # "the lawyer" spoken of before need not be "his lawyer"
    if not m.owned or not other.owned or m.owner == other.owner:
        return True
    return not (m.owner and other.owner) and {m.owner, other.owner} <= {"", "his", "her", "its"}


def _of_kind(tree: Tree, clusters: Clusters, i: int, before: list[int], at: dict[int, list[int]]) -> int | None:
    """The latest name that a definite noun without more words can mean."""
    m = clusters.mentions[i]
    if m.modifiers - {"central", "news"} or m.plural or m.type not in _TAKEN_UP or institution(m):
        return None
    fitting: dict[int, int] = {}  # cluster -> its latest mention, the latest cluster first
    for k in reversed(before):
        entry = clusters.entry(k)
        if m.of and not (entry and m.of == {f"country:{entry.country}"} and entry.type == "organization"):
            continue
        if fits_noun(m.noun, clusters, k) and (m.noun not in words("government") or _is_named(m.noun, clusters, k)):
            fitting.setdefault(clusters.root(k), k)
    return _foremost(tree, clusters, i, list(fitting.values()), at)


def _foremost(tree: Tree, clusters: Clusters, i: int, fitting: list[int], at: dict[int, list[int]]) -> int | None:
    """Of several whom a noun may mean, the one that is spoken of: subject of this sentence or the last, or the article's own."""
    if determiner(tree, clusters.mentions[i].head) in ("this", "that"):
        return fitting[0] if fitting else None
    if len(fitting) < 2 or clusters.mentions[i].type not in ("organization", "country"):
        return fitting[0] if fitting else None
    head = clusters.mentions[i].head
    begins = tree.sentence(head).first
    for first in (begins, tree.sentence(begins - 1).first) if begins else (begins,):
        here = [(k, clusters.root(k)) for k in at.get(first, ()) if clusters.mentions[k].head < head]
        present = {root for _, root in here}
        there = [k for k in fitting if clusters.root(k) in present]
        if there:
            subjects = {root for k, root in here if tree.is_(clusters.mentions[k].head, "nsubj")}
            acting = there if len(there) == 1 else [k for k in there if clusters.root(k) in subjects]
            return acting[0] if len(acting) == 1 else None
    often = sorted(fitting, key=lambda k: -len(clusters.members[clusters.root(k)]))
    first, second = (len(clusters.members[clusters.root(k)]) for k in often[:2])
    return often[0] if first >= FAR_MORE * second else None


def _only_one(tree: Tree, clusters: Clusters, i: int, before: list[int], at: dict[int, list[int]]) -> int | None:
    """The one body whose name a description repeats a word of, or the only one that it fits: "the truck maker"."""
    m = clusters.mentions[i]
    if (
        m.type != "organization"
        or m.subtype != "company"
        or m.plural
        or m.owned
        or not all(map(_is_where, m.of))
        or m.noun in words("part")
    ):
        return None
    if any(tree.tokens[c].feats.get("Degree") == "Sup" for c in tree.children(m.head, "amod")):
        return None
    roots = {clusters.root(k): k for k in before}
    here = {clusters.root(k) for k in at[tree.sentence(m.head).first] if clusters.mentions[k].head < m.head} & roots.keys()
    roots = {root: k for root, k in roots.items() if root not in here}
    sharing = [k for root, k in roots.items() if any(m.modifiers & _words_in(o.name) for o in clusters.names(root))]
    fitting = [k for k in roots.values() if clusters.entry(k) is None or clusters.kind(k) == "company"]
    found = sharing or (fitting if len(roots) == len(fitting) and not here else [])
    return found[0] if len(found) == 1 and clusters.compatible(found[0], i) else None


def _is_where(key: str) -> bool:
    """Whether a phrase's other name tells where a company is: "the St. Louis company"."""
    return key.startswith(("city:", "place:"))


def _words_in(name: str) -> set[str]:
    return set(name.lower().split())


def fits_noun(noun: str, clusters: Clusters, k: int) -> bool:
    """Whether a noun may be said of a name's bearer: "the city" of a city, "the commission" of the European Commission."""
    m = clusters.mentions[k]
    if _is_head(noun, m.name):
        return True
    own = {other.noun for other in clusters.names(k) if other.noun}
    if (
        own
        and noun not in own
        and clusters.entry(k) is None
        and not (
            noun in (kind_nouns()["company"] if own == {"company"} else words("firm_nouns")) and clusters.kind(k) == "company"
        )
    ):
        return noun in ("body", "institution", "organization", "organisation", "place")
    return noun in kind_nouns().get(_kind(clusters, k), frozenset())


def _is_named(noun: str, clusters: Clusters, k: int) -> bool:
    """Whether a name has a noun in it: "the authority" may be the Harbour Authority, but also a government."""
    return any(_is_head(noun, o.name) for o in clusters.names(k))


def _is_head(noun: str, name: str) -> bool:
    """Whether a name says that its bearer is such a thing: a "Harbour Authority", a "Bank of Ceylon", a "Hotel Astoria"."""
    parts = name.lower().split()
    if parts and noun == parts[-1]:
        return True
    while len(parts) > 1 and parts[-1].strip(".") in words("corporate"):
        parts.pop()
    if noun not in parts:
        return False
    after = parts[parts.index(noun) + 1 :]
    return not after or after[0] in ("of", "for", "in", "on", "at", "de") or (parts[0] == noun and noun in nouns())


def _kind(clusters: Clusters, k: int) -> str:
    """The kind by which the lexicon knows what nouns take up a name."""
    entry = clusters.entry(k)
    if entry and entry.type == "country":
        return "country"
    return clusters.kind(k) or ("product" if clusters.type(k) == "thing" else "unknown")


def subsidiaries(_: Text, clusters: Clusters) -> None:
    """A company's "French unit" is its "French subsidiary" of which the article spoke, whatever either is called."""
    before: dict[frozenset[str], set[int]] = {}
    for i, m in enumerate(clusters.mentions):
        if m.unit or m.plural or m.counted or not m.owned or m.noun not in words("part") or not _is_of_one_country(m):
            continue
        found = {clusters.root(k) for k in before.get(m.of, ())}
        if len(found) == 1 and m.modifiers <= frozenset().union(*(o.modifiers for o in clusters.of(min(found)))):
            clusters.merge(min(found), i)
        before.setdefault(m.of, set()).add(i)


def _is_of_one_country(m: Found) -> bool:
    """Whether a phrase tells of one country and of one somebody else."""
    return len(m.of) == 2 and sum(key.startswith("country:") for key in m.of) == 1
