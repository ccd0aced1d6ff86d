"""Direct speech: each quotation goes to the cue verb beside it, or to the speaker before.

    “…,” said X.     X said: “…”     “…,” X said, “…”     X said. “…”     X continued: ¶ “…”

Works from marks and word order first, since parsers are least sure where a sentence is broken by quotations.
"""

from collections.abc import Iterator

from dateline.find.attribution.clauses import aside
from dateline.find.attribution.finding import Finding
from dateline.find.attribution.lexicon import Cue, cues, framed
from dateline.find.attribution.page import Page, Range
from dateline.find.attribution.quotations import MARKS, Quotation
from dateline.find.attribution.sources import after, as_saying, before, cue_range, passive, phrase, subject
from dateline.find.attribution.stance import stance

_REACH = 40  # tokens between a quotation and its verb
_LONG = 5  # words from which a quotation is speech even when it starts in lower case
_BARE = 14  # tokens of a sentence that only names the speaker
_LEARNT = ("finding", "knowledge")  # "found a note: …" is not said by whoever finds it
_UTTERED = ("report", "manner")
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose", "to"))


def speech(page: Page) -> list[Finding]:
    """All direct speech with its cue and source, each cue once."""
    spoken: dict[int, list[Range]] = {}
    last: int | None = None
    taken = 0  # where the content found so far ends
    for quotation in page.quotations:
        if not _speaks(page, quotation):
            continue
        verb = _verb_for(page, quotation)
        if verb is None:
            verb = _running_on(page, quotation, last, spoken)
        if verb is None:
            continue
        pieces = _woven(page, quotation, verb, spoken) or [_piece(page, quotation, verb, spoken, taken)]
        spoken.setdefault(verb, []).extend(pieces)
        last, taken = verb, pieces[-1][1]
    return [f for verb, pieces in spoken.items() if (f := _finding(page, verb, pieces)) is not None]


def _speaks(page: Page, q: Quotation) -> bool:
    """Whether a quotation is somebody's speech, not a loaded word, a nickname or a title."""
    words = [i for i in range(q.first, min(q.stop, q.first + 60)) if page.tokens[i].upos not in ("PUNCT", "SYM")]
    if not words:
        return False
    ends = page.word(q.stop - 2 if q.closed else q.stop - 1) in (",", ".", "!", "?", "…", "...", "—", "–", "--")
    outside = page.word(q.stop) == ","
    verb = any(page.tokens[i].upos in ("VERB", "AUX") for i in words)
    if len(words) < _LONG and not verb and q.first > page.sentence(q.first)[0] and not _introduced(page, q):
        return False
    return ends or outside or len(words) > _LONG or (verb and len(words) > 2) or _introduced(page, q)


def _introduced(page: Page, q: Quotation) -> bool:
    return page.word(q.first - 1) in (",", ":")


def _capital(page: Page, q: Quotation) -> bool:
    """Whether a quotation begins like a sentence of its own."""
    return q.first + 1 < q.stop and page.tokens[q.first + 1].text[:1].isupper()


def quotative(page: Page, i: int) -> Cue | None:
    """The cue that a verb is when it stands beside direct speech."""
    found = cues(page.lemma(i), page.tokens[i].upos)
    return framed(found, "clause") or framed(found, "quote")


def _verb_for(page: Page, q: Quotation) -> int | None:
    """The cue verb beside a quotation: a colon before it decides, then the words after it, then those before."""
    leading = _verb_before(page, q)
    if leading is not None and page.word(q.first - 1) == ":":
        return leading
    following = _verb_after(page, q)
    if following is None and leading is None:
        return _alone(page, q) or _reopened(page, q)
    return leading if following is None else following


