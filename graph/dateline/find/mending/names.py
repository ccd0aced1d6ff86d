"""Names that the parser hung on the wrong word: subjects read as part of a compound, titles and kinds before a name."""

from dateline.find.lexicon import noun_class, words
from dateline.find.mending.draft import FINITE, NOMINAL, SINGULAR, Draft

_BESIDE = ("nsubj", "obj", "iobj", "obl")
_ARGUMENT = ("nsubj", "obj", "obl", "nmod")
_SUBJECT = ("nsubj", "nsubj:pass", "csubj")


def subject_of_headline(draft: Draft, v: int) -> None:
    """ "Apple | unveils phone": what the parser takes for a verb's compound is its subject."""
    before = draft.child(v, "compound")
    bare = draft.tokens[v].xpos in FINITE and draft.child(v, "nsubj", "expl", "csubj") is None
    if bare and before is not None and before < v and draft.tokens[before].upos in NOMINAL:
        draft.move(before, v, "nsubj")


def subject_after_phrase(draft: Draft, v: int) -> None:
    """ "Despite the protests, | Chile | was forced …": what follows the comma is no second protest but the subject."""
    if draft.child(v, "nsubj", "csubj", "expl", "mark") is not None:
        return
    for o in draft.children(v, "obl"):
        n = draft.child(o, "conj")
        if n is not None and o < n < v and draft.child(n, "cc", "case") is None and draft.word(draft.first(n) - 1) == ",":
            draft.move(n, v, "nsubj:pass" if draft.child(v, "aux:pass") is not None else "nsubj")
            for c in [c for c in draft.children(o, "acl") if n < c < v]:
                draft.move(c, v, "advcl")
            return


def adverb_in_name(draft: Draft, i: int) -> None:
    """ "the | Ever Given | sailed", "the ship | Ever Given | sailed": behind an article or a kind, an adverb with a capital is
    part of the name that follows, be that read as a participle."""
    adverb = draft.child(i, "advmod")
    if adverb is None or adverb != i - 1 or draft.tokens[adverb].upos != "ADV":
        return
    if not all(draft.tokens[k].text.istitle() for k in (adverb, i)):
        return
    above, article = draft.head(i), draft.child(i, "det") == adverb - 1
    participle = draft.tokens[i].upos == "VERB"
    if participle and article and above is not None and draft.is_(i, "advcl") and draft.child(above, *_SUBJECT) is None:
        draft.move(i, above, "nsubj")
    elif participle and article and above is not None and draft.is_(i, "xcomp") and draft.child(above, "obj") is None:
        draft.move(i, above, "obj")
    elif participle and above == adverb - 1 and draft.is_(i, "acl") and draft.tokens[above].upos == "NOUN":
        draft.move(i, above, "appos")
    elif not article or (participle and not draft.is_(i, *_SUBJECT, *_ARGUMENT)):
        return
    for k in (adverb, i):
        draft.retag(k, "PROPN", "NNP", {"Number": "Sing"}, lemma=draft.tokens[k].text)
    draft.move(adverb, i, "compound")


def kind_before_name(draft: Draft, i: int) -> None:
    """ "the technology blog | Gizmodo": two subjects side by side are one, the second its name."""
    if draft.tokens[i].upos != "PROPN" or not draft.is_(i, "nsubj"):
        return
    kind = draft.first(i) - 1
    if kind < 0 or draft.tokens[kind].upos != "NOUN" or draft.tokens[kind].head != draft.tokens[i].head:
        return
    if draft.is_(kind, "nsubj"):
        draft.move(i, kind, "appos")


def titles_before_name(draft: Draft, i: int) -> None:
    """ "chairman and founder | Ann Lee | left": two titles before a name are one person's."""
    title, head = draft.tokens[i].head, draft.head(draft.tokens[i].head)
    if not draft.is_(i, "appos") or draft.tokens[i].upos != "PROPN" or draft.tokens[title].upos != "NOUN" or head is None:
        return
    second = draft.child(title, "conj")
    if second is None or not title < second < i or draft.first(i) != i or draft.subtree(second)[-1] != i - 1:
        return
    if draft.is_(title, *_ARGUMENT) and draft.child(second, "det", "nmod:poss") is None:
        _entitle(draft, title, i, head)


