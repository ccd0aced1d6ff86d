"""What stands beside a name and describes its bearer: appositions, titles, "a man named Silva", "the Daily Nation newspaper".

Rules of the sieve that read the sentence; the surest signs are those of the tree, commas help where the parser lost the link.
"""

from dataclasses import replace
from itertools import chain

from dateline.identify.clusters import Clusters
from dateline.identify.found import Found
from dateline.identify.lexicon import noun_classes, words
from dateline.identify.phrases import determiner, is_plural, lemma, number, preposition, set_off
from dateline.identify.predicates import is_identity, said_of
from dateline.identify.shortened import is_one_of, name_parts
from dateline.identify.text import Text
from dateline.identify.together import also_subject, is_titled_too
from dateline.tree import Tree

_DOER = ("er", "or")  # ends of nouns that mean bodies and people alike: "carrier", "regulator"
_THINGS = ("THING", "ANIMAL", "SITE")  # classes of nouns for what bears names and is nobody
_PEOPLE = (None, "HUMAN", "WEALTH")  # classes of nouns for people; "principal" is one of money first


def appositions(text: Text, clusters: Clusters) -> None:
    """Two phrases side by side, or joined by "is", name one."""
    tree = text.tree
    heads = clusters.by_word()
    for i, m in enumerate(clusters.mentions):
        own = {m.head} | ({i for i in range(m.unit.first, m.unit.stop) if tree.is_(i, "appos")} if m.unit else set())
        for c in chain.from_iterable(_beside(text, head) for head in sorted(own)):
            other = heads.get(c)
            if other is None:
                continue
            named = _right_before(tree, clusters, heads, other)
            if named is not None:
                _equate(clusters, other, named)
            elif _is_listed(tree, clusters.mentions[other]):
                continue
            elif _equates(tree, m, clusters.mentions[other]) and _number(tree, m) == _number(tree, clusters.mentions[other]):
                if m.unit:
                    _equate(clusters, other, i)
                else:
                    _equate(clusters, i, other)
                    for c in _held_too(tree, m.head, clusters.mentions[other]):
                        _equate(clusters, heads.get(c, i), other)
        for c in tree.children(m.head, "conj") if m.type == "person" and not m.unit else ():
            if c in heads and is_titled_too(tree, m.head, c):
                clusters.merge(i, heads[c])
        for other in _called(tree, m.head, heads):
            if not clusters.mentions[other].unit:
                continue
            if m.unit is None:
                if m.type in ("organization", "thing", "place") and _may_be_called(clusters, m, other):
                    clusters.retype(other, m.type)
                if not m.plural or clusters.type(other) == "organization":
                    _equate(clusters, i, other)
            elif clusters.type(i) == "person" and not clusters.entry(other):
                clusters.merge(i, other, certain=True)
        subject = said_of(tree, m.head)
        if subject is not None and subject in heads and is_identity(tree, clusters.mentions[heads[subject]], m):
            if m.unit:
                clusters.merge(heads[subject], i)
            else:
                _equate(clusters, i, heads[subject])


def _held_too(tree: Tree, i: int, name: Found) -> list[int]:
    """The bare nouns joined to one by "and" before the name of who is both: "the chairman and | chief executive | of Acme, Ana
    Silva,"."""
    if is_plural(tree, i) or not name.unit or name.type != "person" or tree.children(name.head, "conj"):
        return []
    joined = [c for c in tree.children(i, "conj") if c < name.unit.first]
    return [c for c in joined if tree.tokens[c].upos == "NOUN" and not determiner(tree, c) and not is_plural(tree, c)]


def _is_listed(tree: Tree, m: Found) -> bool:
    """Whether what the parser took for an apposition goes on with a list: "the Times, Holm's magazine and other papers"."""
    last = tree.child(m.head, "conj")
    return m.type != "person" and last is not None and bool(tree.children(last, "cc")) and not determiner(tree, m.head)


