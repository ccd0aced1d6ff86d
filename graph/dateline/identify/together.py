"""Words that grammar tells apart: who does something is nobody to whom it is done, who is named beside another is another, and
nobody is his own aide or foe."""

from collections.abc import Mapping

from dateline.identify.lexicon import nouns, words
from dateline.identify.phrases import determiner, is_plural, lemma, preposition
from dateline.tree import Tree

Apart = Mapping[int, frozenset[int]]


def told_apart(tree: Tree) -> Apart:
    """{word: the words that mean others}: "he told me", "working for Silva", "the mayor and Silva"."""
    found: dict[int, set[int]] = {}
    for one, other in (
        *_taking_part(tree),
        *_holding(tree),
        *_feeling(tree),
        *_answering(tree),
        *_led_to(tree),
        *_undergoing(tree),
        *_side_by_side(tree),
        *_owning(tree),
        *_told_of(tree),
        *_named_within(tree),
        *_telling_which(tree),
        *_carrying(tree),
        *_placed(tree),
        *_denied(tree),
    ):
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {i: frozenset(others) for i, others in found.items()}


def _taking_part(tree: Tree) -> list[tuple[int, int]]:
    """Subjects of verbs with those to whom something is done; "itself" means the same, and "took her son with her" may."""
    found = []
    for subject in range(len(tree.tokens)):
        verb = tree.head(subject)
        if verb is None or not tree.is_(subject, "nsubj") or tree.tokens[verb].upos != "VERB" or tree.is_(subject, "nsubj:pass"):
            continue
        for other in tree.children(verb, "obj", "iobj", "obl"):
            aimed = preposition(tree, other) in words("aiming") and tree.tokens[other].upos != "PRON"
            if tree.tokens[other].text.lower() not in words("self") and (aimed or tree.is_(other, "obj", "iobj")):
                found.append((subject, other))
    return found


def _holding(tree: Tree) -> list[tuple[int, int]]:
    """Those who get hold of something with what they get: "took control of the firm", "bought a stake in the firm"."""
    held = [i for i in range(len(tree.tokens)) if tree.is_(i, "obj") and lemma(tree, i) in words("hold")]
    taken = [(tree.tokens[i].head, i) for i in held if lemma(tree, tree.tokens[i].head) in words("getting_hold")]
    of = [(verb, c) for verb, i in taken for c in (*tree.children(i, "nmod"), *tree.children(verb, "obl")) if c > i]
    return [(s, c) for verb, c in of if preposition(tree, c) in ("of", "in", "over") for s in tree.children(verb, "nsubj")]


def _feeling(tree: Tree) -> list[tuple[int, int]]:
    """Those of whom an adjective is said with whom it is said towards: "he is angry at him", "he feels sorry for him"."""
    found = []
    for felt, token in enumerate(tree.tokens):
        if token.upos != "ADJ":
            continue
        above = tree.head(felt) if tree.is_(felt, "xcomp") else felt
        subject = None if above is None or tree.child(above, "obj") is not None else tree.child(above, "nsubj")
        towards = [k for k in tree.children(felt, "obl") if preposition(tree, k) in words("feeling_for")]
        found += [(subject, k) for k in towards if subject is not None and tree.tokens[k].text.lower() not in words("self")]
    return found


def _answering(tree: Tree) -> list[tuple[int, int]]:
    """Those who answer what is asked or said with those who ask or say it: "she refused a request by Silva", "rejected his
    claim"."""
    found = []
    for asked, token in enumerate(tree.tokens):
        verb = tree.head(asked) if tree.is_(asked, "obj") else None
        if verb is None or token.lemma not in words("asked") or lemma(tree, verb) not in words("answering"):
            continue
        whose = [*tree.children(asked, "nmod:poss"), *(c for c in tree.children(asked, "nmod") if _is_source(tree, c))]
        found += [(subject, c) for subject in tree.children(verb, "nsubj") for c in whose]
    return found


def _is_source(tree: Tree, i: int) -> bool:
    return preposition(tree, i) in ("by", "from")


def _led_to(tree: Tree) -> list[tuple[int, int]]:
    """Those who mean to do something, with those to whom it is done: "agreed to buy the firm", "a plan to buy the firm"; where
    "it" is to do it, who says so, too."""
    found = []
    for verb, token in enumerate(tree.tokens):
        if token.upos != "VERB" or token.lemma not in words("upon_others") or tree.is_(verb, "acl:relcl"):
            continue
        doers = (
            [*filter(None, (_leader(tree, verb),))] if tree.is_(verb, "xcomp", "acl", "advcl") else tree.children(verb, "nsubj")
        )
        doers += [k for c in doers if tree.tokens[c].lemma == "it" for k in _telling(tree, c)]
        found += [(doer, other) for doer in doers for other in tree.children(verb, "obj") if other > doer]
    return [(doer, other) for doer, other in found if tree.tokens[other].text.lower() not in words("self")]


