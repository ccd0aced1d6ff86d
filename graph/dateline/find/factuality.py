"""Whether what a mention tells of came about, in the words of the text: polarity, certainty and status.

Each word between an event and the top of its clause may change that: negation, modality, conditions, plans, requests. They
are applied from the inside out ("may refuse to attend": attending is refused, and the refusal only possible). The effects of
predicates are those of seeds/lexicons/embedding-predicates.tsv, the words those of event-words.tsv, after the factuality
profile of Saurí and Pustejovsky (2009). The status follows from the outcome by `STATUS` alone.
"""

from dataclasses import dataclass, replace

from dateline.find.fiction import is_told_by_a_work
from dateline.find.grammar import (
    auxiliaries,
    calls_out,
    case,
    clauses,
    finite,
    have_got,
    lemma,
    marks,
    negated,
    part,
    particles,
    passive,
)
from dateline.find.lexicon import class_rows, embeddings, noun_sets, noun_uses, plain_type, words
from dateline.find.outcomes import comes_of, foreseen, found_out, is_aim, lay_ahead, pending, took
from dateline.model import Certainty, Polarity, Status
from dateline.tree import Tree

_UNDER_CONDITION = {
    "would",
    "'d",
    "will",
    "'ll",
    "could",
    "might",
    "may",
    "shall",
}  # auxiliaries of a clause that an "if" governs
_QUOTES = ('"', "“", "‘", "``", "'")
_STOPS = ("?", "!", ".", ";")
_LASTING = ("PROTEST", "COERCE", "MOBILIZE", "SANCTION", "DISEASE", "TRY")  # types of what goes on for a while
_TAKEN = frozenset(("possible", "probable", "alleged", "deny"))  # effects of nouns for what somebody only takes to be so
_NARROW = frozenset(("alleged", "deny", "averted", "halted", "set", "undecided"))  # effects that a status hardly shows
_DEPTH = 12  # governors looked at; deeper ones have no bearing in practice


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What has been said of an event's coming about, so far."""

    conditional: bool = False
    requested: bool = False
    possible: bool = False
    probable: bool = False
    alleged: bool = False
    negative: bool = False
    enabled: bool = False
    planned: bool = False
    generic: bool = False
    averted: bool = False  # whether it is the object of what would keep it from going on or coming about: "block | the sale |"
    aimed: bool = False  # whether only an infinitive or a noun's clause says that it is to come: "met to | discuss | it"
    narrow: bool = False  # whether a rule for few words decides, which knows better than what is usual: "reportedly", "may not"
    reasoned: bool = False  # whether a predicate above decides: "was used to destroy" tells of a fact for a reason

    @property
    def open(self) -> bool:
        """Whether it is said to be asked for, to come or to be possible."""
        return self.requested or self.possible or self.planned or self.conditional or self.enabled

    @property
    def polarity(self) -> Polarity:
        return "negative" if self.negative else "positive"

    @property
    def certainty(self) -> Certainty:
        return "possible" if self.possible or self.conditional else "probable" if self.probable or self.alleged else "certain"

    @property
    def status(self) -> Status:
        """The first line of `STATUS` that holds."""
        return next((status for flag, status in STATUS if getattr(self, flag)), "actual")


# The one table from what is said to the status, first line first; "actual" where none holds.
STATUS: tuple[tuple[str, Status], ...] = (
    ("conditional", "conditional"),  # if they withdraw
    ("requested", "requested"),  # urged them to withdraw, must withdraw
    ("possible", "possible"),  # may withdraw, hopes to withdraw
    ("alleged", "possible"),  # is accused of having withdrawn; what the accuser himself says of it is his claim
    ("negative", "negated"),  # did not withdraw, failed to withdraw, will not withdraw
    ("enabled", "possible"),  # can withdraw, is allowed to withdraw: sure, but whether they do is open
    ("planned", "planned"),  # will withdraw, agreed to withdraw, the planned withdrawal
    ("probable", "possible"),  # is believed to have withdrawn, probably withdrew
    ("generic", "generic"),  # armies usually withdraw
)


