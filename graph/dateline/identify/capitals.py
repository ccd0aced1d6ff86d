"""What a town's name stands for: a capital that says, decides or does what states do is its country, Brussels the Union."""

from dateline.identify.bearers import name_head
from dateline.identify.gazetteer import Entry, gazetteer, metonyms
from dateline.identify.lexicon import words
from dateline.identify.names import Unit
from dateline.identify.phrases import determiner, is_plural, lemma, preposition
from dateline.identify.text import Text
from dateline.tree import Tree

_FROM_STATES = ("", "on", "against", "with", "by", "between", "from")


def stands_for(text: Text, unit: Unit) -> Entry | None:
    """What a known name means here: a capital that says or decides something is its country."""
    entry = unit.alias.entry if unit.alias else None
    if entry is not None and entry.kind == "city" and _is_of_no_city(text.tree, unit):
        return None
    if entry is None or _is_where_it_is(text, unit, entry) or _bids_for_games(text, entry):
        return entry
    named_too = {u.alias.entry.key for u in text.units if u.alias}
    country = f"country:{entry.country}"
    stately = _is_given_to_state(text.tree, unit) or _is_state_s(text.tree, unit)
    acts = not (text.speakers | text.fighters).isdisjoint(range(unit.first, unit.stop))
    if not stately and not acts and not (country in named_too and _is_somebody(text.tree, unit)):
        return entry
    other = metonyms().get(entry.key)
    if not entry.capital and other is None:
        return entry
    if not stately and preposition(text.tree, name_head(text.tree, unit)) not in _FROM_STATES:
        return entry
    union = other is not None and other.startswith("organization:") and country not in named_too
    meant = other if other is not None and (union or (other in named_too and country not in named_too - {other})) else country
    if other is not None and not union and meant not in named_too:
        return entry
    return gazetteer().entries.get(meant, entry)


def _bids_for_games(text: Text, entry: Entry) -> bool:
    """Whether an article speaks of games for which towns bid: "Lima withdrew its bid"."""
    return entry.kind == "city" and words("games") <= text.lemmas


def _is_of_no_city(tree: Tree, unit: Unit) -> bool:
    """Whether a name is said to be that of something larger than a town, or of water: "the island of Samar", "Lake Victoria"."""
    before = unit.first - 2 if unit.first > 1 and tree.tokens[unit.first - 1].text == "of" else unit.first - 1
    return before >= tree.sentence(unit.first).first and lemma(tree, before) in words("landscape")


def _is_somebody(tree: Tree, unit: Unit) -> bool:
    """Whether a town's name is the subject of what no place does, or object of what is done to nobody but somebody: "Lima pays
    for it", "to provoke Moscow", "expects Dhaka to give way", "gives Quito a say"."""
    head = name_head(tree, unit)
    if tree.is_(head, "conj"):
        head = tree.tokens[head].head  # "neither Lima nor Quito wished"
    above = tree.head(head)
    if above is None or tree.tokens[above].upos != "VERB":
        return False
    then = next((i for i in tree.children(above, "xcomp") if i > head and tree.tokens[i].upos == "VERB"), None)
    if tree.is_(head, "nsubj") and not tree.is_(head, "nsubj:pass"):
        acts = (i for i in (above, then) if i is not None)
        return any(lemma(tree, i) not in words("of_towns") for i in acts) or _lacks(tree, above)
    done = lemma(tree, above) in words("to_somebody") or tree.is_(head, "iobj")
    if tree.is_(head, "obj", "iobj"):
        return done or (then is not None and lemma(tree, then) not in words("of_towns"))
    return tree.is_(head, "nsubj:pass") and done


def _lacks(tree: Tree, verb: int) -> bool:
    """Whether somebody is said to have, or not to have, what no place has: "Lima had no comment", "Quito has a treaty"."""
    had = tree.children(verb, "obj") if lemma(tree, verb) == "have" else []
    return any(determiner(tree, i) == "no" or _is_statecraft(tree, i) for i in had)


def _is_state_s(tree: Tree, unit: Unit) -> bool:
    """Whether a town's name tells whose something is that only states have: "Washington's relations", "an ally of Lima", "it has
    no ties with Beijing"."""
    head = name_head(tree, unit)
    if tree.is_(head, "conj"):
        head = tree.tokens[head].head  # "between Washington and Beijing"
    above = tree.head(head)
    if above is None:
        return False
    if tree.is_(head, "obl") and preposition(tree, head) == "with":
        return any(_is_statecraft(tree, i) for i in tree.children(above, "obj"))
    if tree.is_(head, "nmod:poss"):
        return _is_statecraft(tree, above) or lemma(tree, above) in words("offices_of_state")
    toward = tree.is_(head, "nmod") and preposition(tree, head) in ("with", "between", "of", "against", "from")
    return toward and _is_statecraft(tree, above)


def _is_statecraft(tree: Tree, i: int) -> bool:
    """Whether a word means what only states have; a tie may be a match."""
    noun = lemma(tree, i)
    return noun in words("statecraft") and (noun != "tie" or is_plural(tree, i))


def _is_given_to_state(tree: Tree, unit: Unit) -> bool:
    """Whether something goes to a town that only a state is given: "arms sales to Cairo", "spying for Beijing"."""
    head = name_head(tree, unit)
    above = tree.head(head)
    if above is None or preposition(tree, head) not in ("to", "for"):
        return False
    given = [above, *tree.children(above, "obj")] if tree.tokens[above].upos == "VERB" else [above]
    verb = tree.head(above) if tree.is_(above, "obj") else above
    told = {f"{lemma(tree, c)} {lemma(tree, i)}" for i in given for c in tree.children(i, "compound", "amod")}
    told |= {lemma(tree, i) for i in given} | {f"{lemma(tree, above if verb is None else verb)} {lemma(tree, i)}" for i in given}
    return not {phrase.replace(" ", "_") for phrase in told}.isdisjoint(words("given_to_states"))


def _is_where_it_is(text: Text, unit: Unit, entry: Entry) -> bool:
    """Whether a town's name only tells where: "the Lima rally", "LIMA, Peru"."""
    behind = text.at.get(unit.stop + 1) if text.tree.tokens[unit.stop - 1 : unit.stop + 1][-1].text == "," else None
    of_its_country = behind is not None and behind.alias is not None and behind.alias.entry.key == f"country:{entry.country}"
    before_event = text.tree.head(name_head(text.tree, unit)) in text.events and text.tree.is_(
        name_head(text.tree, unit), "compound"
    )
    return of_its_country or before_event