def _leader(tree: Tree, verb: int) -> int | None:
    """Who is to do what an infinitive says: whom somebody gets to do it, or else who means to do it."""
    above = tree.head(verb)
    if above is None or tree.child(verb, "mark") is None or tree.children(verb, "nsubj", "nsubj:pass"):
        return None
    if tree.tokens[above].upos == "NOUN":
        owner = tree.child(above, "nmod:poss")
        over = tree.head(above) if tree.is_(above, "obj") else None
        if owner is not None or over is None or tree.tokens[over].lemma not in words("entering"):
            return owner
        above = over
    elif led := tree.child(above, "obj"):
        return led
    while tree.is_(above, "xcomp") and tree.child(above, "nsubj") is None and tree.head(above) is not None:
        above = tree.tokens[above].head
    return tree.child(above, "nsubj")


def _telling(tree: Tree, i: int) -> list[int]:
    """Who says something of himself: the subject of the verb over the clause whose subject a word is."""
    clause = tree.head(i)
    over = tree.head(clause) if clause is not None and tree.is_(clause, "ccomp") else None
    return [c for c in tree.children(over, "nsubj") if tree.tokens[c].upos != "PRON"] if over is not None else []


def _undergoing(tree: Tree) -> list[tuple[int, int]]:
    """Nouns with those by whom something is done to them: "a group of investors led by Giant Group"."""
    verbs = [
        v for v, token in enumerate(tree.tokens) if token.xpos == "VBN" and tree.is_(v, "acl") and not tree.is_(v, "acl:relcl")
    ]
    return [(tree.tokens[v].head, k) for v in verbs for k in tree.children(v, "obl") if preposition(tree, k) == "by"]


def _side_by_side(tree: Tree) -> list[tuple[int, int]]:
    """Members of a list; "the mayor and owner" may be one, and so may what "or" explains."""
    found = []
    for other in range(len(tree.tokens)):
        first = tree.head(other)
        if first is None or not tree.is_(other, "conj"):
            continue
        if tree.is_(first, "appos") and determiner(tree, other) in ("a", "an"):
            continue  # "Silva, a lawyer and a mother"
        if tree.tokens[first].upos == "PROPN" and other == also_subject(tree, first):
            continue
        if is_titled_too(tree, first, other):
            continue
        titled = tree.tokens[first].upos == "PROPN" and _is_member(tree, other + 1, first)  # "Silva and | mayor | Rosa Lind"
        joined = _is_joined(tree, other) or (_is_member(tree, other - 1, first) and _is_joined(tree, other - 1))
        if joined and (titled or tree.tokens[other].upos in ("PRON", "PROPN") or determiner(tree, other)):
            found.append((first, other))
    return found


def also_subject(tree: Tree, head: int) -> int | None:
    """What more is said of a subject behind ", and", where its verb is of one: "Silva, 52, and | the father | of two, was"."""
    described, verb = tree.child(head, "conj"), tree.head(head)
    joining = None if described is None else tree.child(described, "cc")
    if described is None or joining is None or verb is None or tree.tokens[joining - 1].text != ",":
        return None
    aged = any(tree.tokens[c].text.isdigit() for c in tree.children(head))
    lone = aged and tree.is_(head, "nsubj", "nsubj:pass") and len(tree.children(head, "conj")) == 1
    if not lone or determiner(tree, described) not in ("a", "an", "the"):
        return None
    told = [verb, *tree.children(verb, "aux", "cop")]
    is_one = any(tree.tokens[v].feats.get("Number") == "Sing" and tree.tokens[v].xpos in ("VBZ", "VBD") for v in told)
    return described if is_one else None


def is_titled_too(tree: Tree, first: int, other: int) -> bool:
    """Whether a bare noun before "and" tells more of whom the name behind it means: "actor and singer Rui Silva"."""
    if tree.tokens[first].upos != "NOUN" or is_plural(tree, first) or not _bears_name(tree, other):
        return False
    noun = nouns().get(lemma(tree, first))
    if noun is None or noun.type != "person" or lemma(tree, first) in words("own") or not _is_joined_loosely(tree, other):
        return False
    if determiner(tree, first) or tree.children(first, "nmod:poss") or len(tree.children(first, "conj")) > 1:
        return False
    above = tree.head(first)
    told = [] if above is None else [above, *tree.children(above, "aux", "cop")]
    return all(tree.tokens[v].feats.get("Number") != "Plur" for v in told if tree.tokens[v].upos in ("AUX", "VERB"))


def _bears_name(tree: Tree, i: int) -> bool:
    """Whether a word is a name, or a bare noun before one: "former | mayor | Ana Silva"."""
    named = tree.children(i, "appos", "flat")
    before_name = not determiner(tree, i) and i + 1 in named and tree.tokens[i + 1].upos == "PROPN"
    return tree.tokens[i].upos == "PROPN" or before_name


def _is_joined_loosely(tree: Tree, i: int) -> bool:
    """Whether "and" stands before a name or what is hung on it: "and | Texan | Ana Silva"."""
    return any(_is_joined(tree, k) for k in (i, *(c for c in tree.children(i) if c < i)))