def standing(tree: Tree, i: int) -> Standing:
    """An event's standing, composed over its own words and those that embed it."""
    result = own_standing(tree, i)
    node = i
    for _ in range(_DEPTH):
        head = tree.head(node)
        effect = None if head is None else _effect(tree, node, head)
        if head is None or effect is None:
            break
        if node == i and _purpose(tree, i):  # the governor knows better: "failed to leave"
            result = replace(result, planned=False)
        result = _apply(effect, result, _of_conjunct(tree, node, _of_governor(tree, head)))
        if tree.is_(node, "conj") and part(tree, node) == "VERB" and _is_hedged(tree, head):
            result = replace(result, narrow=True)  # "allegedly hit a woman and | fled |"
        if effect != "same":
            result = replace(result, reasoned=True, narrow=result.narrow or _is_narrow(tree, node, head, effect))
        if effect in ("factive", "deny", "alleged", "set", "undecided"):
            break
        node = head
    return result


def _is_narrow(tree: Tree, node: int, head: int, effect: str) -> bool:
    """Whether a governor's effect is told by more than its word: what became of it, a refusal refused, who has to."""
    told = comes_of(tree, node, head) or foreseen(tree, node, head) or took(tree, node, head) or is_owed(tree, node, head)
    twice = effect == "negative" and negated(tree, head)
    placed = effect in ("plan", "possible") and (bool(case(tree, node)) or tree.is_(node, "csubj"))
    return told or twice or placed or effect in _NARROW


def _of_governor(tree: Tree, i: int) -> Standing:
    """A governor's own standing: no aim where what is above it says what came of it ("beat Wales to | win | the cup")."""
    above = tree.head(i)
    told = above is not None and _purpose(tree, i) and _effect(tree, i, above) is not None
    return replace(own_standing(tree, i), planned=False) if told else own_standing(tree, i)


def _of_conjunct(tree: Tree, node: int, outer: Standing) -> Standing:
    """What a word says of one joined to it: no denial of what is set against it ("not to punish | but to help |")."""
    contrasted = any(lemma(tree, c) == "but" for c in tree.children(node, "cc"))
    return replace(outer, negative=False) if contrasted and tree.is_(node, "conj") else outer


def own_standing(tree: Tree, i: int) -> Standing:
    """What the words that hang on a predicate or event noun say of it."""
    auxes = set(auxiliaries(tree, i))
    adverbs = {lemma(tree, a) for a in tree.children(i, "advmod")}
    introduced = marks(tree, i)
    plain = [a for a in tree.children(i, "amod") if tree.child(a, "advmod") is None]  # but "a carefully | planned | robbery"
    adjectives = {form for a in plain for form in (lemma(tree, a), tree.tokens[a].text.lower())}
    negative = negated(tree, i)
    ability = bool(auxes & words("ability"))
    of_noun = "that" in introduced and _is_news(tree, i)
    backshifted = "would" in auxes and (tree.is_(i, "ccomp") or of_noun)
    asked = _asked(tree, i, introduced)
    open_ = bool((auxes | adverbs) & words("possible") or adjectives & words("hedge")) or asked
    probable = bool(adverbs & (words("probable") | words("hedge")))
    said = bool(auxes & words("future") or backshifted or adjectives & words("planned"))
    coming = said or _going_to(tree, i) or ("until" in introduced and bool(auxes & {"has", "have"}))  # "until they have left"
    return Standing(
        conditional=(bool(introduced & words("conditional")) and not asked)
        or _is_inverted(tree, i)
        or (bool(auxes & _UNDER_CONDITION) and _has_condition(tree, i)),
        requested=bool(auxes & words("obligation")) or imperative(tree, i),
        possible=_is_question(tree, i)
        or (open_ and (asked or not ((ability and negative) or backshifted or _declined(tree, i)))),
        enabled=ability and not negative,
        probable=probable,
        negative=negative,
        planned=coming and not probable,
        aimed=(coming and not said and _purpose(tree, i) and not _is_to(tree, i)) or (backshifted and of_noun),
        narrow=probable or (negative and _is_small(tree, i, auxes)),
        generic=(bool(adverbs & words("habitual")) and tree.tokens[i].feats.get("Tense") == "Pres")
        or _recurs(tree, i)
        or is_told_by_a_work(tree, i),
    )