def offices_before_name(draft: Draft, i: int) -> None:
    """ "its chairman and founder | Ann Lee | left": two offices that one person may hold, before one name, are his."""
    title, second = draft.tokens[i].head, draft.child(i, "nmod:desc")
    head = draft.head(title)
    if not draft.is_(i, "conj", "appos") or draft.tokens[i].upos != "PROPN" or second is None or head is None:
        return
    cc = draft.child(second, "cc") or draft.child(i, "cc")
    if cc is None or not title < cc < second < i or draft.subtree(second)[-1] > i or draft.child(second, "det", "nmod:poss"):
        return
    if all(draft.tokens[k].xpos in SINGULAR and draft.lemma(k) in words("held_together") for k in (title, second)):
        _entitle(draft, title, i, head)


def _entitle(draft: Draft, title: int, name: int, head: int) -> None:
    """Make a name the head of the phrase that a title heads below a word, and the title one of the name's."""
    draft.lift(name, head, draft.tokens[title].deprel)
    draft.move(title, name, "nmod:desc")
    for c in list(draft.children(title, "case")):
        draft.move(c, name, "case")


def fields_of_firm(draft: Draft, i: int) -> None:
    """ "the paper | and publishing company | said": what "and" joins is what the company deals in, not a thing and a company."""
    n, cc, firms = draft.tokens[i].head, draft.child(i, "cc"), words("firm")
    field = draft.child(i, "compound")
    if not draft.is_(i, "conj") or draft.lemma(i) not in firms or cc is None or field is None or draft.word(cc) != "and":
        return
    alone = draft.tokens[n].upos == "NOUN" and noun_class(draft.lemma(n)) not in ("HUMAN", "GROUP")
    det = draft.child(n, "det", "nmod:poss")
    if not alone or draft.lemma(n) in firms or not n < cc < field < i or draft.child(i, "det", "nmod:poss") or det is None:
        return
    head, deprel = draft.head(n), draft.tokens[n].deprel
    if head is None or det > n:
        return
    draft.lift(i, head, deprel)
    for c in [c for c in draft.children(n, "det", "nmod:poss", "case", "acl:relcl", "appos") if c < n or c > i]:
        draft.move(c, i, draft.tokens[c].deprel)
    draft.move(n, i, "compound")
    draft.move(field, n, "conj")
    draft.move(cc, field, "cc")


def two_firms(draft: Draft, i: int) -> None:
    """ "Norvik Corp. | and Delta Foods Inc. | merged": what closes a firm's name is no part of the next one's."""
    cc, head = draft.child(i, "cc"), draft.head(i)
    if cc is None or head is None or cc > i or draft.tokens[i].upos != "PROPN":
        return
    firm = cc - 1
    if draft.tokens[firm].head != i or not draft.is_(firm, "compound") or draft.word(firm) not in words("incorporated"):
        return
    draft.lift(firm, head, draft.tokens[i].deprel)
    for c in [c for c in draft.children(i, "compound", "det", "case", "amod", "flat", "nmod:poss") if c < firm]:
        draft.move(c, firm, draft.tokens[c].deprel)
    draft.move(i, firm, "conj")


def holder_behind_body(draft: Draft, i: int) -> None:
    """ "head of the party's press bureau | Ana Silva": "of" goes with the body, and the name behind it is the holder's, with the
    rank that may stand between: "commander of the navy | Admiral Ana Silva"."""
    office, body = draft.tokens[i].head, i - 1
    of = office + 1
    while (
        body > of and draft.tokens[body].head == i and draft.is_(body, "nmod:desc") and noun_class(draft.lemma(body)) != "GROUP"
    ):
        body -= 1
    if not draft.is_(i, "nmod") or draft.tokens[i].upos != "PROPN" or draft.word(of) != "of" or of not in draft.subtree(i):
        return
    if draft.tokens[body].head != i or not draft.is_(body, "nmod:desc", "compound") or noun_class(draft.lemma(body)) != "GROUP":
        return
    for c in [c for c in draft.children(i) if c < body]:
        draft.move(c, body, draft.tokens[c].deprel)
    draft.move(of, body, "case")
    draft.move(body, office, "nmod")
    draft.move(i, office, "appos")


def office_beside_name(draft: Draft, i: int) -> None:
    """ "leader of the party | Ana Silva | left": two subjects that no comma parts are one, the first his office."""
    if draft.tokens[i].upos != "PROPN" or not draft.is_(i, "nsubj") or draft.children(i, "det"):
        return
    verb = draft.tokens[i].head
    office = next(
        (c for c in draft.children(verb, "dislocated", "nsubj") if c < i and draft.subtree(c)[-1] == draft.first(i) - 1), None
    )
    if office is None or draft.tokens[office].upos != "NOUN" or noun_class(draft.lemma(office)) != "HUMAN":
        return
    inside = range(office, draft.first(i))
    if (
        draft.child(office, "nmod") is None
        or draft.children(office, "nmod:poss", "conj")
        or any(draft.word(k) == "," for k in inside)
    ):
        return
    for c in [c for c in draft.children(office, "appos") if c == draft.first(i) - 1]:
        draft.move(c, i, "nmod:desc")  # the rank right before the name
    draft.move(office, i, "nmod:desc")


