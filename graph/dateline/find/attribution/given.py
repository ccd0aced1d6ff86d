"""What a statement takes for granted: France "condemned the coup", but it is not France that tells of a coup.

Who condemns, welcomes, mourns or claims responsibility for something does not say that it happened; whoever tells of the
condemnation does, the article or a speaker further out. So it is with what is known in a denial, a doubt, a wish or a request:
who "denied that he had broken the truce" does not deny the truce.
"""

from itertools import pairwise

from dateline.find.attribution.finding import Finding
from dateline.find.attribution.frames import infinitival
from dateline.find.attribution.lexicon import cues, given
from dateline.find.attribution.page import Page
from dateline.find.factuality import known
from dateline.find.grammar import auxiliaries, case, marks, part, passive
from dateline.find.lexicon import noun_class, words
from dateline.model import Event

_CLAIMS = frozenset(("report", "claim", "blame", "denial", "belief", "forecast"))
_AHEAD = frozenset(("wish", "plan", "promise", "attempt", "request", "refusal"))  # kinds that tell of nothing that has happened
_OCCASIONS = frozenset(("following", "amid", "despite"))
_WHEN = frozenset(("after", "as", "when", "since", "while"))


def taken_for_granted(page: Page, finding: Finding, event: Event, i: int) -> bool:
    """Whether a finding's content holds an event of which its source does not say that it comes about."""
    path = _path(page, finding, i)
    told = any(page.tree.is_(node, "acl:relcl") for node in path)
    sure = told or known(page.tree, i) or event.status in ("planned", "requested")
    if not path or not page.clear(i, finding.head) or any(_claims(page, above, sure=sure) for above in path[1:]):
        return False
    if finding.kind == "rejection" and finding.stance == "affirms":
        return True  # "rejected a raise that the firm offered": who turns down what is no claim tells nothing
    if event.status == "actual" and (_asked_about(page, finding, path) or _occasioned(page, finding, path)):
        return True
    return _judged(page, finding, path) or _partaken(page, finding, path) or _survives(page, finding, path, event)


def _path(page: Page, finding: Finding, i: int) -> list[int]:
    """The words from an event up to the dependent of the cue in whose phrase it stands; none where it stands elsewhere."""
    tree, path = page.tree, [i]
    patient = tree.head(finding.head) if tree.is_(finding.head, "acl") else None
    for above in tree.ancestors(i):
        if above == finding.head:
            return path
        if patient is not None and path[-1] == patient:
            break
        path.append(above)
    return path if path[-1] == patient else []


def _claims(page: Page, i: int, *, sure: bool) -> bool:
    """Whether what is below a noun is only claimed or thought of: "dismissed reports of a coup", "the idea of a truce"."""
    word = page.lemma(i)
    notion = not sure and noun_class(word) in ("WORDS", "ABSTRACT")
    claim = notion or any(c.kind in _CLAIMS for c in cues(word, "NOUN"))
    return part(page.tree, i) == "NOUN" and claim and given(word, "NOUN") is None  # not "the condemnation of the attack"


def _slot(page: Page, i: int, cue: int) -> str:
    """How a phrase hangs on a cue: "obj", its preposition, "for.clause" for a gerund."""
    tree = page.tree
    if part(tree, i) == "VERB":
        return "for.clause" if "for" in marks(tree, i) and page.tokens[i].xpos == "VBG" else ""
    if tree.is_(i, "obj", "nsubj:pass") or tree.head(cue) == i:
        return "obj"
    return case(tree, i)


def _judged(page: Page, finding: Finding, path: list[int]) -> bool:
    """Whether the cue takes the phrase in which an event stands for granted: "condemned the coup", "angry about the vote"."""
    row = given(page.lemma(finding.head), page.tokens[finding.head].upos)
    judged = _named(page, path)
    slot = "obj+comp" if judged != path[-1] else _slot(page, judged, finding.head)
    predicated = slot == "obj" and page.tree.child(finding.head, "xcomp") is not None
    if row is None or row.part or not (slot in row.slots or (predicated and "obj+comp" in row.slots)):
        return False
    return not row.known or known(page.tree, judged) or _drawn_up(page, judged)