def _is_small(tree: Tree, i: int, auxes: set[str]) -> bool:
    """Whether small words make a negation mean what it mostly does not: "may not", "did not last until Monday", "rather than"."""
    lasts = lemma(tree, i) in words("lasting") and any(case(tree, c) in ("until", "till") for c in tree.children(i, "obl"))
    return lasts or bool(auxes & {"may", "might"}) or bool(marks(tree, i) & {"instead", "rather"})


def _recurs(tree: Tree, i: int) -> bool:
    """Whether something happens again and again: "arrests | are made | every year", "freezes every winter"."""
    times = (c for c in tree.children(i, "obl:unmarked", "obl") if "TIME" in noun_sets().get(lemma(tree, c), ()))
    again = any(lemma(tree, d) in ("every", "each") for c in times for d in tree.children(c, "det"))
    if not again or tree.tokens[i].xpos == "VBG":
        return False
    passives = [tree.tokens[a].text.lower() for a in tree.children(i, "aux:pass")]
    return passives in (["is"], ["are"]) or (tree.tokens[i].feats.get("Tense") == "Pres" and not passives)


def _is_hedged(tree: Tree, i: int) -> bool:
    """Whether an adverb says that a deed is only told: "allegedly", "reportedly"."""
    return any(lemma(tree, a) in words("hedge") for a in tree.children(i, "advmod"))


def _is_news(tree: Tree, i: int) -> bool:
    """Whether a clause is what a noun tells, and not only takes to be so: "news that they would sue", not "fears that"."""
    if not tree.is_(i, "acl"):
        return False
    head = tree.tokens[i].head
    return not set(embeddings().get((lemma(tree, head), part(tree, head), "clause"), ())) & _TAKEN


def imperative(tree: Tree, i: int) -> bool:
    """Whether a verb tells somebody to do something: "Stop the killing!", "Don't shoot"."""
    if tree.tokens[i].xpos != "VB" or not tree.is_(i, "root", "parataxis", "ccomp"):
        return False
    if tree.is_(i, "ccomp") and (i == 0 or tree.tokens[i - 1].text not in _QUOTES):
        return False  # "saw him | leave |", but "said: " | Leave |"
    above = tree.head(i)
    if tree.is_(i, "parataxis") and above is not None and (auxiliaries(tree, above) or tree.sentence(i).block == "headline"):
        return False  # "they can raise money, then | spend | it"; "Club fires coach, | hires | another"
    helped = any(tree.tokens[a].text.lower() != "do" for a in tree.children(i, "aux"))
    return not helped and tree.child(i, "nsubj", "csubj", "expl", "mark", "aux:pass", "cop", "case") is None


def _asked(tree: Tree, i: int, introduced: set[str]) -> bool:
    """Whether a clause is an open question: "did not say whether he would resign", "asked if the king had died"."""
    if not tree.is_(i, "ccomp", "csubj", "acl", "obj"):
        return "whether" in introduced and ("to" in introduced or tree.is_(i, "conj"))
    head = tree.tokens[i].head
    return "whether" in introduced or ("if" in introduced and (lemma(tree, head), part(tree, head)) in class_rows())