def _alone(page: Page, q: Quotation) -> int | None:
    """ "We lost." Ruiz said.: the verb of a sentence behind a quotation that only names its speaker."""
    if not q.closed or page.word(q.stop - 2) != "." or q.stop >= len(page.tokens) or q.first != page.sentence(q.first)[0]:
        return None
    first, stop = page.sentence(q.stop)
    if first != q.stop or stop - first > _BARE or page.paragraph(first) != page.paragraph(q.first):
        return None
    verbs = [i for i in range(first, stop) if page.tokens[i].upos in ("VERB", "AUX")]
    said = verbs[0] if len(verbs) == 1 and page.tokens[verbs[0]].upos == "VERB" else None
    cue = None if said is None else quotative(page, said)
    if said is None or cue is None or cue.kind not in _UTTERED or page.word(stop - 1) != "." or said not in page.subjects:
        return None
    return None if page.tree.children(said, "obj", "iobj", "xcomp", "ccomp") else said


def _reopened(page: Page, q: Quotation) -> int | None:
    """The verb beside the quotation that begins where another was left open: one speech with the mark set twice."""
    n = page.quoted[q.first] + 1
    adjoining = not q.closed and n < len(page.quotations) and page.quotations[n].first == q.stop
    return _verb_for(page, page.quotations[n]) if adjoining and page.paragraph(q.first) == page.paragraph(q.stop) else None


def _verb_after(page: Page, q: Quotation) -> int | None:
    """“…,” said X: the first cue verb after a quotation that its sentence goes on after."""
    last = page.word(q.stop - 2)
    if (
        not q.closed
        or q.stop >= len(page.tokens)
        or not (last in (",", "?", "!", "…", "...", "—", "–", "--") or page.word(q.stop) == ",")
    ):
        return None
    stop = min(q.stop + _REACH, page.paragraphs[page.paragraph(q.stop - 1)].stop)
    if page.word(q.first - 1) == ":":  # "asked him: “Who left?” | Critics praised it"
        stop = min(stop, page.sentence(q.first)[1])
    for i in range(q.stop, stop):
        token = page.tokens[i]
        if page.quoted[i] >= 0 or token.text in (".", ";", ":"):
            return None
        if token.upos != "VERB" or quotative(page, i) is None:
            continue
        if (
            page.tree.is_(i, "amod")
            or page.word(i - 1) in _RELATIVE
            or (token.xpos == "VBG" and page.tree.child(i, "aux") is None and not as_saying(page, i))
        ):
            continue
        return None if _busy(page, q, i) else i
    return None


def _busy(page: Page, q: Quotation, verb: int) -> bool:
    """Whether a verb after a quoted phrase has content of its own: "the author of “Ships” announced his plans", "but said …"."""
    woven = q.first > page.sentence(q.first)[0] and not _introduced(page, q)
    hears = framed(cues(page.lemma(verb), "VERB"), "hearer") is not None
    further = page.tokens[verb - 1].upos == "CCONJ"
    return woven and (further or (not hears and page.objects.get(verb, -1) > verb))


def _verb_before(page: Page, q: Quotation) -> int | None:
    """X said: “…”: the last cue verb before a quotation in its sentence, or at the end of the paragraph before."""
    first = page.sentence(q.first)[0]
    i = q.first - 1
    if q.first == page.paragraphs[page.paragraph(q.first)].start:
        if i < 0 or page.word(i) not in (":", ","):
            return None
        first = page.sentence(i)[0]
    elif first == q.first:
        if page.word(i) != ":":
            return None
        first = page.sentence(i)[0]
    introduced = page.word(i) in (",", ":") or quotative(page, i) is not None
    if not introduced:
        return None
    for j in range(i, max(first, i - _REACH) - 1, -1):
        if page.quoted[j] >= 0 or page.word(j) == ";":
            return None
        if page.tokens[j].upos == "VERB" and (cue := quotative(page, j)) is not None and not page.tree.is_(j, "amod"):
            return None if cue.kind in _LEARNT and j < page.objects.get(j, j) < q.first else j
    return None