def title_beside_name(draft: Draft, i: int) -> None:
    """ "told the host | Ann Lee | a story": what somebody is and his name right behind it are one phrase, not two."""
    title = i - 1
    if title < 0 or draft.tokens[title].upos != "NOUN" or draft.tokens[title].head != draft.tokens[i].head:
        return
    named = draft.tokens[i].upos == "PROPN" and draft.first(i) == i
    described = draft.child(title, "det", "nmod:poss", "amod") is not None and draft.subtree(title)[-1] == title
    apart = draft.is_(title, "obl") and draft.is_(i, "nsubj")  # "last month | Ann Lee | left", "in recent weeks Peru has …"
    described = described and not apart and not draft.is_(title, "obl:unmarked")
    if named and described and draft.is_(i, *_BESIDE) and draft.is_(title, *_BESIDE):
        draft.move(i, title, "appos")


def standing_before_side(draft: Draft, i: int) -> None:
    """ "hosts | Brazil | beat Colombia": what a side is in a contest, in the plural, is said of the one name behind it."""
    standing = i - 1
    if standing < 0 or not draft.is_(i, "appos") or draft.tokens[i].head != standing or draft.tokens[i].upos != "PROPN":
        return
    head = draft.head(standing)
    word = draft.word(standing)
    if (
        head is None
        or word.removesuffix("s") not in words("standing")
        or not word.endswith("s")
        or draft.child(standing, "nmod:poss")
    ):
        return
    behind = [c for c in draft.children(standing, "conj") if c > i]
    _entitle(draft, standing, i, head)
    for c in behind:
        draft.move(c, i, "conj")


def trade_in_list(draft: Draft, i: int) -> None:
    """ "Tom Lee, | plumber | Ann Poe and …": in a list of people a bare trade goes with the name behind it."""
    trade = i - 1
    if trade < 0 or draft.tokens[i].upos != "PROPN" or draft.tokens[trade].head != draft.tokens[i].head:
        return
    bare = draft.tokens[trade].xpos == "NN" and not draft.children(trade, "det", "nmod:poss", "conj", "cc", "case")
    if bare and draft.is_(i, "conj") and draft.is_(trade, "conj") and noun_class(draft.lemma(trade)) == "HUMAN":
        draft.move(trade, i, "nmod:desc")


def list_of_subjects(draft: Draft, i: int) -> None:
    """ "The banks, | the union | and the mayor sued": what no comma parts from the verb is no aside but a list."""
    if not draft.is_(i, "nsubj") or draft.child(i, "appos") is None or draft.tokens[i].head < i:
        return
    items = [*draft.children(i, "appos")]
    items += [c for a in items for c in draft.children(a, "appos")]
    last = draft.subtree(i)[-1]
    heads = [c for n in (i, *items) for c in draft.children(n, "conj") if draft.child(c, "cc") is not None]
    if len(heads) != 1 or draft.subtree(heads[0])[-1] != last or draft.word(last + 1) == "," or heads[0] < max(items):
        return
    parted = all(draft.word(draft.first(a) - 1) == "," or draft.word(draft.first(a)) == "," for a in items)
    named = draft.child(heads[0], "det", "nmod:poss", "nummod") is not None or draft.tokens[heads[0]].upos == "PROPN"
    if parted and named and draft.word(draft.first(heads[0]) - 1) != "," and draft.word(draft.first(heads[0])) != ",":
        for c in (*items, heads[0]):
            draft.move(c, i, "conj")


def two_in_one(draft: Draft, i: int) -> None:
    """ "Costello, | Environment Minister Robert Hill | and …": behind a comma and a title another person begins."""
    if not draft.is_(i, "flat") or draft.word(i - 1) == ",":
        return
    n = draft.tokens[i].head
    titles = [c for c in draft.children(n, "nmod:desc", "compound") if n < c < i]
    begin = min((draft.first(c) for c in titles), default=i)
    if not titles or draft.word(begin - 1) != "," or any(begin < c < i for c in draft.children(n, "flat")):
        return
    further = [c for c in draft.children(n, "flat") if c > i]
    draft.move(i, n, "conj")
    for c in titles:
        draft.move(c, i, draft.tokens[c].deprel)
    for c in further:
        draft.move(c, i, "flat")