def _is_question(tree: Tree, i: int) -> bool:
    """Whether a clause asks if something is so: "Will you | resign |?", "Did they | meet |?", but not "Why did they meet?"."""
    who = tree.child(i, "nsubj", "nsubj:pass")
    auxes = tree.children(i, "aux", "aux:pass", "cop")
    if who is None or not auxes or auxes[0] > who:
        return False
    asked = any(tree.tokens[c].xpos.startswith("W") for c in tree.children(i) if c < i)
    stop = tree.sentence(i).stop
    end = next((tree.tokens[k].text for k in range(i, stop) if tree.tokens[k].text in (*_STOPS, *_QUOTES)), "")
    return not asked and end == "?"


def _declined(tree: Tree, i: int) -> bool:
    """Whether somebody would not do something, whatever happened: "Iran would not | sign |"."""
    auxes = set(auxiliaries(tree, i))
    return negated(tree, i) and "would" in auxes and "have" not in auxes and not _has_condition(tree, i)


def _has_condition(tree: Tree, i: int) -> bool:
    clausal = (c for c in tree.children(i, "advcl", "ccomp") if not _asked(tree, c, marks(tree, c)))
    return any(marks(tree, c) & words("conditional") or _is_inverted(tree, c) for c in clausal)


def _is_inverted(tree: Tree, i: int) -> bool:
    """Whether a clause sets a condition by its order alone: "| should the talks fail |, they will fight"."""
    who, auxes = tree.child(i, "nsubj", "nsubj:pass", "expl"), tree.children(i, "aux", "cop")
    if not tree.is_(i, "advcl") or who is None or not auxes or auxes[0] > who or marks(tree, i) - {"to"}:
        return False
    opens = auxes[0] == min(c for c in tree.children(i) if part(tree, c) != "PUNCT")
    return opens and tree.tokens[auxes[0]].text.lower() in ("should", "had", "were")


def _going_to(tree: Tree, i: int) -> bool:
    """Whether the grammar puts a predicate in the future: "is going to leave", "is to leave", "captives to be freed"; or an
    event noun: "the vote to be held in May", "talks scheduled for Monday"."""
    head = tree.head(i)
    if head is not None and tree.is_(i, "xcomp") and tree.tokens[head].text.lower() in ("going", "gon"):
        return True
    if part(tree, i) == "NOUN":
        return any(_announces(tree, c) or _outstanding(tree, c) for c in tree.children(i, "acl") if not comes_of(tree, c, i))
    if "to" not in marks(tree, i) or (lemma(tree, i) == "blame" and tree.children(i, "cop")):  # "the driver | is to blame |"
        return False
    if _purpose(tree, i):
        return True
    leads = tree.is_(i, "root", "parataxis") or (tree.is_(i, "ccomp") and i < tree.tokens[i].head)  # "Chad to leave, aide says"
    return _is_to(tree, i) or (leads and bool(tree.children(i, "nsubj")))


def _is_to(tree: Tree, i: int) -> bool:
    """Whether a finite "be" leads to an infinitive: "they | were to | leave"."""
    return any(tree.tokens[a].lemma == "be" and _is_finite(tree, a) for a in tree.children(i, "aux", "cop"))


def _purpose(tree: Tree, i: int) -> bool:
    """Whether an infinitive tells a purpose, or something still to be done: "met to discuss", "captives to be freed"."""
    return tree.is_(i, "acl", "advcl") and "to" in marks(tree, i) and tree.tokens[i].xpos != "VBG"


def _announces(tree: Tree, i: int) -> bool:
    """Whether a clause after an event noun says that the event is still to take place."""
    if lemma(tree, i) in words("scheduled"):
        return tree.tokens[i].xpos == "VBN" and not lay_ahead(tree, i)
    carried = lemma(tree, i) in (words("performing") if passive(tree, i) else words("happening"))
    return carried and "to" in marks(tree, i)


def _outstanding(tree: Tree, i: int) -> bool:
    """Whether a clause after an event noun says that it is still to be done: "purchases | to be made | in May"."""
    passive_infinitive = "to" in marks(tree, i) and tree.child(i, "aux:pass") is not None
    return passive_infinitive and tree.child(i, "nsubj") is None and not tree.is_(i, "acl:relcl")


