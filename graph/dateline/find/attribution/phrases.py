"""Attributions without a verb: "according to X", "in X's words", "as X put it", a headline's or transcript's colon."""

from collections.abc import Iterator

from dateline.find.attribution.finding import Finding
from dateline.find.attribution.lexicon import labels, phrases, speakers
from dateline.find.attribution.page import Page, Range
from dateline.find.attribution.quotations import MARKS
from dateline.find.attribution.sources import behind_asides, phrase
from dateline.find.lexicon import noun_class
from dateline.model import Stance

# by first word, the widest first
_WIDTHS = {first: sorted({len(p) for p in phrases("source") if p[0] == first}, reverse=True) for first, *_ in phrases("source")}
_HEADLINE = 40  # tokens
_SPEAKER = 8  # tokens of a speaker's name and title
_DASHES = frozenset(("—", "–", "―", "-", "--"))


def according(page: Page, i: int) -> Finding | None:
    """A phrase with the source after it: the rest of its sentence is the content."""
    widths = _WIDTHS.get(page.word(i), ())
    width = next((n for n in widths if _words(page, i, n) in phrases("source")), 0)
    if not width:
        return None
    stop = page.sentence(i)[1]
    end = i + width
    if end >= stop or (width == 1 and page.tokens[i].upos != "ADP"):
        return None
    head = _noun(page, end, stop)
    if head is None:
        return None
    if width == 1 and page.tokens[head].upos != "PROPN":
        return None  # "per day", "per person"
    source = phrase(page, head, end - 1)
    if source is None:
        return None
    source = _bounded(page, (end, max(source[1], head + 1)), stop)
    content = _rest(page, i, behind_asides(page, head, source[1]))
    return Finding(head=i, cue=(i, end), source=source, content=content) if content else None


def _words(page: Page, i: int, n: int) -> tuple[str, ...]:
    return tuple(page.word(j) for j in range(i, i + n))


def _noun(page: Page, first: int, stop: int) -> int | None:
    """The head of the noun phrase that begins at a token: the word there whose governor lies outside."""
    i = first
    while i < stop and page.tokens[i].upos in ("DET", "ADJ", "NUM", "ADV", "PUNCT") and page.word(i) not in (",", "."):
        i += 1
    if i >= stop or page.tokens[i].upos not in ("NOUN", "PROPN", "PRON", "X", "VERB"):
        return None
    for _ in range(6):
        head = page.tokens[i].head
        if (
            head <= i
            or head >= stop
            or not page.tree.is_(i, "compound", "flat", "nmod:poss", "nmod:desc", "amod", "det", "nummod")
        ):
            break
        i = head
    named = next((n for n in page.document.names if n.label == "PERSON" and n.first == i + 1 < stop), None)
    inside = range(0) if named is None else range(named.first, named.stop)  # "campaigner | Ana Ruiz | of the Network"
    return next((j for j in inside if page.tokens[j].head not in inside), i)


def _bounded(page: Page, source: Range, stop: int) -> Range:
    """A source that does not run into the main clause: cut at a comma that a subject and its verb follow."""
    first, last = source
    for j in range(first + 1, min(last, stop)):
        if page.word(j) == "," and page.sentence(first)[0] >= first - 4:
            return first, j
    return first, min(last, stop)


def _rest(page: Page, first: int, stop: int) -> tuple[Range, ...]:
    """The sentence without a phrase in it, as its content; a phrase inside a quotation keeps to it."""
    begin, end = page.sentence(first)
    q = page.quoted[first]
    if q >= 0:
        begin, end = max(begin, page.quotations[q].first + 1), min(end, page.quotations[q].stop)
    if q < 0 and begin > 0 and page.quoted[begin - 1] >= 0 and page.word(begin - 2) in ("?", "!", ","):
        begin = page.quotations[page.quoted[begin - 1]].first  # a sentence break after “…?” parts it from its speaker
    before, after = page.trim(begin, first), page.trim(min(stop, end), end)
    pieces = [p for p in (before, after) if p is not None and p[1] - p[0] > 1]
    if before is not None and after is not None and page.word(first - 1) != ",":
        pieces = [max(pieces, key=lambda p: p[1] - p[0])] if pieces else []
    return tuple(pieces)