def _beside(text: Text, head: int) -> list[int]:
    """The heads of what stands in apposition to a noun, all of "Silva, 50, a teacher and former head of the union"."""
    tree = text.tree
    found = [c for c in tree.children(head, "appos", "list") if set_off(tree, c) or determiner(tree, c) == "the"]
    beside = [k for c in found for k in tree.children(c, "conj")] + (
        tree.children(head, "conj") if found and head in text.at else []
    )
    more = [k for k in beside if tree.tokens[k].upos == "NOUN" and k not in text.at and _goes_on(tree, k)]
    if head in text.at and (one := also_subject(tree, head)) is not None:
        more.append(one)
    return [c for c in found if tree.tokens[c].upos != "NUM"] + more


def _goes_on(tree: Tree, k: int) -> bool:
    """Whether a noun behind "and" tells more of who is described: "former head", or "and a mother" without a comma."""
    joining = tree.child(k, "cc")
    comma = joining is not None and joining > 0 and tree.tokens[joining - 1].text == ","
    return not determiner(tree, k) or (determiner(tree, k) in ("a", "an") and not comma)


def _called(tree: Tree, head: int, heads: dict[int, int]) -> list[int]:
    """The mentions that a noun or name is said to be called: "a man named Silva", "was identified as Rui Silva", "Silva, dubbed
    Lady Lima"."""
    above = tree.head(head)
    verbs = words("nicknaming") if tree.tokens[head].upos == "PROPN" else words("calling")
    said = [c for c in tree.children(head, "acl") if tree.tokens[c].lemma in verbs]
    if above is not None and tree.is_(head, "nsubj:pass", "obj") and tree.tokens[above].lemma == "identify":
        said.append(above)  # "identified the suspect as Rui Silva"
    found = [(verb, c) for verb in said for c in tree.children(verb, "obl", "xcomp", "obj") if c > verb]
    names = [c for verb, c in found if preposition(tree, c) == "as" or _is_plainly_called(tree, verb, c)]
    more = [k for c in names for k in tree.children(c, "conj") if tree.tokens[k].upos == "PROPN" and not preposition(tree, k)]
    return [heads[c] for c in [*names, *more] if c in heads]


def _may_be_called(clusters: Clusters, m: Found, other: int) -> bool:
    """Whether a body or thing may bear a name that is used but once, rather than "the body" be a man's who was identified."""
    return m.noun not in words("dead") and not clusters.entry(other) and len(clusters.members[clusters.root(other)]) == 1


def _is_plainly_called(tree: Tree, verb: int, c: int) -> bool:
    """Whether a verb needs no "as" before a name: "a man called Silva", not "a man known Silva"."""
    return not preposition(tree, c) and tree.tokens[verb].lemma != "know"


def _right_before(tree: Tree, clusters: Clusters, heads: dict[int, int], apposition: int) -> int | None:
    """The name that stands right before the comma of a description of its sort: "the embassy outside Lima, the capital"."""
    m = clusters.mentions[apposition]
    told = m.type in ("place", "organization", "person") and (not m.unit or is_one_of(tree, m)) and _is_comma(tree, m.first - 1)
    before = heads.get(m.first - 2) if told else None
    if before is not None and m.type == "place" and (seat := _seat(tree, clusters, heads, before)) is not None:
        return seat
    return before if before is not None and clusters.mentions[before].unit and clusters.type(before) == m.type else None


def _seat(tree: Tree, clusters: Clusters, heads: dict[int, int], region: int) -> int | None:
    """The town before the comma of the state or country it lies in, of which what follows tells: "| Troy |, Ohio, a suburb"."""
    m, entry = clusters.mentions[region], clusters.entry(region)
    larger = m.unit is not None and entry is not None and (entry.kind == "region" or entry.type == "country")
    first = m.unit.first if m.unit else m.first
    town = heads.get(first - 2) if larger and first > 1 and _is_comma(tree, first - 1) else None
    return town if town is not None and clusters.mentions[town].unit and clusters.type(town) == "place" else None