def _is_finite(tree: Tree, i: int) -> bool:
    return tree.tokens[i].feats.get("VerbForm") == "Fin"


def _slots(tree: Tree, node: int, head: int) -> list[str]:
    """The names that the lexicon may have for the place of an event under its governor."""
    if tree.is_(node, "xcomp") and part(tree, node) == "NOUN" and lemma(tree, head) in words("naming"):
        return []  # "called the verdict | an outrage |"
    if _is_judged(tree, node, head):
        return []
    if have_got(tree, head) or calls_out(tree, head):
        return []  # "have got | to leave |", where nothing is got; "called him out for | lying |"
    if _is_clausal_subject(tree, node, head):
        return []
    if lemma(tree, head) == "call" and lemma(tree, node) in words("telephoned") and tree.children(head, "obj"):
        return []  # "called her | to thank | her", not "called him to testify"
    if tree.is_(node, "ccomp", "xcomp", "csubj", "advcl", "acl") and not tree.is_(node, "acl:relcl"):
        introduced = marks(tree, node) - {"that"}
        infinitive = "to" in introduced and tree.tokens[node].xpos != "VBG"
        named = ["infinitive", "clause", *sorted(introduced - {"to"})] if infinitive else sorted(introduced)
        named += [f"{m}.clause" for m in named if tree.tokens[node].xpos == "VBG"]
        if tree.is_(node, "ccomp", "csubj") and part(tree, head) == "ADJ":
            named.append("claim")
        named += [f"{p}.clause" for p in sorted(particles(tree, head))]
        return named + (["clause"] if tree.is_(node, "xcomp", "ccomp", "csubj") or node in clauses(tree, head) else [])
    if tree.is_(node, "obj", "nsubj:pass", "compound"):
        noun = ["of"] if tree.is_(node, "compound") else []
        return [f"{p}.object" for p in sorted(particles(tree, head))] + noun + ["object"]
    if tree.is_(node, "obl", "nmod"):
        return [case(tree, node)]
    if tree.is_(node, "nsubj") and part(tree, head) == "ADJ":
        return ["clause"]
    return []


def _is_judged(tree: Tree, node: int, head: int) -> bool:
    """Whether a gerund is what is called or made something: "calls | raising taxes | a mistake"."""
    gerund = tree.is_(node, "xcomp") and tree.tokens[node].xpos == "VBG" and head < node
    return gerund and any(c > node and part(tree, c) in ("NOUN", "ADJ") for c in tree.children(head, "xcomp", "obj"))


def _is_barred(tree: Tree, node: int, head: int) -> bool:
    """Whether a participle tells what others are kept from: "a ban on ships | entering | the port"."""
    if not tree.is_(node, "acl") or tree.tokens[node].xpos != "VBG" or case(tree, head) not in ("on", "of"):
        return False
    return tree.is_(head, "nmod") and lemma(tree, tree.tokens[head].head) in words("barring")


def _is_unsure(tree: Tree, node: int, head: int) -> bool:
    """Whether somebody is not sure of what a clause tells: "is not sure that they | left |", "without fearing that"."""
    clause = tree.is_(node, "ccomp", "csubj") or (tree.is_(node, "advcl") and "that" in marks(tree, node))
    return clause and lemma(tree, head) in words("assured") and part(tree, head) in ("ADJ", "VERB") and negated(tree, head)


def _is_clausal_subject(tree: Tree, node: int, head: int) -> bool:
    """Whether a gerund is what an active verb is said of: "| raising taxes | requires courage", where nobody requires it."""
    return tree.is_(node, "csubj") and node < head and part(tree, head) == "VERB" and not passive(tree, head)