def possessed(page: Page, i: int) -> Finding | None:
    """ "In X's words": the possessor of a noun in a fixed phrase."""
    tree = page.tree
    case, owner = tree.child(i, "case"), tree.child(i, "nmod:poss")
    if case is None or owner is None or (page.word(case), page.lemma(i)) not in phrases("noun") or case > owner:
        return None
    if _woven(page, case, i):
        return None
    source = phrase(page, owner, i)
    content = _rest(page, case, i + 1)
    return Finding(head=i, cue=(i, i + 1), source=source, content=content) if content else None


def _woven(page: Page, case: int, noun: int) -> bool:
    """Whether a phrase with a complement is part of its clause: "is right in his assessment of the attack"."""
    complement = any(c > noun for c in page.tree.children(noun, "nmod", "acl"))
    return complement and case > page.sentence(case)[0] and page.word(case - 1) not in (",", "—", "–")


def headline(page: Page, first: int, stop: int) -> Finding | None:
    """ "Minister: budget will pass", "Truce forced after failure: Amirabdollahian"."""
    colons = [i for i in range(first, min(stop, first + _HEADLINE)) if page.word(i) == ":" and page.quoted[i] < 0]
    if not colons:
        return None
    left, right = page.trim(first, colons[0]), page.trim(colons[-1] + 1, stop)
    if left is None or right is None:
        return None
    if len(colons) == 1 and stop - first <= _HEADLINE and _names(page, *right, closing=True):
        return Finding(head=colons[0], cue=(colons[0], colons[0] + 1), source=right, content=(left,))
    if _names(page, *left):
        rest = page.trim(colons[0] + 1, stop)
        return Finding(head=colons[0], cue=(colons[0], colons[0] + 1), source=left, content=(rest,)) if rest else None
    return None


def _names(page: Page, first: int, stop: int, *, closing: bool = False) -> bool:
    """Whether a stretch names somebody who can speak."""
    if stop - first > _SPEAKER or any(
        page.word(i) in MARKS or page.tokens[i].upos in ("VERB", "AUX") for i in range(first, stop)
    ):
        return False
    words = [page.word(i) for i in range(first, stop)]
    if " ".join(words) in labels() or words[-1] in labels() or (len(words) > 1 and words[0] in ("how", "why", "what", "the")):
        return False
    places = {n.first for n in page.document.names if n.label in ("LOC", "EVENT") and n.first <= first and n.stop >= stop}
    if places:
        return False
    person = any(n.label == "PERSON" and first <= n.first < stop for n in page.document.names) and not _owned(page, stop - 1)
    last = page.tokens[stop - 1]
    proper = last.text.isalpha() and (last.upos == "PROPN" or last.text.isupper())
    return person or words[-1] in speakers() or (proper and (closing or stop - first <= 3) and not words[-1].isdigit())


def _owned(page: Page, i: int) -> bool:
    """Whether a noun names what somebody has, and not who speaks for him: "Lopez's killing", but "Lopez's lawyer"."""
    own = page.tree.child(i, "nmod:poss")
    return own is not None and own < i and noun_class(page.lemma(i)) not in ("HUMAN", "GROUP")


def transcript(page: Page, paragraph: range) -> Finding | None:
    """ "SMITH: We will go on.": a speaker's name, a colon and what was said, at the start of a paragraph."""
    limit = min(paragraph.stop, paragraph.start + _SPEAKER + 3)
    colon = next((i for i in range(paragraph.start, limit) if page.word(i) == ":"), None)
    if colon is None or colon + 1 >= paragraph.stop:
        return None
    speaker, content = page.trim(paragraph.start, colon), page.trim(colon + 1, paragraph.stop)
    if speaker is None or content is None or not _names(page, *speaker):
        return None
    capitals = all(page.tokens[i].text.isupper() for i in range(*speaker) if page.tokens[i].upos != "PUNCT")
    q = page.quoted[colon + 1]
    if q >= 0 and page.quotations[q].first == colon + 1:
        content = colon + 1, page.quotations[q].stop
    elif not capitals:
        return None
    return Finding(head=colon, cue=(colon, colon + 1), source=speaker, content=(content,))