def adjoining(text: Text, clusters: Clusters) -> None:
    """A description right before a name, or between commas beside it, is its bearer's, whatever the parser made of it."""
    heads = clusters.by_word()
    described = [(i, m) for i, m in enumerate(clusters.mentions) if _can_adjoin(text, m)]
    ending = {m.head + 1: i for i, m in described}
    reaching = {m.last + 1: i for i, m in described if m.type == "person" and m.last > m.head}
    beginning = {m.first: i for i, m in described}
    named = {m.unit.stop: i for i, m in enumerate(clusters.mentions) if m.unit}
    for i, m in enumerate(clusters.mentions):
        if m.unit is None:
            styled = _styled(text, m)
            if styled is not None and styled in named:
                if m.noun in words("ship") and clusters.type(named[styled]) == "person":
                    clusters.retype(named[styled], "thing")  # "the Fortitude rover"
                clusters.merge(named[styled], i, certain=True)
            continue
        also = m.unit.first - 1
        if also > 0 and text.tree.tokens[also].text.lower() in words("alias"):
            known = named.get(also - 1 if _is_comma(text.tree, also - 1) else also)
            if known is not None and clusters.type(known) not in ("place", "country"):
                clusters.merge(known, i, certain=True)  # "Ana Silva, aka Lady Lima"
        comma = m.first > 0 and text.tree.tokens[m.first - 1].text in (",", "--", "–", "—")
        begins = _before_address(text.tree, m)
        before = ending.get(begins - 1 if comma else begins) if m.first in (m.unit.first, begins) else None
        if before is None and comma and m.type == "person":
            before = reaching.get(m.unit.first - 1)  # "the sponsor of the attacks, Omar Silva,"
        stops = _after_age(text.tree, m.unit.stop) if m.type == "person" else _after_seat(text, m.unit.stop)
        seat = comma and m.entry is not None and m.entry.kind == "region"  # what follows "Troy, Mich.," is of whose seat it is
        after = beginning.get(stops + 1) if _is_comma(text.tree, stops) and not seat else None
        if before is not None and (_comes_before(text.tree, clusters, before, m) if comma else _may_precede(clusters, before, i)):
            _equate_near(text.tree, clusters, before, i)
            both = _held_with(text.tree, clusters.mentions[before])
            if both in heads:
                _equate_near(text.tree, clusters, heads[both], i)
        if after is not None and (
            _closes(text.tree, clusters.mentions[after].last + 1)
            or _introduces(text.tree, clusters.mentions[after])
            or (stops > m.unit.stop and determiner(text.tree, clusters.mentions[after].head) in ("a", "an"))
        ):
            _equate_near(text.tree, clusters, after, i)


def _comes_before(tree: Tree, clusters: Clusters, description: int, name: Found) -> bool:
    """Whether a name between commas is of who is described before it, not of another in whose description that one stands, as the
    tree says: "the son of | the mayor, | Tom"."""
    above = tree.head(name.head) if tree.is_(name.head, "appos") else None
    own = clusters.mentions[description].head
    elsewhere = above is not None and above != own and above in tree.ancestors(own)
    if _opens(tree, clusters.mentions[description], name):
        return True
    return _ends(tree, name.last + 1) and (not elsewhere or above == _held_with(tree, clusters.mentions[description]))


def _opens(tree: Tree, description: Found, name: Found) -> bool:
    """Whether a description opens a sentence, whose subject's name follows: "Now the mayor of Lima, Silva has left"."""
    verb = tree.head(name.head) if tree.is_(name.head, "nsubj") else None
    if verb is None or tree.head(verb) not in (None, verb) or lemma(tree, verb) in words("speech"):
        return False
    above = tree.head(description.head)
    free = not tree.is_(description.head, "nsubj", "nsubj:pass", "obl", "obj", "iobj", "conj", "root") and above is not None
    return free and not preposition(tree, description.head) and description.first - tree.sentence(name.head).first <= 1


def _held_with(tree: Tree, m: Found) -> int | None:
    """The noun before "and" for who is described by both: "the millionaire and alleged sponsor"."""
    joined = tree.is_(m.head, "conj") and m.type == "person" and not determiner(tree, m.head) and not m.plural
    return tree.head(m.head) if joined else None


