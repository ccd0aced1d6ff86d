"""Where names begin and end: what the pipeline labelled, without titles and articles, and with what it left out."""

from dateline.identify.known import Known
from dateline.identify.lexicon import given_names, is_title, noun_classes, nouns, offices, person_nouns, words
from dateline.identify.words import squeezed
from dateline.model import Document
from dateline.tree import Tree


def _governor(tree: Tree, first: int, stop: int) -> int | None:
    """The word outside a stretch that the stretch hangs on."""
    return next((h for i in range(first, stop) if (h := tree.head(i)) is not None and h not in range(first, stop)), None)


def _means_people(noun: str) -> bool:
    """Whether a common noun means people or those who make or trade something."""
    return (
        noun in person_nouns()
        or is_title(noun)
        or (noun in nouns() and nouns()[noun].type == "person")
        or noun in words("either")
    )


class Edges:
    """The edges of names in one document."""

    def __init__(self, document: Document, tree: Tree, known: Known) -> None:
        self.tree, self.known = tree, known
        self.texts = known.texts
        self.timed = known.timed
        self.covered = known.covered
        self.headings = {i for s in tree.sentences if s.block != "paragraph" for i in range(s.first, s.stop)}
        people = [n for n in document.names if n.label == "PERSON" and n.stop - n.first > 1]
        self.surnames = {self.texts[n.stop - 1] for n in people}

    def trimmed(self, first: int, stop: int, label: str) -> tuple[int, int, str]:
        """A name's edges without "the", "'s" and the titles around it, and its label: after an office it is a person's."""
        tokens = self.tree.tokens
        while stop > first and (tokens[stop - 1].upos in ("PUNCT", "PART") and tokens[stop - 1].text not in (")", ".")):
            stop -= 1
        while first < stop and (tokens[first].upos in ("DET", "PUNCT") or tokens[first].text.lower() == "the"):
            first += 1
        if label == "LOC" and stop - first > 1 and self.texts[first] in words("quarter"):
            first += 1  # "western Kenya" is in Kenya
        if label == "ORG" and stop - first > 1 and self.is_title(first) and self._is_known_person(first + 1, stop):
            label = "PERSON"  # "General Silva" is no company where a Silva is somebody
        if stop - first > 1 and self.texts[first].lower().rstrip(".") in words("polite"):
            label = "PERSON"
        if label == "ORG" and self.texts[stop - 2 : stop] == ["White", "House"]:
            first = stop - 2  # "the Silva White House"
        if label == "ORG" and (holder := self._holder(first, stop)) is not None:
            return holder, stop, "PERSON"
        if label == "PERSON":
            while first < stop and (self.is_title(first) or self._is_body(first, stop) or self._is_partisan(first, stop)):
                first += 1
        else:
            while stop - 1 > first and self._is_loose_title(stop - 1, label):
                stop -= 1
        first = self._after_owner(first, stop)
        begins = self.after_office(first, stop)
        return (begins, stop, "PERSON") if begins > first else (first, stop, label)

    def _holder(self, first: int, stop: int) -> int | None:
        """Where a name begins that was taken together with the office before it: "Commissioner for Trade | Ana Silva"."""
        for i in range(first + 3, stop - 1):
            above = self.tree.head(i)
            office = above is not None and first <= above < i - 2 and self._is_charged(above)
            if office and self.tree.is_(i, "appos", "flat") and all(self.tree.head(k) == i for k in range(i + 1, stop)):
                return i
        return None

    def _is_charged(self, i: int) -> bool:
        """Whether a word is a title behind which "for" or "of" says for what."""
        return self.is_title(i) and self.texts[i + 1 : i + 2] in (["for"], ["of"])

    def is_office(self, first: int, stop: int) -> bool:
        """Whether what looks like a body is the office of whose name stands behind, or its adjective: "| Commissioner for Trade |
        Ana Silva", "| European | Commissioner"."""
        charged = (i for i in range(first, stop - 1) if self._is_charged(i))
        adjective = stop - first == 1 and self.tree.is_(first, "amod") and self.tree.head(first) == stop and self.is_title(stop)
        return adjective or any(self._is_before_holder(i, stop) for i in charged)

    def is_remit(self, first: int, stop: int) -> bool:
        """Whether words say for what the office is that stands before its holder's name: "Minister for | Trade | Ana Silva"."""
        behind = first > 1 and self.texts[first - 1] == "for" and self.is_title(first - 2)
        return behind and self._is_before_holder(first - 2, stop)

    def _is_before_holder(self, title: int, name: int) -> bool:
        """Whether the tree joins an office and the first word of a person's name behind it."""
        if name >= len(self.texts) or self.covered.get(name) not in ("PERSON", "ORG"):
            return False
        if self.tree.head(name) == title:
            return self.tree.is_(name, "appos", "flat")
        return self.tree.head(title) == name and self.tree.is_(title, "nmod:desc", "compound")

    def is_titled(self, first: int) -> bool:
        """Whether a title with a capital goes with the name right behind it."""
        title = first - 1
        joined = title >= 0 and (self.tree.head(first) == title or self.tree.head(title) == first)
        return joined and self.is_title(title) and self.texts[title][:1].isupper()

    def _is_loose_title(self, i: int, label: str) -> bool:
        """Whether a title only follows a name: not that of "Ministry of | Justice |", "Vermont | St. |" or "Bayer | AG |"."""
        lower = self.texts[i].lower()
        is_street = label == "LOC" and lower in words("street")
        return self.is_title(i) and self.texts[i - 1] != "of" and not is_street and lower not in words("incorporated")

    def with_generation(self, stop: int, label: str) -> int:
        """Where a person's name ends with the "Jr." behind its comma."""
        behind = "".join(self.texts[stop : stop + 2])
        is_son = label == "PERSON" and behind.startswith(",") and behind.lower().strip(",.") in words("generation")
        return stop + 2 if is_son else stop

    def _is_known_person(self, first: int, stop: int) -> bool:
        """Whether words are a person's name in the gazetteers, or end in one that the article has in full."""
        alias = self.known.meant(first, stop)
        return self.texts[stop - 1] in self.surnames or (alias is not None and alias.entry.type == "person")

    def _is_body(self, first: int, stop: int) -> bool:
        """Whether a person's name still begins with the body he is of: "Bureau Rui Silva"."""
        lower = self.texts[first].lower()
        return stop - first > 2 and lower in nouns() and squeezed(lower) not in given_names()

    def _is_partisan(self, first: int, stop: int) -> bool:
        """Whether a person's name begins with the party or people he is of: "Democrat Rui Silva"."""
        lower = self.texts[first].lower()
        is_people = stop - first > 2 and lower in person_nouns() and squeezed(lower) not in given_names()  # "Texan Rui Silva"
        return stop - first > 1 and (lower in words("partisan") or is_people)

    def _after_owner(self, first: int, stop: int) -> int:
        """Where a name begins that was taken together with whose it is: "Zambia's High Court"."""
        for end, found in self.known.starting.get(first, ()):
            owned = end < stop - 1 and self.texts[end] in ("'s", "’s", "'", "’")
            if owned and any(a.sense == "name" and a.entry.type in ("country", "place", "organization") for a in found):
                return end + 1
        return first

    def after_office(self, first: int, stop: int) -> int:
        """Where a name begins whose first words end an office begun before it: after "Secretary of State"."""
        texts = [t.lower() for t in self.texts[max(0, first - 4) : stop]]
        own = first - max(0, first - 4)
        for k in range(own + 1, len(texts) + 1):
            if any(" ".join(texts[begin:k]) in offices() for begin in range(own)):
                return first + k - own
        return first

    def completed(self, first: int, stop: int, label: str) -> int:
        """Where a name ends that the pipeline cut short: "Sandvik" of "Sandvik Resources"."""
        tokens = self.tree.tokens
        while label != "NORP" and stop < len(tokens) and stop not in self.covered and not self._is_apart(stop):
            word = tokens[stop]
            governs = any(tokens[i].head == stop and tokens[i].deprel in ("compound", "flat") for i in range(first, stop))
            if not governs or not word.text[:1].isupper() or word.upos not in ("NOUN", "PROPN") or self.is_title(stop):
                break
            if label == "LOC" and word.text.lower().removesuffix("s") in words("partisan"):
                break  # "an Ohio Republican"
            if label == "LOC" and word.text.lower() in words("happening"):
                break  # "the Iraq War" is in Iraq, and no place
            if " ".join(t.lower() for t in self.texts[stop : stop + 2]) in offices():
                break  # "Los Angeles City Attorney Ana Silva"
            stop += 1
        if label == "ORG":
            return self._with_last(first, self._with_members(first, stop))
        if label == "PERSON" and self.texts[stop - 1] == "O" and self.texts[stop : stop + 1] in (["'"], ["’"]):
            return stop + 2 if self.texts[stop + 1 : stop + 2] and self.texts[stop + 1].istitle() else stop  # "O 'Reilly"
        return self._school(first, stop) if label == "LOC" else stop

    def _with_members(self, first: int, stop: int) -> int:
        """Where a body's name ends behind those who meet in it: "Conference | of Mayors"."""
        tokens, last = self.tree.tokens, stop + 1
        if last >= len(tokens) or self.texts[stop] != "of" or not self._is_closed(stop) or last in self.known.starting:
            return stop
        plural = tokens[last].upos == "PROPN" and self.texts[last].istitle() and tokens[last].feats.get("Number") == "Plur"
        joined = tokens[last].head == stop - 1 and last not in self.covered and not self._is_apart(last)
        return last + 1 if plural and joined else stop

    def _with_last(self, first: int, stop: int) -> int:
        """Where a body's name ends behind the second thing that it is for or of: "Ministry of Health | and Sports"."""
        tokens = self.tree.tokens
        last = stop + 1
        if last >= len(tokens) or self.texts[stop] != "and" or not {"of", "for"} & set(self.texts[first:stop]):
            return stop
        word, before = tokens[last], self.texts[stop - 1].lower()
        if last in self.covered or not word.text.istitle() or (last + 1 < len(tokens) and tokens[last + 1].upos == "PROPN"):
            return stop
        lower, single = word.text.lower(), word.text.lower().removesuffix("s")
        if all(w.endswith("s") and _means_people(w[:-1]) for w in (lower, before)):
            return last + 1  # "Society of Growers and Traders"
        somebody = _means_people(single) or not {lower, single}.isdisjoint(nouns())
        thing = noun_classes().get(lower, noun_classes().get(single)) is not None
        return last + 1 if thing and not somebody and before in noun_classes() else stop

    def _school(self, first: int, stop: int) -> int:
        """Where the name of a school or hospital ends that begins with its place's: "Sandy Hook Elementary School"."""
        tokens, last = self.tree.tokens, _governor(self.tree, first, stop)
        if last is None or not stop < last <= stop + 2 or self.texts[last].lower() not in words("endowed"):
            return stop
        between = range(stop, last)
        joined = all(tokens[i].head == last and tokens[i].upos in ("ADJ", "NOUN", "PROPN") for i in between)
        great = all(self.texts[i][:1].isupper() and i not in self.covered and not self._is_apart(i) for i in [*between, last])
        found = (aliases for end, aliases in self.known.starting.get(first, ()) if end == stop)
        country = any(a.entry.type == "country" for aliases in found for a in aliases)  # "Iran's" ministries go by themselves
        return last + 1 if joined and great and not country else stop

    def begun(self, first: int, stop: int, label: str) -> int:
        """Where a body's name begins that the pipeline took up too late: "First" of "First Boston Corp."."""
        tokens = self.tree.tokens
        while label == "ORG" and first > self.tree.sentence(first).first:
            word = tokens[first - 1]
            joined = first - 1 not in self.covered and word.head in range(first, stop) and word.deprel in ("amod", "compound")
            ordinal = word.text.lower() in words("ordinal") and self._is_closed(stop)
            if not joined or not word.text[:1].isupper() or self._is_apart(first - 1):
                break
            if not (ordinal or word.xpos.startswith("NNP")):
                break
            if self.is_title(first - 1) or first - 1 in self.known.starting or word.text.lower() in nouns():
                break
            first -= 1
        return first

    def _is_closed(self, stop: int) -> bool:
        """Whether a name that ends here ends as a company's or a bank's does: "First Trust Corp.", "Second Bank"."""
        last = self.texts[stop - 1].lower()
        return last in words("incorporated") or last in words("gathering") or last in nouns()

    def bearing(self, first: int, stop: int, label: str) -> int:
        """Where a body's name begins that is called after a place: "First" of "First of Ohio", an adjective and no title."""
        tokens, own = self.tree.tokens, first - 2
        if label not in ("LOC", "ORG") or own < 0 or self.texts[first - 1] != "of" or own in self.covered:
            return first
        word = self.texts[own]
        governs = any(tokens[i].head == own and self.tree.is_(i, "nmod", "obl") for i in range(first, stop))
        governs |= self.tree.head(own) in range(first, stop) and self._is_closed(stop)
        known = self.is_title(own) or word.lower() in nouns() or word.lower() in words("place_of") or own in self.known.starting
        if (
            not governs
            or known
            or (tokens[own].upos != "ADJ" and word.lower() not in words("ordinal"))
            or not word[:1].isupper()
            or word.isupper()
        ):
            return first
        within = own > self.tree.sentence(own).first or self.texts.count(word) > 2 or self._is_said_again(own, first)
        return own if within and not self._is_apart(own) else first

    def _is_said_again(self, own: int, first: int) -> bool:
        """Whether an ordinal that begins a sentence goes with a place elsewhere too: "First of America" twice."""
        said = self.texts[own : first + 1]
        times = sum(self.texts[i : i + len(said)] == said for i in range(len(self.texts) - len(said)))
        return said[0].lower() in words("ordinal") and times > 1

    def hyphened(self, first: int, stop: int, label: str) -> tuple[int, int]:
        """A name with what hyphens join to it: "Hossein Amir" of "Hossein Amir-Abdollahian", "Wi" of "Wi-Fi"."""
        tokens = self.tree.tokens
        while stop + 1 < len(tokens) and self._is_hyphen(stop) and self._goes_on(stop + 1, label):
            stop += 2
        while first > 1 and self._is_hyphen(first - 1) and self._goes_on(first - 2, label):
            first -= 2
        return first, stop

    def _goes_on(self, i: int, label: str) -> bool:
        """Whether a word behind a hyphen is of the same name: any of a person's, else one that is no name by itself."""
        return label == "PERSON" or (label == "ORG" and i not in self.covered and i not in self.known.starting)

    def _is_hyphen(self, i: int) -> bool:
        """Whether a hyphen stands between two proper nouns without a space."""
        before, it, after = self.tree.tokens[i - 1 : i + 2]
        joined = it.text in ("-", "‐", "‑") and before.end == it.start and it.end == after.start
        return joined and after.upos == "PROPN" and before.upos == "PROPN"

    def _is_apart(self, i: int) -> bool:
        return i in self.timed or i in self.headings

    def is_title(self, i: int) -> bool:
        """Whether a word is a title here, and not the name of one who is called King or Major."""
        return is_title(self.texts[i]) and self.texts[i] not in self.surnames and not self._is_addressed(i)

    def _is_addressed(self, i: int) -> bool:
        """Whether a word is a surname, since it stands alone behind "Mr": "Mr Sen", not "Mr President" nor "Mr Justice Silva"."""
        if not i or self.texts[i - 1].lower().rstrip(".") not in words("polite") or self.texts[i].lower() in words("addressed"):
            return False
        behind = self.tree.tokens[i + 1] if i + 1 < len(self.texts) else None
        return behind is None or behind.upos != "PROPN" or i + 1 in self.timed