def _effect(tree: Tree, node: int, head: int) -> str | None:
    """What a governor says of the event below it: an effect of the lexicon, "same" for the governor's own fate, or None."""
    if _told_of(tree, node):
        return None  # "is behind | two killings |": that there were killings is not what is said
    if comes_of(tree, node, head):
        return "implicative"
    if foreseen(tree, node, head) or took(tree, node, head) or found_out(tree, node, head):
        return "factive"
    if _is_barred(tree, node, head) or _is_unsure(tree, node, head):
        return "undecided"
    weighed = pending(tree, node, head) or _has_to(tree, node, head)
    if weighed:
        return weighed
    for slot in _slots(tree, node, head):
        found = next((e for g in _governors(tree, head) if (e := embeddings().get((lemma(tree, g), part(tree, g), slot)))), None)
        if found == ("topic",):
            return None if known(tree, node) else "possible"  # "talks over a truce", but "talks over the attack"
        if found == ("deny",) and lemma(tree, node) in words("claim"):
            return None  # "denied the report": there is a report
        if found and slot == "clause" and is_aim(tree, node, head, found[0]):
            return None  # "recalled cars | to replace brakes |", "went to the polls | to elect a mayor |"
        if found and _is_undecided(tree, node, head, found):
            return "undecided"
        if found == ("plan",) and slot == "to" and lemma(tree, node) in words("intent"):
            return None  # "agreed to | a demand |"
        if found == ("plan",) and slot == "to" and _is_pact(tree, node):
            return "implicative"  # "agreed to | a deal |"
        if found == ("request",) and part(tree, node) == "ADJ" and "to" not in marks(tree, node):
            return None  # "pleaded | guilty |"
        if found and (_is_content(tree, node, head, found) or _stands_anyway(tree, node, head, slot, found)):
            return None
        if found:
            return _of_a_noun(tree, node, slot, _chosen(tree, head, found))
    if lemma(tree, head) in words("using") and tree.is_(node, "advcl", "xcomp") and "to" in marks(tree, node):
        return None if _is_habit(tree, head) else "implicative"  # "was used to open it", but "is used to open doors"
    if tree.is_(node, "csubj") and tree.tokens[node].xpos == "VBG" and set(auxiliaries(tree, head)) & _UNDER_CONDITION:
        return "possible"  # "closing the port would cost millions"
    return "same" if _shares(tree, node, head) else None


def _is_undecided(tree: Tree, node: int, head: int, effects: tuple[str, ...]) -> bool:
    """Whether a plan is an open question: "has not decided how she | will vote |", "will decide whether | to attend |"."""
    if not set(effects) & {"plan", "expected"} or not tree.is_(node, "ccomp", "xcomp", "advcl"):
        return False
    asked = any(tree.tokens[c].xpos.startswith("W") and c < node for c in tree.children(node))
    return "whether" in marks(tree, node) or (asked and negated(tree, head))


def _of_a_noun(tree: Tree, node: int, slot: str, effect: str) -> str:
    """An effect, as it is on a noun: what is blocked would have come about, what goes on is there already."""
    if not slot.endswith("object"):
        return effect
    if effect == "negative":
        return "averted"
    return "factive" if effect == "halted" and _goes_on(tree, node) else effect


def _goes_on(tree: Tree, i: int) -> bool:
    """Whether a noun tells what is there for a while, or happens again and again: "stop the killings", "halt the violence"."""
    name = lemma(tree, i)
    enduring = name in words("enduring") or plain_type(name, "NOUN") in _LASTING or noun_uses().get(name) == "mass"
    return enduring or tree.tokens[i].feats.get("Number") == "Plur"


def is_owed(tree: Tree, node: int, head: int) -> bool:
    """Whether "have to" or "have got to" asks for what a verb tells: "has to | leave |", but not "has got to | know | him"."""
    owes = lemma(tree, head) == "have" or (have_got(tree, head) and lemma(tree, node) != "know")
    return tree.is_(node, "xcomp") and owes and "to" in marks(tree, node)