def _interjected(page: Page, paragraph: range) -> Iterator[Finding]:
    """ "… Lopez: “We lost.” Ruiz: “We won.”": the names before quotations in the middle of a paragraph."""
    for q in page.quotations:
        first = page.sentence(q.first)[0]
        if page.word(q.first - 1) == ":" and paragraph.start < first < q.first < paragraph.stop:
            yield from filter(None, (transcript(page, range(first, paragraph.stop)),))


def posted(page: Page, paragraph: range) -> Finding | None:
    """ "@ana_kovacs: We thank …", "Ana Kovacs (@ana_kovacs): We thank …": a post behind the name of its account."""
    limit = min(paragraph.stop - 1, paragraph.start + _SPEAKER + 3)
    colon = next((i for i in range(paragraph.start, limit) if page.word(i) in (":", "):")), None)
    account = None if colon is None else next((i for i in range(paragraph.start, colon) if page.word(i).startswith("@")), None)
    if colon is None or account is None or account != colon - 1:
        return None
    bracketed = page.word(account - 1) == "(" and account - 1 > paragraph.start
    if account > paragraph.start and not bracketed:
        return None
    source, content = page.trim(paragraph.start, account - 1 if bracketed else colon), page.trim(colon + 1, paragraph.stop)
    return Finding(head=colon, cue=(colon, colon + 1), source=source, content=(content,)) if source and content else None


def turns(page: Page) -> Iterator[Finding]:
    """The turns of an interview, "Q: …" and "A: …", which are not the writer's words; whose they are only the reader knows."""
    begun = {p.start: page.word(p.start) for p in page.paragraphs if len(p) > 2 and page.word(p.start + 1) in (":", ".")}
    if set(begun.values()) >= {"q", "a"}:
        for paragraph in page.paragraphs:
            letter = begun.get(paragraph.start, "")
            content = page.trim(paragraph.start + 2, paragraph.stop) if letter in ("q", "a") else None
            if content:
                colon = paragraph.start + 1
                stance: Stance = "asks" if letter == "q" else "affirms"
                yield Finding(head=colon, cue=(colon, colon + 1), content=(content,), stance=stance)


def signed(page: Page, paragraph: range) -> Finding | None:
    """ "“…” — Anna Kovacs, teacher": a quotation with its speaker's name set below or behind it."""
    last = next((i for i in range(paragraph.start, paragraph.stop) if page.word(i) in _DASHES and page.quoted[i] < 0), None)
    if last is None or last + 1 >= paragraph.stop or paragraph.stop - last > 2 * _SPEAKER:
        return None
    q = page.quoted[last - 1] if last > 0 else -1
    comma = next((i for i in range(last + 1, paragraph.stop) if page.word(i) == ","), paragraph.stop)
    source = page.trim(last + 1, comma)
    if q < 0 or source is None or page.quotations[q].stop != last or not _names(page, *source):
        return None
    quotation = page.quotations[q]
    return Finding(head=last, cue=(last, last + 1), source=source, content=((quotation.first, quotation.stop),))


def colons(page: Page) -> Iterator[Finding]:
    """Forms of layout: the colon in headlines and at the start of paragraphs, the dash after a quotation."""
    for paragraph in filter(None, page.paragraphs):
        if page.tree.sentence(paragraph.start).block == "paragraph":
            yield from filter(None, (transcript(page, paragraph), posted(page, paragraph), signed(page, paragraph)))
            yield from _interjected(page, paragraph)
        else:  # a whole line: its colon may end what the parser takes for a sentence
            yield from filter(None, (headline(page, paragraph.start, paragraph.stop),))
    yield from turns(page)
