"""Who speaks: from a cue word to the noun phrase of its source."""

from bisect import bisect_right

from dateline.find.attribution.frames import infinitival
from dateline.find.attribution.lexicon import cues, framed
from dateline.find.attribution.page import NOMINAL, Page, Range
from dateline.find.attribution.quotations import MARKS
from dateline.find.lexicon import bodies, noun_class, noun_sets

_BREAKS = frozenset((",", ".", ";", ":", "?", "!", "—", "–", "--", "(")) | MARKS
RELATIVE = frozenset(("WP", "WDT"))  # "the bank, which posted a loss, apologised"
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_VOICED = 6  # tokens from a verb to the noun that it voices
_BRACKETED = 8  # tokens of what a bracket adds to a name: an acronym, a ticker, a party and a state
RECEIVING = frozenset(("receive", "get", "hear", "accept", "take"))  # verbs of whoever has words from another
_SAYABLE = frozenset(("this", "that", "nothing", "something", "little", "much", "more"))  # "had | this | to say"
_STEPS = 6  # how far up the tree a subject is looked for


def passive(page: Page, verb: int) -> bool:
    """Whether a verb is passive."""
    tree, token = page.tree, page.tokens[verb]
    if any(tree.is_(c, "nsubj:pass", "aux:pass", "csubj:pass") for c in tree.children(verb)):
        return True
    bare = token.xpos == "VBN" and not any(tree.is_(c, "nsubj", "aux") for c in tree.children(verb))
    if bare and tree.is_(verb, "acl") and agent(page, verb) is None and _past(page, verb):
        return False  # "The mayor called on …" read as a noun phrase
    return bare and tree.is_(verb, "acl", "advcl", "amod")


def _past(page: Page, participle: int) -> bool:
    """Whether what looks like a participle is a past tense: its phrase is all there is, or its preposition stays behind it."""
    root = page.tokens[participle].head
    whole = page.tree.head(root) is None and page.tokens[root].upos in ("NOUN", "PROPN", "PRON")
    if whole and not page.tree.children(root, "cop", "nsubj", "aux"):
        return True
    return framed(cues(page.lemma(participle), "VERB"), page.word(participle + 1)) is not None


def agent(page: Page, verb: int) -> int | None:
    """The "by" phrase of a passive."""
    tree = page.tree
    for child in tree.children(verb, "obl"):
        case = tree.child(child, "case")
        if page.tokens[child].deprel == "obl:agent" or (case is not None and page.lemma(case) == "by"):
            return child
    return None


def subject(page: Page, verb: int) -> int | None:
    """The word that is understood as a verb's subject: its own, or the one it shares with a verb above it.

    A noun phrase right before a finite verb of speech outweighs a tree that has its subject elsewhere: parsers err most often
    after datelines, programme names and titles.
    """
    found = _antecedent(page, shared(page, verb), verb)
    if page.tokens[verb].xpos not in _FINITE:
        return found
    near = before(page, verb)
    if (
        near is None
        or page.tokens[near].xpos in RELATIVE
        or page.time(near) is not None
        or (found is not None and (found > verb or page.low[found] <= near <= page.high[found]))
    ):
        return found
    return _top(page, near, verb)


def _antecedent(page: Page, who: int | None, verb: int) -> int | None:
    """Whom a relative pronoun means: "the | man | who said he was innocent"; any other subject itself."""
    if who is None or page.tokens[who].xpos not in RELATIVE:
        return who
    node = verb
    for above in page.tree.ancestors(verb):
        if page.tree.is_(node, "acl:relcl") and page.low[node] <= who:
            return above
        node = above
    return who


def _top(page: Page, i: int, verb: int) -> int:
    """The head of the noun phrase, or of the name, that ends at a token: "the Organization for Migration | says"."""
    names = page.document.names
    name = names[bisect_right(names, i, key=lambda n: n.first) - 1] if names else None
    if name is not None and name.first < i and name.stop == i + 1:
        inside = range(name.first, name.stop)
        return next((j for j in inside if page.tokens[j].head not in inside and page.high[j] >= i), i)
    for _ in range(_STEPS):
        head = page.tokens[i].head
        if head >= verb or head < page.sentence(i)[0] or not page.tree.is_(i, "flat", "compound", "goeswith", "dep"):
            break
        i = head
    return i


def shared(page: Page, verb: int) -> int | None:
    """A verb's subject by the tree."""
    tree, node = page.tree, verb
    if page.tokens[verb].xpos == "VBG" and page.word(verb - 1) == ",":
        node = _outer(page, verb)
        node = _governor(page, verb) if node == verb else node
    for _ in range(_STEPS):
        own = page.subjects.get(node)
        if own is not None:
            return own
        head = tree.head(node)
        if head is None or node in page.expletives:
            return None
        if tree.is_(node, "acl"):
            if page.tokens[node].xpos == "VBG" and page.word(page.low[node]) == "of":
                return None  # "charges of insulting the king": no charge insults
            return _bearer(page, head) if infinitival(page, node) else _author(page, head)
        if tree.is_(node, "xcomp") or as_saying(page, node) or _kept_from(page, node):
            controller = page.objects.get(head)
            if controller is not None and controller < node and page.word(controller) not in _SAYABLE:
                return controller
        elif not tree.is_(node, "conj", "advcl", "parataxis", "ccomp", "dep") or (
            tree.is_(node, "ccomp", "parataxis") and page.tokens[node].xpos != "VBG"
        ):
            return None
        node = head
    return None