def is_due(tree: Tree, i: int) -> bool:
    """Whether somebody "has yet | to leave |": so far he did not."""
    above = tree.head(i)
    return above is not None and above + 1 < i and is_owed(tree, i, above) and tree.tokens[above + 1].text.lower() == "yet"


def _has_to(tree: Tree, node: int, head: int) -> str | None:
    """The effect of "has to leave" and "has yet to leave"; who had to leave did."""
    if not is_owed(tree, node, head):
        return None
    if is_due(tree, node):
        return "negative"
    between = [tree.tokens[k].text.lower() for k in range(head + 1, node)]
    asked = any(tree.tokens[c].xpos.startswith("W") for c in (*tree.children(node), *tree.children(head)))
    past = tree.tokens[head].xpos in ("VBD", "VBN") and not have_got(tree, head)
    if between[:1] != ["to"] or past or asked or tree.is_(head, "acl:relcl"):
        return None  # "had to leave", "what do you | have to lose |"
    return "possible" if negated(tree, head) else "request"


def _is_habit(tree: Tree, i: int) -> bool:
    """Whether a verb stands in the simple present."""
    auxes = auxiliaries(tree, i)
    return not auxes if tree.tokens[i].xpos in ("VBZ", "VBP") else len(auxes) == 1 and auxes[0] in ("is", "are", "'s", "'re")


def _told_of(tree: Tree, node: int) -> bool:
    """Whether an event noun behind a preposition is what somebody is said to be in or behind."""
    return part(tree, node) == "NOUN" and tree.child(node, "cop") is not None and case(tree, node) == "behind"


def _is_content(tree: Tree, node: int, head: int, effects: tuple[str, ...]) -> bool:
    """Whether a clause only says what somebody takes to be so, under a verb that may also ask or plan: "suggested that he left",
    "agreed that she won", but "suggested that he leave", "agreed that she would win"."""
    if not tree.is_(node, "ccomp") or tree.child(node, "nsubj", "expl") is None:
        return False
    parts = [*tree.children(node, "aux", "cop"), node]
    told = any(tree.tokens[k].xpos in ("VBD", "VBZ") or tree.tokens[k].text.lower() in ("are", "'re", "am") for k in parts)
    modal = any(tree.tokens[k].xpos == "MD" for k in parts)
    if "request" in effects:
        asks = set(auxiliaries(tree, node)) & words("obligation")
        return not asks and (told or modal or lemma(tree, head) in words("warning"))
    return told and not modal and bool(set(effects) & {"plan", "expected", "enabled", "negative"})


def _stands_anyway(tree: Tree, node: int, head: int, slot: str, effects: tuple[str, ...]) -> bool:
    """Whether a noun names what has been whatever its verb says of the future: "announced | a loss", "blocked | the offer"."""
    if not slot.endswith("object"):
        return False
    if effects == ("negative",):
        return lemma(tree, node) in words("intent") and lemma(tree, head) not in words("avoiding")
    return lemma(tree, head) in words("announcing") and lemma(tree, node) in words("outcome_noun") | words("intent")


def _is_pact(tree: Tree, i: int) -> bool:
    """Whether a noun is for what there is as soon as somebody agrees to it: "a deal", "a settlement"."""
    return lemma(tree, i) in words("outcome_noun") and plain_type(lemma(tree, i), "NOUN") in ("AGREE", "SUPPORT")


def _governors(tree: Tree, head: int) -> list[int]:
    """A predicate, and the event noun that it lends its grammar to: "held | talks | over a truce"."""
    lends = part(tree, head) == "VERB" and lemma(tree, head) in words("light")
    return [head, *(o for o in tree.children(head, "obj", "nsubj:pass") if part(tree, o) == "NOUN")] if lends else [head]