def _is_joined(tree: Tree, i: int) -> bool:
    """Whether "and" stands before a member of a list."""
    return any(tree.tokens[c].lemma in ("and", "nor") for c in tree.children(i, "cc"))


def _is_member(tree: Tree, i: int, first: int) -> bool:
    """Whether a word is a name in a list, or a title in it, as the parser sees it."""
    return 0 <= i < len(tree.tokens) and tree.is_(i, "conj") and tree.head(i) == first


def _owning(tree: Tree) -> list[tuple[int, int]]:
    """Whose somebody is, with him: "Silva's aide", "a Silva aide"."""
    found = []
    for owner in range(len(tree.tokens)):
        owned = tree.head(owner)
        if owned is None or owned < owner or tree.tokens[owner].upos not in ("NOUN", "PROPN"):
            continue
        noun = nouns().get(lemma(tree, owned)) if tree.tokens[owned].upos == "NOUN" else None
        is_person = noun is not None and noun.type == "person"
        if tree.is_(owner, "nmod:poss") or (is_person and tree.is_(owner, "compound") and tree.tokens[owner].upos == "PROPN"):
            found.append((owner, owned))
    return found


def _told_of(tree: Tree) -> list[tuple[int, int]]:
    """Those who say something with him by name of whom they say it: "Silva said of Rosa Silva"."""
    found = []
    for named, token in enumerate(tree.tokens):
        verb = tree.head(named) if tree.is_(named, "obl") and token.upos == "PROPN" else None
        if verb is not None and preposition(tree, named) in ("of", "about") and lemma(tree, verb) in words("telling_of"):
            found += [(subject, named) for subject in tree.children(verb, "nsubj")]
    return found


def _named_within(tree: Tree) -> list[tuple[int, int]]:
    """Those named in full who say something, with whom they name by the same surname alone: "Ana Silva said Silva lied"."""
    found = []
    for verb, token in enumerate(tree.tokens):
        subject, clause = tree.child(verb, "nsubj"), tree.child(verb, "ccomp")
        if token.upos != "VERB" or subject is None or clause is None or tree.tokens[subject].upos != "PROPN":
            continue
        surname = [tree.tokens[c].text for c in tree.children(subject, "flat")][-1:]
        named = (c for c in tree.children(clause, "nsubj", "nsubj:pass") if not tree.children(c, "flat", "compound"))
        found += [(subject, c) for c in named if [tree.tokens[c].text] == surname]
    return found


def _telling_which(tree: Tree) -> list[tuple[int, int]]:
    """Nouns with the subject of the clause right behind them that tells which is meant: "the people | they | ignore"."""
    found = []
    for verb in range(len(tree.tokens)):
        noun = tree.head(verb) if tree.is_(verb, "acl:relcl") else None
        subject = tree.child(verb, "nsubj", "nsubj:pass")
        if noun is None or subject is None or tree.tokens[noun].upos != "NOUN":
            continue
        between = [tree.tokens[k].text.lower() for k in range(noun + 1, subject)]
        if subject > noun and between in ([], ["that"], ["which"], ["whom"]) and tree.tokens[subject].upos == "PRON":
            found.append((noun, subject))
    return [(noun, subject) for noun, subject in found if tree.tokens[subject].feats.get("PronType") != "Rel"]


def _carrying(tree: Tree) -> list[tuple[int, int]]:
    """Two pronouns of one form in one clause, the second behind a preposition: "took | them | with | them |"."""
    found = []
    for other in range(len(tree.tokens)):
        verb = tree.head(other) if tree.is_(other, "obl") else None
        if verb is None or tree.tokens[other].upos != "PRON" or tree.tokens[other].text.lower() in words("self"):
            continue
        same = tree.tokens[other].text.lower()
        found += [(c, other) for c in tree.children(verb, "obj") if tree.tokens[c].text.lower() == same]
    return found


def _placed(tree: Tree) -> list[tuple[int, int]]:
    """Nouns with what stands behind them by a preposition other than "of": "the organization behind the prize"."""
    found = []
    for other in range(len(tree.tokens)):
        noun = tree.head(other) if tree.is_(other, "nmod") else None
        if noun is None or noun > other or tree.tokens[noun].upos not in ("NOUN", "PROPN"):
            continue
        if preposition(tree, other) not in ("", "of", "as", "like", "including"):
            found.append((noun, other))
    return found


def _denied(tree: Tree) -> list[tuple[int, int]]:
    """Those of whom it is told who they are not: "he is not the mayor", "the driver's name was not Silva"."""
    found = []
    for other in range(len(tree.tokens)):
        negated = any(tree.tokens[c].text.lower() in ("not", "n't", "n’t") for c in tree.children(other, "advmod"))
        subject = tree.child(other, "nsubj") if negated and tree.child(other, "cop") is not None else None
        if subject is not None:
            owner = tree.child(subject, "nmod:poss") if lemma(tree, subject) == "name" else None
            found.append((subject if owner is None else owner, other))
    return found