def as_saying(page: Page, verb: int) -> bool:
    """Whether a participle behind "as" is what somebody is quoted or described as doing: "quoted him as | saying |"."""
    return page.tokens[verb].xpos == "VBG" and any(page.word(m) == "as" for m in page.tree.children(verb, "mark"))


def _kept_from(page: Page, verb: int) -> bool:
    """Whether a participle is what somebody is kept from doing: "nothing distracts | us | from seeing"."""
    return page.tokens[verb].xpos == "VBG" and page.word(page.low[verb]) == "from"


def _bearer(page: Page, noun: int) -> int | None:
    """Who does what an infinitive behind a noun says: "the first | mayor | to deny it", "the | mayor's | plan to deny it"."""
    word = page.lemma(noun)
    kind = noun_class(word)  # "the authority to seize it" is no body
    body = word in bodies() and kind != "ABSTRACT"
    acts = kind in ("HUMAN", "GROUP") or body or "PERSON" in noun_sets().get(word, frozenset())
    return noun if acts or page.tokens[noun].upos != "NOUN" else page.tree.child(noun, "nmod:poss")


def _author(page: Page, noun: int) -> int:
    """Who speaks in "issued a statement saying …": whoever issued it, or else the statement."""
    if framed(cues(page.lemma(noun), page.tokens[noun].upos), "clause") is None:
        return noun
    owner, start = owner_of(page, noun)
    return noun if owner is None or start == noun else owner


def _governor(page: Page, participle: int) -> int:
    """The nearest verb with a subject above a participle after a comma, past any noun it was hung on."""
    node = participle
    for _ in range(2 * _STEPS):
        head = page.tree.head(node)
        if head is None:
            return participle
        node = head
        if node in page.subjects and page.tokens[node].xpos != "VBG":
            return node
    return participle


def _outer(page: Page, participle: int) -> int:
    """The verb whose subject goes on speaking in ", adding that …": not that of the clause which he reports."""
    tree, node = page.tree, participle
    found = participle
    for _ in range(2 * _STEPS):
        head = tree.head(node)
        if head is None or not page.clear(head, participle):
            break
        reported = tree.is_(node, "ccomp") or page.word(page.low[node]) == "that"
        again = page.lemma(head) == page.lemma(participle)  # "they say he left, saying …": nobody says that he says, and says
        if reported and not again and head < participle and framed(cues(page.lemma(head), page.tokens[head].upos), "clause"):
            found = head
        node = head
    return found


def after(page: Page, i: int) -> int | None:
    """The head of a noun phrase that begins right after a token: "said the old minister"."""
    stop = page.sentence(i)[1]
    last = None
    for j in range(i + 1, min(stop, i + 12)):
        token = page.tokens[j]
        if page.word(j) in _BREAKS or token.upos in ("VERB", "AUX", "SCONJ", "ADP"):
            break
        if token.upos in ("NOUN", "PROPN", "PRON"):
            last = j
        elif token.upos not in NOMINAL and page.word(j) not in ("-", "'s", "’s"):
            break
    return last


def before(page: Page, i: int) -> int | None:
    """The head of a noun phrase that ends right before a token: "the old minister said"."""
    first = page.sentence(i)[0]
    j = i - 1
    while j >= first and page.tokens[j].upos in ("ADV", "AUX", "PART"):
        j -= 1
    if j >= first and page.word(j) == ")":  # "the Civil Defence Agency | (CDA) | said"
        j = _bracket(page, first, j) - 1
    return j if j >= first and page.tokens[j].upos in ("NOUN", "PROPN", "PRON") else None


def _bracket(page: Page, first: int, stop: int) -> int:
    """Where the last bracket opens between two tokens; the second of them where none does."""
    return next((k for k in range(stop - 1, max(first, stop - _BRACKETED) - 1, -1) if page.word(k) == "("), stop)