def _before_address(tree: Tree, m: Found) -> int:
    """Where a person's name begins with the form of address before it: "Chief Executive | Sir | Ana Silva"."""
    first = m.unit.first if m.unit else m.first
    address = first - 1
    addressed = m.type == "person" and address > tree.sentence(first).first and tree.tokens[address].text[:1].isupper()
    return address if addressed and tree.tokens[address].text.lower().rstrip(".") in words("address") else first


def _after_age(tree: Tree, i: int) -> int:
    """Where the comma stands that closes an age: "Silva, 50, a teacher"."""
    aged = _is_comma(tree, i) and _is_comma(tree, i + 2) and tree.tokens[i + 1].text.isdigit()
    return i + 2 if aged else i


def _after_seat(text: Text, i: int) -> int:
    """Where the comma stands that closes where a body is: "Orbis Inc., Troy, Mich., a maker of pumps"."""
    town = text.at.get(i + 1) if _is_comma(text.tree, i) else None
    region = text.at.get(town.stop + 1) if town is not None and _is_comma(text.tree, town.stop) else None
    known = region.alias.entry if region is not None and region.alias else None
    return region.stop if region and known and known.kind == "region" and _is_comma(text.tree, region.stop) else i


def _may_precede(clusters: Clusters, before: int, name: int) -> bool:
    """Whether a noun right before a name is said of its bearer: "the publisher Holm", "the capital Lagos"."""
    return clusters.mentions[before].type != "place" or clusters.type(name) == "place"


def places_of(text: Text, clusters: Clusters) -> None:
    """ "The city of Lagos" is Lagos, and "the Kibera neighborhood" Kibera."""
    heads = clusters.by_word()
    for i, m in enumerate(clusters.mentions):
        if m.unit or m.plural or m.type not in ("place", "country"):
            continue
        named: list[int] = []
        of = [c for c in text.tree.children(m.head, "nmod") if preposition(text.tree, c) == "of"]
        if m.noun in words("place_of") and determiner(text.tree, m.head) not in ("a", "an"):  # "a suburb of Lima" is not Lima
            named += [heads[c] for c in of if c in heads]
        if m.noun in words("place_before") and not of:
            before = [c for c in text.tree.children(m.head, "compound") if c in heads and c == m.head - 1]
            named += [heads[c] for c in before if not _is_larger(clusters.mentions[heads[c]])]
        for k in named:
            if clusters.mentions[k].unit and clusters.type(k) in ("place", "country"):
                clusters.merge(k, i)


def _is_larger(m: Found) -> bool:
    """Whether a place has districts of its own: "a Chicago neighborhood" is one of Chicago's."""
    return m.entry is not None and (m.entry.type == "country" or m.entry.kind == "city")


def _styled(text: Text, m: Found) -> int | None:
    """Where the name ends that "party" or "hotel" only explains: "the ruling Awami party", "the Astoria hotel", "Hamas militant
    group", "the Gannett newspaper chain"."""
    before = m.head - 1
    while before > m.first and before not in text.at and text.tree.is_(before, "amod", "compound", "punct"):
        before -= 1
    unit = text.at.get(before)
    if any(c == m.head + 1 and c in text.at for c in text.tree.children(m.head, "appos", "flat")):
        return None  # "the Astoria restaurant Silva's" is in Astoria
    if m.noun in words("branch") and determiner(text.tree, m.head) in ("a", "an", "another"):
        return None  # "a Hamas faction" is a part of it
    if unit is None or m.plural or not text.tree.is_(before, "compound", "flat", "amod", "nmod"):
        return None
    type_ = unit.alias.entry.type if unit.alias else None
    kind = unit.alias.entry.kind if unit.alias else None
    if kind in ("party", "intergovernmental body") and m.noun not in words("partylike"):
        return None  # "a GOP group", "the U.N. agency"
    if m.noun in words("styled") or (m.owned and m.noun in words("part")):
        return unit.stop if type_ == "organization" or (type_ is None and unit.label in ("ORG", "LOC", None)) else None
    if m.noun in words("on_air"):  # "BBC radio", but Hamas has its own television
        airs = unit.label == "ORG" if unit.alias is None else unit.alias.entry.kind == "media"
        return unit.stop if airs else None
    bears = (
        type_ not in ("organization", "country", "place")
        and unit.label != "NORP"
        and determiner(text.tree, m.head) not in ("a", "an")
    )
    return unit.stop if bears and m.noun in words("house") | words("ship") else None