def second_of_list(draft: Draft, i: int) -> None:
    """ "the Journal, | Barron's magazine | and newspapers": between a name and "and" stands no aside but the second of a list."""
    n = draft.tokens[i].head
    if not draft.is_(i, "appos") or not draft.is_(n, "obj", "obl", "nmod") or draft.tokens[n].upos != "PROPN":
        return
    begin, last = draft.first(i), draft.subtree(i)[-1]
    final = next((c for c in draft.children(n, "conj") if c > last and draft.child(c, "cc") is not None), None)
    if final is None or draft.word(begin if draft.word(begin) == "," else begin - 1) != ",":
        return
    begin += draft.word(begin) == ","
    cc = draft.child(final, "cc") or final
    named = draft.tokens[begin].text[:1].isupper() and draft.child(i, "det") is None
    if named and draft.child(i, "conj") is None and cc in (last + 1, last + 2):
        draft.move(i, n, "conj")


def town_before_name(draft: Draft, i: int) -> None:
    """ "The | Portland, Ore., | thrift said": a town with its state before a noun says where that one is from."""
    state = draft.child(i, "appos")
    if state is None or draft.tokens[i].upos != "PROPN" or draft.tokens[state].upos != "PROPN" or draft.word(state - 1) != ",":
        return
    abbreviated = draft.tokens[state].text.endswith((".", "-based"))
    if not abbreviated or draft.subtree(i)[0] < i - 1 or state > i + 2:
        return
    rest = [c for c in draft.children(i, "appos", "nmod:poss") if c > state]
    closed = draft.tokens[state].text.endswith("-based") or draft.word(state + 1) == ","
    if not rest or not closed or draft.first(rest[0]) not in (state + 1, state + 2) or draft.child(rest[0], "det") is not None:
        return
    noun, head, deprel = rest[0], draft.head(i), draft.tokens[i].deprel
    if head is None or not draft.is_(i, "nsubj", "obj", "obl", "nmod", "dislocated", "conj"):
        return
    owner = draft.is_(noun, "nmod:poss")
    owned = next((c for c in draft.children(head, "nsubj") if c > noun), None) if owner else None
    if owner and owned is None:
        return
    draft.lift(noun, head if owned is None else owned, deprel if owned is None else "nmod:poss")
    draft.move(i, noun, "compound")
    for c in list(draft.children(i, "det", "case", "conj", "cc", "acl")):
        if c < i or c > noun:
            draft.move(c, noun, draft.tokens[c].deprel)


def town_of_based(draft: Draft, b: int) -> None:
    """ "Norwood, | Mass.-based Phoenix | fell": the town with its state says where that one is based, and does nothing itself."""
    noun, town = draft.tokens[b].head, b - 4
    if draft.word(b) != "based" or draft.word(b - 1) != "-" or draft.word(b - 3) != "," or noun < b or town < 0:
        return
    while draft.is_(town, "flat", "compound") and draft.tokens[town].head in range(b - 7, b - 3):
        town = draft.tokens[town].head
    if draft.tokens[town].upos != "PROPN" or draft.tokens[town].head in (b, b - 2):
        return
    head, deprel = draft.head(town), draft.tokens[town].deprel
    if town in draft.ancestors(noun):
        draft.lift(noun, head, deprel)
        for c in [c for c in draft.children(town) if c > noun or (c < town and not draft.is_(c, "flat", "compound"))]:
            draft.move(c, noun, draft.tokens[c].deprel)
    if head is None:
        draft.hang_root(town, b, "obl:unmarked")
    elif head in draft.ancestors(noun):
        draft.move(town, b, "obl:unmarked")


def two_with_hyphen(draft: Draft, i: int) -> None:
    """ "the | Israel-Hamas | war": two names before a noun for what both have a part in stand side by side."""
    first, noun = i - 2, draft.tokens[i].head
    if first < 0 or noun < i or draft.word(i - 1) not in ("-", "–") or draft.lemma(noun) not in words("mutual"):
        return
    if not all(draft.tokens[k].text[:1].isupper() and draft.is_(k, "compound", "amod", "nmod:desc") for k in (first, i)):
        return
    if draft.tokens[first].head in (i, noun):
        relation = draft.tokens[i].deprel
        draft.lift(first, noun, relation)
        draft.move(i, first, "conj")
