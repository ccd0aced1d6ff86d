"""Objects, infinitives and phrases as content: "praised the plan", "urged them to leave", "spoke about the vote"."""

from dateline.find.attribution.frames import Parts, around, infinitival, joined, marked
from dateline.find.attribution.lexicon import Cue, cues, framed
from dateline.find.attribution.page import Page, Range
from dateline.find.lexicon import noun_sets

_JUDGING = frozenset(("praise", "blame"))
_NAMING = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PUNCT", "ADV"))  # what may begin a name behind an object
_NEAR = 12  # tokens from a verb to its preposition
_PAIRED = frozenset(("obj+to", "obj+comp", "obj+as"))  # the object is content only together with what is said of it


def object_and(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """An object together with what is said of it: "urged them to leave", "called it a step", "hailed it as a step"."""
    objects = _objects(page, i) or page.tree.children(i, "iobj")
    predicate = _predicate(page, i, objects)
    if predicate is not None:
        frame = "obj+to" if infinitival(page, predicate) else "obj+comp"
        cue = framed(found, frame)
        if cue is not None and (objects or frame == "obj+comp"):
            content = _together(page, i, objects[:1], predicate)
            return cue, _asked(page, predicate, content) if cue.stance == "asks" else content, []
    if framed(found, "obj+comp") and not framed(found, "obj") and objects and objects[0] > i:
        return None if _found_oneself(page, found, objects[0]) else _split(page, i, found, objects[0])
    cue, predicate = framed(found, "obj+as"), marked(page, i, "as")
    if cue is None or predicate is None or not objects or page.tree.child(predicate, "nsubj") is not None:
        return None  # "protested as ships came" says when
    return cue, _together(page, i, objects, predicate), []


def _found_oneself(page: Page, found: tuple[Cue, ...], thing: int) -> bool:
    """Whether nothing is found out: "found themselves without a home"."""
    oneself = page.tokens[thing].upos == "PRON" and page.word(thing).endswith(("self", "selves"))
    return oneself and any(c.kind == "finding" for c in found)


def _split(page: Page, i: int, found: tuple[Cue, ...], thing: int) -> Parts | None:
    """ "Called the vote [“a farce”]", where the name hangs on the object or stands loose behind it."""
    conjuncts = (page.low[c] for c in page.tree.children(i, "conj") if c > thing)
    first, stop = page.low[thing], min([page.high[i] + 1, *conjuncts])
    end = next((j for j in range(thing + 1, min(stop, i + 2 * _NEAR)) if page.word(j) == "," and page.clear(j, i)), stop)
    cue = framed(found, "obj+comp")
    behind = page.high[thing] + 1
    loose = (end > behind and _names(page, behind)) or page.tree.child(thing, "appos") is not None
    return (cue, [(first, end)], []) if cue is not None and loose else None


def _names(page: Page, i: int) -> bool:
    """Whether a word may begin what an object is called: not "called a strike | after …", "called votes | without leave"."""
    return page.tokens[i].upos in _NAMING and page.word(i) != ":" and page.time(i) is None


def _objects(page: Page, i: int) -> list[int]:
    return [c for c in page.tree.children(i, "obj") if page.tokens[c].upos != "PUNCT"]


def _predicate(page: Page, i: int, objects: list[int]) -> int | None:
    """What a verb says of its object; also where it was read as an adjunct or a second object right behind the first."""
    tree = page.tree
    complement = next((c for c in tree.children(i, "xcomp") if c > i), None)
    if complement is not None or not objects or objects[0] < i:
        return complement
    behind = page.high[objects[0]] + 1
    loose = [c for c in tree.children(i, "advcl", "obj", "obl") if page.low[c] == behind and not tree.children(c, "case")]
    open_ = [c for c in loose if all(page.tokens[m].upos == "PART" for m in tree.children(c, "mark"))]  # no "after he left"
    return next((c for c in open_ if page.tokens[c].deprel in ("advcl", "obj", "obl:unmarked")), None)


def _together(page: Page, i: int, objects: list[int], predicate: int) -> list[Range]:
    return joined(page, [*(page.extent(o) for o in objects), around(page, predicate, i)], i)


def _asked(page: Page, predicate: int, content: list[Range]) -> list[Range]:
    """What is asked for, without what came of it: "ordered them to attack[, killing six]"."""
    came = [c for c in page.tree.children(predicate, "advcl") if c > predicate and page.tokens[c].xpos == "VBG"]
    commas = [j for c in came for j in (page.low[c] - 1, page.low[c]) if page.word(j) == ","]
    end = min(commas, default=None)
    return content if end is None else [(first, min(stop, end)) for first, stop in content if first < end]


def infinitive(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """ "vowed to leave", "denied taking part"."""
    for child in page.tree.children(i, "xcomp", "ccomp"):
        frame = "to" if infinitival(page, child) else "ing" if page.tokens[child].xpos == "VBG" else None
        cue = framed(found, frame) if frame else None
        if cue and child > i:
            return None if cue.kind == "refusal" and _speaks(page, child) else (cue, [around(page, child, i)], [])
    return None


def _speaks(page: Page, i: int) -> bool:
    """Whether an infinitive has content itself: "declined to say …", which is one stance, not two."""
    found = cues(page.lemma(i), page.tokens[i].upos)
    speech = any(c.kind not in ("refusal", "plan", "wish") for c in found)
    return speech and bool(page.tree.children(i, "ccomp", "obj", "obl", "advcl"))


def nominal(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """ "praised the decision", with the reason where the verb takes one: "criticized them for leaving"."""
    cue, objects = framed(found, "obj"), _objects(page, i)
    if cue is None or not objects or (cue.kind in _JUDGING and page.tokens[objects[0]].upos in ("SYM", "NUM")):
        return None  # "charged $5 million against earnings" blames nobody
    if framed(found, "hearer") is not None and "PERSON" in noun_sets().get(page.lemma(objects[0]), frozenset()):
        return None  # "as he told reporters"
    content = [page.extent(objects[0])]
    for frame in sorted(f for c in found for f in c.frames if f.startswith("obj+") and f not in _PAIRED):
        reason = marked(page, i, frame.removeprefix("obj+"))
        if reason is not None:
            content.append(around(page, reason, i))
    return cue, joined(page, content, i), []


def prepositional(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """ "spoke about the vote"."""
    for child, marker in _phrases(page, i):
        cue = framed(found, page.word(marker))
        gets = page.tokens[child].upos == "VERB" or page.objects.get(i, child) < child
        heard = cue is not None and page.word(marker) == "to" and (gets or cue.stance == "asks")
        if cue is not None and not heard:  # "appealed to the court", "offered a job to her": whom somebody asks or gives
            return cue, [(marker + 1, page.high[child] + 1)], [marker]
    return None


def prepositional_and(page: Page, i: int, found: tuple[Cue, ...]) -> Parts | None:
    """ "called on them to leave"."""
    tree = page.tree
    for child, marker in _phrases(page, i):
        cue = framed(found, f"{page.word(marker)}+to")
        wanted = [*tree.children(i, "xcomp", "advcl"), *tree.children(child, "acl")]
        infinitive = next((x for x in wanted if x > child and infinitival(page, x)), None)
        if cue is not None and infinitive is not None:
            return cue, [(marker + 1, max(page.high[infinitive], page.high[child]) + 1)], [marker]
    return None


def _phrases(page: Page, i: int) -> list[tuple[int, int]]:
    """The phrases behind a verb with the prepositions that introduce them; no dates."""
    tree = page.tree
    children = [c for c in tree.children(i, "obl", "advcl", "nmod", "obj", "ccomp") if c > i and page.time(c) is None]
    return [(c, m) for c in children for m in tree.children(c, "case", "mark") if 0 < m - i <= _NEAR]
