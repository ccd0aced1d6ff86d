"""Guards on words: May and no verb, the fall and no falling, Friday and no newspaper."""

from dateline.date.match import Match, lower, noun, touches
from dateline.date.named import by_name
from dateline.date.words import around

_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_DETERMINERS = frozenset(["a", "an", "the", "this", "that", "its", "his", "her", "their", "our"])
_NAMES = frozenset(["may", "march", "april", "june", "august", "mar", "jan", "dec", "sep", "jun", "jul"])


def month_name(match: Match) -> bool:
    """Months are written with a capital; "may" and "march" are mostly verbs."""
    months = [p for p in match.inside if p.lower[:3] in _MONTHS]
    verbs = any(p.lower in ("may", "march") and p.tag in ("MD", "VB", "VBP") for p in months)
    return all(p.title for p in months) and not verbs and not _preposition(match)


def _preposition(match: Match) -> bool:
    """Whether "following" means "after": "following Friday's attack", not "the following Friday"."""
    return match.inside[0].lower == "following" and lower(match.before()) not in ("the", "this", "that", "and", "or")


def month_alone(match: Match) -> bool:
    """A month without a day: no first name, no first word of a name."""
    word = match.inside[-1] if match.inside[-1].lower != "." else match.inside[-2]
    if word.lower not in _NAMES or len(match.inside) > 1:
        return True
    after = match.after()
    if word.lower in ("may", "march") and word.tag not in ("NNP", "NN", ""):
        return False
    if word.lower == "march" and not noun(after) and lower(match.before()) in ("a", "the", "annual", "'s"):
        return False  # people marching: "the March for Life", "the Women's March"
    if lower(match.before()) in around("before month"):
        return True  # "In April Ross won": where it is a first name, it is part of a name
    return not (after and after.tag in ("NNP", "NNPS") and after.title and not touches(match))


def weekday_name(match: Match) -> bool:
    """Weekdays are written with a capital, and are no part of a newspaper's name."""
    days = [p for p in match.inside if p.lower.endswith("day") or len(p.lower) <= 5]
    after = match.after()
    return (
        any(p.title for p in days)
        and not _preposition(match)
        and not (after and after.title and after.lower in ("times", "telegraph", "mirror", "mail", "express", "post"))
    )


def season_no_verb(match: Match) -> bool:
    """The season of a year and no verb before it: "sales will fall next year"."""
    return not match.inside[0].tag.startswith("VB")


def season_alone(match: Match) -> bool:
    """A season and no verb: to fall, to spring, a fall in prices."""
    word = match.inside[-1]
    if word.tag.startswith("VB"):
        return False
    if match.inside[0].lower == "fall" and lower(match.before()) == "a":  # "since | a fall | last year"
        return False
    if len(match.inside) > 1:
        return True
    near = lower(match.before(2)) if lower(match.before()) == "the" else lower(match.before())
    if word.lower in ("fall", "spring", "autumn"):
        return near in around("before season") and lower(match.after()) not in ("of", "in")
    return near in around("before season") or lower(match.before()) == "the"


def capital(match: Match) -> bool:
    """Holidays are written with a capital, and are no part of a name: Easter Island."""
    after = match.after()
    named = after is not None and after.title and after.tag in ("NNP", "NNPS") and not match.next_is("weekday", "part")
    return any(p.title for p in match.inside) and not named


def event_name(match: Match) -> bool:
    """The name of an event as a time: after "since", "during", "the end of", of an attack of one day anywhere; not in a name:
    "the Vietnam War Memorial"."""
    after = match.after()
    inside_name = after is not None and not touches(match) and (noun(after) or after.title)
    if inside_name or not any(p.title or p.lower.isdecimal() for p in match.inside):
        return False
    if _attack(match):
        return True
    first = 2 if lower(match.before()) == "the" else 1
    before = lower(match.before(first))
    if before == "of":
        return lower(match.before(first + 1)) in around("before named of")
    return before in around("before named")


def _attack(match: Match) -> bool:
    """Whether a name is that of an attack of one day, told with its noun; mere digits only after "on": "on | 9/11 |"."""
    told = any(p.lower.isalpha() for p in match.inside) or lower(match.before()) == "on"
    return told and all(event.sudden for event in by_name()[str(match.captures["named"])])


def part_alone(match: Match) -> bool:
    """A part of the day as an adverbial: "in the morning", "by dawn", "in the early evening", "at night" being a habit."""
    before, second = lower(match.before()), lower(match.before(2))
    if noun(match.after()):
        return False
    return (before == "the" and second in ("in", "during")) or (
        before in ("by", "before", "until", "since", "at") and match.inside[0].lower in around("turn of day")
    )


def adverb(match: Match) -> bool:
    """An adverb, not before a noun."""
    return match.inside[-1].lower != "overnight" or not (noun(match.after()) or match.inside[-1].tag in ("NN", "NNP"))


def not_plural(match: Match) -> bool:
    """The weekend with its article."""
    return lower(match.before()) == "the" and not noun(match.after())


def vague(match: Match) -> bool:
    """Now, recently: not before a participle ("the recently announced plan"), not "as soon as", not "soon became"."""
    first = match.inside[0].lower
    if (
        first == "recently"
        and (lower(match.before()) in _DETERMINERS or noun(match.after(1)))
        and match.tag_after in ("VBN", "JJ")
    ):
        return False
    if first == "soon" and (
        lower(match.before()) == "as" or lower(match.after()) in ("after", "as") or "VBD" in (match.tag_after, match.tag_before)
    ):
        return False  # "soon became", "was soon freed": a while after the time told of
    return first != "the" or not (noun(match.after()) or match.next_is("number", "few", "unit", "units", "weekday", "month"))


def before_a_verb(match: Match) -> bool:
    """One day as some day to come: "will one day rule", "may one day be"."""
    return match.tag_before == "MD" or match.tag_after in ("VB", "VBP")


def for_so_long(match: Match) -> bool:
    """A while, some time as lengths: "for some time", not "some time ago" and not "at some time"."""
    return lower(match.before()) in ("for", "in", "after", "within") and not match.next_is("ago", "earlier")


def then_alone(match: Match) -> bool:
    """Then as a time, not of an office held at the time: "by then President Lind", "by the then-mayor"."""
    return not noun(match.after()) and lower(match.after()) != "-"


def vague_adjective(match: Match) -> bool:
    """Recent and current before the noun of a state that has a time."""
    return noun(match.after()) and lower(match.before()) not in ("most", "more")


def adverb_set(match: Match) -> bool:
    """Daily, weekly as words of frequency, not in a newspaper's name and no newspaper: "the party daily Granma"."""
    after = match.after()
    if after is not None and after.tag == "NNP" and after.title and lower(match.before()) != "its":
        return False
    if match.inside[0].lower != "daily" and (noun(match.after()) or match.tag_after == "JJ"):
        return False
    return not any(p.title for p in match.inside)


def no_title(match: Match) -> bool:
    """Not in a name: USA Today, CBS This Morning, "This Week"."""
    before = match.before()
    quoted = lower(before) in ('"', "“", "'", "`") and len(match.inside) > 1
    named = quoted or (before is not None and before.title and before.tag.startswith("NNP"))
    return not (named and match.inside[0].title and match.inside[-1].title)