def phrase(page: Page, head: int, cue: int) -> Range | None:
    """The whole noun phrase of a source, on its side of the cue and of all quotation marks."""
    first, stop = page.extent(head)
    for lower, upper in (page.sentence(head), page.level(head)):
        first, stop = max(first, lower), min(stop, upper)
    if head < cue:
        stop = min(stop, cue)
    else:
        first = max(first, cue + 1)
    around = [c for c in page.tree.children(head, "acl:relcl") if c > head and page.low[c] <= cue <= page.high[c]]
    told = next((i for c in around for i in range(page.low[c], cue) if page.tokens[i].xpos in RELATIVE), None)
    if told is not None:
        return told, told + 1  # "the man | who | said so": where the text has him, and who he is the actors tell
    stop = min((stop, *(page.low[c] for c in around)))
    stop = _without_asides(page, head, stop)
    copula = page.tree.child(head, "cop")
    if copula is not None and copula < head:  # "she was | the first minister | to deny it"
        first = max(first, copula + 1)
    time = page.time(stop - 1) if stop > head + 1 else None
    if time is not None and time.start > page.tokens[head].start:  # "the court on Thursday": the date is the verb's
        stop = max(head + 1, page.tree.within(time.start, time.end).start)
    if page.word(stop - 1) == ")":
        stop = max(head + 1, _bracket(page, head, stop - 1))
    while stop > head + 1 and (
        page.tokens[stop - 1].xpos in ("POS", "TO") or page.tokens[stop - 1].upos in ("PUNCT", "CCONJ", "AUX", "SCONJ", "ADP")
    ):
        stop -= 1
    while first < head and page.tokens[first].upos in ("PUNCT", "CCONJ", "ADP", "SCONJ"):
        first += 1
    return first, stop


def _asides(page: Page, head: int) -> list[int]:
    """The verbs of the clauses by which something is told of a source by the way ("Ana Silva, who | heads | the bank")."""
    named = [head, *page.tree.children(head, "conj", "appos", "flat")]
    clauses = (c for member in named for c in page.tree.children(member, "acl:relcl") if c > head)
    return [c for c in clauses if "," in (page.word(page.low[c] - 1), page.word(page.low[c]))]


def _without_asides(page: Page, head: int, stop: int) -> int:
    """Where a source ends: before what is told of it by the way."""
    commas = (j for c in _asides(page, head) for j in (page.low[c] - 1, page.low[c]) if page.word(j) == "," and j > head)
    return min((stop, *commas))


def behind_asides(page: Page, head: int, stop: int) -> int:
    """Where what is told of a source right behind it ends."""
    stop = behind_bracket(page, stop)
    return max((page.high[c] + 1 for c in _asides(page, head) if page.low[c] - 1 <= stop <= c), default=stop)


def behind_bracket(page: Page, i: int) -> int:
    """Where a bracket that opens at a token ends; the token where none does."""
    inside = range(i + 1, min(i + _BRACKETED + 1, len(page.tokens))) if page.word(i) == "(" else range(0)
    return next((j + 1 for j in inside if page.word(j) == ")"), i)


def cue_range(page: Page, head: int, *more: int) -> Range:
    """A cue word with its auxiliaries, negation and adverbs beside it, and whatever else belongs to it."""
    first = head
    helpers = set(page.tree.children(head, "aux", "cop", "advmod"))
    while first - 1 in helpers and page.clear(first - 1, head):
        first -= 1
    last = max((m for m in more if m - head <= 4), default=head)
    particles = [c for c in page.tree.children(head, "compound:prt") if c - head <= 2]
    return first, max(head, last, *particles) + 1 if particles else max(head, last) + 1


def _aroused(page: Page, i: int, verb: int) -> bool:
    """Whether a feeling is what something brings about in others: "raised fears of", ", raising questions about"."""
    if framed(cues(page.lemma(verb), page.tokens[verb].upos), "arouses") is None:
        return False
    along = page.tokens[verb].xpos == "VBG" and page.tree.child(verb, "aux") is None
    return along or framed(cues(page.lemma(i), page.tokens[i].upos), "aroused") is not None


def owner_of(page: Page, i: int) -> tuple[int | None, int]:
    """Whose words a noun stands for, and where the cue begins: at the noun, or at the verb that voices it."""
    tree = page.tree
    owner, head = tree.child(i, "nmod:poss"), tree.head(i)
    received = head is not None and page.lemma(head) in RECEIVING and tree.is_(i, "obj") and not passive(page, head)
    author = _by(page, i, *(("by", "from") if received else ("by",)))
    if owner is None and (received or author is not None):
        return author, i  # "received reports from a farmer that …": whoever hears something does not say it
    voiced = head is not None and head < i <= head + _VOICED and tree.is_(i, "obj") and not _aroused(page, i, head)
    if head is not None and voiced and framed(cues(page.lemma(head), page.tokens[head].upos), "noun"):
        who = agent(page, head) if passive(page, head) else subject(page, head)
        if who is not None and who < head and (owner is None or page.tokens[owner].upos == "PRON"):
            return who, head
    if owner is not None:
        return owner, i
    return _by(page, i, "by", "from"), i


def _by(page: Page, noun: int, *words: str) -> int | None:
    """Whose words a noun stands for by the preposition behind it: "a warning | by | the army"."""
    for child in page.tree.children(noun, "nmod", "obl"):
        case = page.tree.child(child, "case")
        if case is not None and page.word(case) in words and child > noun:
            return child
    return None