def _chosen(tree: Tree, head: int, effects: tuple[str, ...]) -> str:
    """The effect that fits where a predicate has several: asking somebody else is a request, and who did not hesitate did it."""
    if set(effects) == {"negative", "possible"}:
        ahead = set(auxiliaries(tree, head)) & (words("future") | words("possible"))
        return "possible" if not negated(tree, head) else "undecided" if ahead else "negative"
    asks = bool(tree.children(head, "obj", "iobj", "obl", "nsubj:pass"))
    if len(effects) > 1 and "request" in effects:
        return "request" if asks else next(e for e in effects if e != "request")
    return effects[0]


def _shares(tree: Tree, node: int, head: int) -> bool:
    """Whether an event stands and falls with its governor: a conjunct without a clause of its own, the noun of a light verb,
    something new that the governor would bring about, what happens as the subject of "take place"."""
    if tree.is_(node, "conj") and tree.tokens[node].xpos in ("VBD", "VBZ") and tree.tokens[head].xpos == "VB":
        return False  # "did not know why and | arrested | him"
    if tree.is_(node, "conj"):
        return part(tree, node) != "VERB" or not (finite(tree, node) and tree.children(node, "nsubj", "aux"))
    governor = lemma(tree, head)
    if tree.is_(node, "obj", "nsubj:pass") and governor in words("presupposing"):
        return False  # "will extend | a strike |"
    if tree.is_(node, "obj", "nsubj:pass"):
        return governor in words("light") or governor in words("phases") or not known(tree, node)
    if tree.is_(node, "nmod"):  # "the delivery of relief aid" brings the aid
        return case(tree, node) == "of" and part(tree, head) == "NOUN" and not known(tree, node)
    if tree.is_(node, "nsubj"):
        return governor in words("happening") or governor in words("phases")
    return tree.is_(node, "xcomp")


def known(tree: Tree, i: int) -> bool:
    """Whether a noun phrase speaks of something given: "the attack", "his visit", a name."""
    if tree.tokens[i].upos == "PROPN" or tree.children(i, "nmod:poss"):
        return True
    return any(lemma(tree, d) in words("definite") for d in tree.children(i, "det"))


def _apply(effect: str, inner: Standing, outer: Standing) -> Standing:
    """The standing of an event under a predicate of that effect which itself stands as `outer`."""
    if effect == "factive":
        return inner
    if effect == "set":
        return replace(inner, planned=True)
    if effect == "halted":
        return replace(inner, averted=True, possible=inner.possible or outer.open)
    if effect in ("deny", "undecided"):
        return replace(inner, possible=True)
    if effect == "alleged":  # "accused of plotting to kill": no plan that the article tells of
        return replace(inner, alleged=True, possible=inner.possible or inner.planned, planned=False)
    flips = outer.negative ^ (effect in ("negative", "averted"))
    shared = effect in ("same", "implicative")  # one "no" may be seen from both: "no agreement was reached"
    merged = Standing(
        conditional=inner.conditional or outer.conditional,
        requested=inner.requested or outer.requested or effect == "request",
        possible=inner.possible or outer.possible or effect == "possible",
        enabled=inner.enabled or outer.enabled or effect == "enabled",
        probable=inner.probable or outer.probable or effect in ("probable", "expected"),
        negative=inner.negative or flips if shared else inner.negative ^ flips,
        planned=inner.planned or outer.planned or effect in ("plan", "expected"),
        generic=inner.generic or outer.generic,
        averted=inner.averted or effect == "averted",
        aimed=inner.aimed,
        narrow=inner.narrow,
        reasoned=inner.reasoned,
    )
    if effect == "averted" and outer.negative and inner.enabled:
        return replace(merged, enabled=False)  # "never misses an opportunity to attack them"
    if merged.averted and (merged.requested or (merged.open and not merged.negative)):
        return replace(merged, requested=False, planned=False, possible=True)  # not what is asked for, and not what is planned
    if flips and effect in (
        "plan",
        "possible",
        "probable",
        "expected",
        "enabled",
    ):  # "no plans to leave", "does not want to leave"
        return replace(merged, planned=False, possible=False, enabled=False)
    return merged