def _can_adjoin(text: Text, m: Found) -> bool:
    if m.unit or m.plural or m.counted:
        return False
    if m.noun in words("ship"):
        return True
    if m.noun in words("town"):
        return True
    if m.type in ("thing", "place") and any(c in text.at for c in text.tree.children(m.head, "appos", "flat")):
        return determiner(text.tree, m.head) == "the"  # "the weblog Holm"
    return bool(m.offices) or m.type in ("organization", "person")


def _introduces(tree: Tree, m: Found) -> bool:
    """Whether "a" and what goes on after it show a description of the name before the comma: "Silva, a teacher who"."""
    if determiner(tree, m.head) not in ("a", "an") or tree.is_(m.head, "nsubj", "conj") or m.last + 1 >= len(tree.tokens):
        return False
    after = tree.tokens[m.last + 1]
    if after.xpos == "VBN" and tree.is_(m.last + 1, "acl"):
        return True  # "a maker of pumps based in Quito"
    return after.text in (".", ";", ")") or after.text.lower() in ("who", "whose", "which")


def _equate_near(tree: Tree, clusters: Clusters, description: int, name: int) -> None:
    """Join a description and a name of one sentence."""
    if tree.sentence(clusters.mentions[description].head) is tree.sentence(clusters.mentions[name].head):
        _equate(clusters, description, name)


def _is_comma(tree: Tree, i: int) -> bool:
    return i < len(tree.tokens) and tree.tokens[i].text == ","


def _ends(tree: Tree, i: int) -> bool:
    """Whether an insertion ends here, with a comma or with its sentence."""
    return _closes(tree, i) or (i < len(tree.tokens) and tree.tokens[i].text == ".")


def _closes(tree: Tree, i: int) -> bool:
    """Whether a comma follows that closes an insertion, rather than one that goes on with a list."""
    tokens = tree.tokens
    return i + 1 < len(tokens) and tokens[i].text == "," and tokens[i + 1].upos != "CCONJ"


def _equate(clusters: Clusters, description: int, name: int) -> None:
    """Join a description and a name; the description's type outweighs a label that the pipeline gave to a lone word."""
    told, m = clusters.mentions[description], clusters.mentions[name]
    if any(_is_unlike(m, other) for other in clusters.names(description)):
        return
    if told.noun in words("either") and not told.unit and (type_ := clusters.type(name)) in ("organization", "country"):
        clusters.retype(description, type_)  # "the plant's owner, Holm Corp."
    elif told.type in ("organization", "person") and m.unit and not m.entry and m.unit.length == 1:
        clusters.retype(name, told.type)
    elif _is_firm(told) and _may_be_firm(clusters, name, definite=told.definite):
        clusters.retype(name, "organization")  # "Gordon Advisers, an accounting firm"
    elif (type_ := _outweighed(clusters, description, name)) is not None:
        clusters.retype(name, type_)
    elif _turns_out_person(clusters, told, name):
        clusters.mentions[description] = replace(told, type="person", subtype=None)
        clusters.retype(description, "person")
    clusters.merge(description, name)


def _outweighed(clusters: Clusters, description: int, name: int) -> str | None:
    """The type that a description tells of a name which only looks like a person's: "the group, Lima Voices", "the rig Ana"."""
    told, m = clusters.mentions[description], clusters.mentions[name]
    if told.unit or told.plural or not m.unit or clusters.type(name) != "person" or clusters.entry(name):
        return None
    if told.type == "thing" and told.noun in words("ship"):
        return None if any(o.offices for o in clusters.of(name)) else "thing"
    looks = all(o.unit and o.first == o.unit.first and not (o.offices or o.sure) for o in clusters.of(name))
    if not looks or clusters.gender(name):
        return None
    class_ = noun_classes().get(told.noun)
    thing = told.type == "thing" and (class_ in _THINGS or (class_ is None and told.head < m.head))
    return told.type if (thing and told.noun not in words("work")) or told.type in ("organization", "place") else None