def _running_on(page: Page, q: Quotation, last: int | None, spoken: dict[int, list[Range]]) -> int | None:
    """The speaker before goes on: a quotation that begins a sentence or a paragraph and names no one."""
    if last is None or q.first != page.sentence(q.first)[0]:
        return None
    here, there = page.paragraph(q.first), page.paragraph(max(last, spoken[last][-1][1] - 1))
    return last if here - there <= 1 else None


def _piece(page: Page, q: Quotation, verb: int, spoken: dict[int, list[Range]], taken: int) -> Range:
    """The stretch that a quotation adds to the content: with the words of its sentence that lead into it."""
    first = page.sentence(q.first)[0]
    if verb > q.first and first < q.first and verb not in spoken:
        return (q.first if _introduced(page, q) and _capital(page, q) else max(first, taken)), q.stop
    if first < verb < q.first and verb not in spoken:
        clause = next((c for c in page.tree.children(verb, "ccomp") if c > verb), None)
        if clause is not None and verb < page.low[clause] < q.first:
            return page.low[clause], q.stop
    return q.first, q.stop


def _woven(page: Page, q: Quotation, verb: int, spoken: dict[int, list[Range]]) -> list[Range]:
    """Both parts of a clause that a quotation goes on with behind its speaker: "The plan, he said, “will fail” by June"."""
    if verb in spoken or not page.sentence(q.first)[0] < verb < q.first:
        return []
    inserted = aside(page, verb, cues(page.lemma(verb), page.tokens[verb].upos), enclosed=True)
    if inserted is None:
        return []
    _, (lead, (_, stop)), _ = inserted
    goes_on = q.closed and q.stop < stop and page.word(q.stop - 2) not in (",", ".") and page.word(q.stop) != ","
    return [lead, (q.first, stop if goes_on else q.stop)]


def _speaker(page: Page, verb: int, pieces: list[Range]) -> Range | None:
    """The subject of a cue verb, read off the tree, or off the word order where the tree has none in reach."""
    who = subject(page, verb)
    if who is None or not page.clear(who, verb) or page.sentence(who) != page.sentence(verb):
        who = before(page, verb) if page.tokens[verb - 1].text not in MARKS else None
    if who is None and any(stop <= verb for _, stop in pieces):
        who = after(page, verb)
        who = who if who is not None and page.clear(who, verb) else None
    return _between(page, verb) if who is None else phrase(page, who, verb)


def _between(page: Page, verb: int) -> Range | None:
    """The words from the quotation, or the sentence's beginning, to the verb: "Anna Kovacs, who lost her house, said"."""
    found = page.trim(max(page.sentence(verb)[0], page.level(verb)[0]), verb)
    if (
        found is None
        or found[1] - found[0] > _REACH
        or page.tokens[found[0]].upos not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM")
    ):
        return None
    return found


def _finding(page: Page, verb: int, pieces: list[Range]) -> Finding | None:
    cue = quotative(page, verb)
    content = tuple(_merged(page, sorted(pieces)))
    if cue is None or not content:
        return None
    who = _speaker(page, verb, pieces) if not passive(page, verb) or _is_shown(page, verb) else None
    return Finding(
        head=verb,
        cue=cue_range(page, verb),
        source=who,
        content=content,
        stance=stance(page, verb, cue, content[0][0]),
        kind=cue.kind,
    )


def _is_shown(page: Page, verb: int) -> bool:
    """Whether a passive has its subject do what a participle says: "| is shown | lecturing them: “…”"."""
    return any(page.tokens[c].xpos == "VBG" and c == verb + 1 for c in page.tree.children(verb, "xcomp", "advcl"))


def _merged(page: Page, pieces: list[Range]) -> Iterator[Range]:
    """Pieces trimmed, neighbours joined."""
    done: Range | None = None
    for piece in pieces:
        trimmed = page.trim(*piece)
        if trimmed is None:
            continue
        if done is not None and trimmed[0] <= done[1]:
            done = done[0], max(done[1], trimmed[1])
            continue
        if done is not None:
            yield done
        done = trimmed
    if done is not None:
        yield done