def _named(page: Page, path: list[int]) -> int:
    """What is judged: also where it is read as the subject of what it is called, "declared | the strike | illegal"."""
    called = len(path) > 1 and page.tree.is_(path[-1], "xcomp") and page.tree.is_(path[-2], "nsubj")
    return path[-2] if called else path[-1]


def _drawn_up(page: Page, i: int) -> bool:
    """Whether a noun names what somebody has put forward, which others then judge: "challenged | a plan | to close the mine"."""
    return part(page.tree, i) == "NOUN" and any(infinitival(page, c) for c in page.tree.children(i, "acl"))


def _partaken(page: Page, finding: Finding, path: list[int]) -> bool:
    """Whether it is a part in an event that is claimed or denied, or what a feeling is about: "claimed responsibility for the
    attack", "voiced regret over the attack"."""
    pairs = [*pairwise(path)]
    thing = page.objects.get(finding.head)
    if thing is not None and thing < path[-1]:
        pairs.append((path[-1], thing))  # where the parser hung "for the attack" on the verb
    for below, above in pairs:
        row = given(page.lemma(above), page.tokens[above].upos)
        if row is None or not (row.part or finding.kind == "topic") or case(page.tree, below) not in row.slots:
            continue
        if (above in (path[-1], thing) or finding.stance != "affirms") and (not row.known or known(page.tree, below)):
            return True
    return False


def _asked_about(page: Page, finding: Finding, path: list[int]) -> bool:
    """Whether a question takes it that an event took place: "did not say how many people were killed", "asked why they left"."""
    if finding.stance not in ("doubts", "asks") or part(page.tree, path[-1]) not in ("VERB", "AUX"):
        return False
    first = page.low[path[-1]]
    return any(page.tokens[j].xpos in ("WP", "WRB", "WDT", "WP$") for j in (first, first + 1) if j <= path[-1])


def _occasioned(page: Page, finding: Finding, path: list[int]) -> bool:
    """Whether what somebody asks for or promises came after an event: "asked him to resign | following explosions |"."""
    if not _is_ahead(page, finding, path):
        return False
    tree = page.tree
    backshifted = "would" in auxiliaries(tree, path[-1])  # "promised that they would leave | after the talks ended |"
    for node in path[:-1]:
        noun = part(tree, node) == "NOUN" and page.word(tree.child(node, "case") or -1) in _OCCASIONS
        past = tree.is_(node, "advcl") and page.tokens[node].xpos == "VBD" and bool(marks(tree, node) & _WHEN) and not backshifted
        if noun or past:
            return True
    return False


def _is_ahead(page: Page, finding: Finding, path: list[int]) -> bool:
    """Whether a source only tells what is to come: "asked him to leave", "agreed to leave", not "is believed to have left"."""
    if finding.kind in _AHEAD:
        return True
    return finding.kind in ("belief", "finding") and infinitival(page, path[-1]) and not passive(page.tree, finding.head)


def _survives(page: Page, finding: Finding, path: list[int], event: Event) -> bool:
    """Whether an event is known that only stands inside what is denied, asked for or wished: "denied breaking the truce"."""
    if finding.stance == "affirms" and not (_is_ahead(page, finding, path) or _came_upon(page, finding, path)):
        return False
    if len(path) == 1 or event.status != "actual":
        return False
    if any(page.tree.is_(node, "acl:relcl") for node in path):  # "wants to help those who fled"
        return True
    return part(page.tree, path[0]) == "NOUN" and known(page.tree, path[0]) and not _happens(page, path[0])


def _came_upon(page: Page, finding: Finding, path: list[int]) -> bool:
    """Whether somebody finds or shows a thing, of which the text tells more: "found a fault | that caused damage |"."""
    return finding.kind == "finding" and page.tree.is_(path[-1], "obj")


def _happens(page: Page, i: int) -> bool:
    """Whether a clause says of an event that it happens: "denied that the attack took place"."""
    tree, verb = page.tree, page.tokens[i].head
    place = page.objects.get(verb)
    taken = page.lemma(verb) == "take" and place is not None and page.word(place) == "place"
    return tree.is_(i, "nsubj") and (taken or page.lemma(verb) in words("happening"))