def _turns_out_person(clusters: Clusters, told: Found, name: int) -> bool:
    """Whether a noun of which the lexicons do not tell that it means people stands for a man or woman whose name is beside it."""
    if told.unit or told.plural or clusters.type(name) != "person" or not any(o.unit and o.sure for o in clusters.of(name)):
        return False
    if told.type == "organization":
        return told.noun.endswith(_DOER)  # "the regulator Ana Silva"
    people = told.noun.isalpha() and noun_classes().get(told.noun) in _PEOPLE
    return told.type == "thing" and people and told.noun not in words("ship") | words("work")


def _is_firm(m: Found) -> bool:
    """Whether a description is of a company, or of what may be one."""
    kind = m.subtype == "company" or m.noun in words("firm_nouns") | words("styled")
    return not m.unit and m.type == "organization" and not m.plural and kind


def _may_be_firm(clusters: Clusters, name: int, *, definite: bool) -> bool:
    """Whether nothing but the look of a name of several words makes it a person's: no title, no office, no gazetteer; beside "the
    firm" no given name, either."""
    if clusters.type(name) != "person" or clusters.entry(name) is not None:
        return False
    if definite and any(o.unit and o.unit.label == "PERSON" and o.gender for o in clusters.of(name)):
        return False
    return all(o.unit and o.first == o.unit.first and not o.offices for o in clusters.of(name))


def _is_unlike(m: Found, other: Found) -> bool:
    """Whether two names are of two bodies, so that no description joins them."""
    if not (m.unit and other.unit) or m.unit.length < 2 or other.unit.length < 2:
        return False
    if any(o.type == "person" and o.name.split()[0].lower() in words("noble") for o in (m, other)):
        return False  # "Ana Silva, Duchess of Lima"
    return set(name_parts(m)).isdisjoint(name_parts(other)) or bool(m.noun and other.noun and m.noun != other.noun)


def _equates(tree: Tree, a: Found, b: Found) -> bool:
    """Whether an apposition says who is meant: not between two names ("Paris, Texas"), nor between one and several."""
    if (a.unit and b.unit and not _is_partisan(tree, b)) or a.plural != b.plural:
        return False
    if b.unit and _is_stuff(tree, a):
        return False  # "a cargo of crude oil, the Sirius Star"
    if {a.type, b.type} == {"thing", "place"} and (a.entry or b.entry):
        return False  # "Ana Silva, Radio news, Lima"
    if "organization" in (a.type, b.type) and {a.type, b.type} & {"place", "country"} and (a.entry or b.entry):
        return {a.noun, b.noun} & words("government") != set()  # not "Oneida, N.Y., maker of knives"
    return bool(a.unit or b.unit) or {a.type, b.type} != {"organization", "place"}


def _is_stuff(tree: Tree, m: Found) -> bool:
    """Whether a noun stands for something that is not counted, and so for nothing that bears a name."""
    bare = not (m.unit or m.plural or m.owned or determiner(tree, m.head))
    return bare and m.type == "thing" and preposition(tree, m.head) == "of"


def _is_partisan(tree: Tree, m: Found) -> bool:
    """Whether a name only says of which party or people somebody is, or what he is as a noble: "Silva (a Democrat)", "Silva,
    Democrat of Ohio", "Ana, Duchess of Lima"."""
    if m.unit is not None and m.unit.length > 2 and tree.tokens[m.unit.first].text.lower() in words("noble"):
        return tree.tokens[m.unit.first + 1].text == "of"
    labelled = m.unit is not None and m.unit.label == "PERSON"
    told = determiner(tree, m.head) in ("a", "an", "the") or lemma(tree, m.head) in words("partisan")
    return m.type == "person" and not labelled and told


def _number(tree: Tree, m: Found) -> str:
    """How many a plural says there are: "The 14 foreigners, six Iraqis and eight Sudanese" are not six."""
    return number(tree, m.head) if m.plural else ""
