"""Single rules, on trees written by hand."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factory
from dateline.identify import identify
from dateline.identify.words import squeezed
from dateline.model import Attribution, Document, Event, Name, Role, Source, Span


def named(document: Document, **labels: str) -> Document:
    """A document with names: the words (joined by "_") and their label."""
    names = []
    for words, label in labels.items():
        parts = words.split("_")
        texts = [t.text for t in document.tokens]
        for first in range(len(texts)):
            if texts[first : first + len(parts)] == parts:
                stop = first + len(parts)
                span = {"start": document.tokens[first].start, "end": document.tokens[stop - 1].end}
                names.append(Name(**span, first=first, stop=stop, label=label))
    return replace(document, names=tuple(sorted(names, key=lambda n: n.first)))


def clusters(document: Document) -> list[tuple[str, list[str]]]:
    """Each actor's name and the words of its mentions."""
    found = next(identify([document]))
    return [(a.name, [found.text[m.start : m.end] for m in a.mentions]) for a in found.actors]


SPEECH = """
1 Ana Ana PROPN NNP _ 3 nsubj
2 Silva Silva PROPN NNP _ 1 flat
3 spoke speak VERB VBD _ 0 root

1 Silva Silva PROPN NNP _ 2 nsubj
2 left leave VERB VBD _ 0 root
"""


def test_a_surname_means_the_one_person_who_bears_it() -> None:
    document = named(factory.document(SPEECH), Ana_Silva="PERSON", Silva="ORG")
    assert clusters(document) == [("Ana Silva", ["Ana Silva", "Silva"])]


def test_a_surname_that_two_bear_is_not_decided() -> None:
    two = SPEECH.replace(
        "3 spoke", "3 and and CCONJ CC _ 4 cc\n4 Rui Rui PROPN NNP _ 1 conj\n5 Silva Silva PROPN NNP _ 4 flat\n6 spoke"
    )
    document = factory.document(two.replace("_ 3 nsubj", "_ 6 nsubj", 1))
    found = clusters(named(document, Ana_Silva="PERSON", Rui_Silva="PERSON", Silva="PERSON"))
    assert [name for name, _ in found] == ["Ana Silva", "Rui Silva", "Silva"]


def test_a_title_is_no_part_of_a_name() -> None:
    document = factory.document("""
        1 Dr. Dr. PROPN NNP _ 2 compound
        2 Okoro Okoro PROPN NNP _ 3 nsubj
        3 spoke speak VERB VBD _ 0 root
        """)
    assert clusters(named(document, Okoro="PERSON")) == [("Okoro", ["Dr. Okoro"])]


HEADED = """
1 The the DET DT _ 3 det
2 {demonym} {demonym} ADJ JJ _ 3 amod
3 {noun} {noun} NOUN NN Number=Sing 4 nsubj
4 resigned resign VERB VBD _ 0 root
"""


@pytest.mark.parametrize(
    ("demonym", "noun", "name"),
    [
        ("Dutch", "government", "Netherlands"),
        ("Israeli", "regime", "Israel"),
        ("Kenyan", "administration", "Kenya"),
        ("Thai", "people", "Thai people"),
        ("Peruvian", "nation", "Peruvian people"),
        ("Dutch", "painter", "Dutch painter"),
    ],
)
def test_what_a_nationality_and_a_noun_mean(demonym: str, noun: str, name: str) -> None:
    document = named(factory.document(HEADED.format(demonym=demonym, noun=noun)), **{demonym: "NORP"})
    assert [found for found, _ in clusters(document)] == [name]


def test_a_nationality_that_acts_is_its_country() -> None:
    document = named(
        factory.document("""
        1 Turkish turkish ADJ JJ _ 2 amod
        2 strikes strike NOUN NNS Number=Plur 3 nsubj
        3 continued continue VERB VBD _ 0 root
        """),
        Turkish="NORP",
    )
    role = Role(start=0, end=7, role="agent")
    strikes = document.tokens[1]
    event = Event(id="e1", start=strikes.start, end=strikes.end, text="strikes", lemma="strike", label="", roles=(role,))
    found = next(identify([replace(document, events=(event,))]))
    assert [(a.name, a.type) for a in found.actors] == [("Turkey", "country")]
    assert found.events[0].roles[0].actor == "a1"


QUOTED = """
1 " " PUNCT `` _ 3 punct
2 I I PRON PRP _ 3 nsubj
3 won win VERB VBD _ 7 ccomp
4 , , PUNCT , _ 3 punct
5 " " PUNCT '' _ 3 punct
6 Lind Lind PROPN NNP _ 7 nsubj
7 said say VERB VBD _ 0 root
"""


def test_i_in_a_quotation_is_who_is_quoted() -> None:
    document = named(factory.document(QUOTED), Lind="PERSON")
    tokens = document.tokens
    quote = Attribution(
        id="q1",
        content=Span(start=tokens[0].start, end=tokens[4].end),
        source=Source(start=tokens[5].start, end=tokens[5].end),
    )
    found = next(identify([replace(document, attributions=(quote,))]))
    assert [[m.kind for m in a.mentions] for a in found.actors] == [["pronoun", "name"]]
    assert found.attributions[0].source is not None
    assert found.attributions[0].source.actor == "a1"


@pytest.mark.parametrize(
    ("a", "b"),
    [("al-Qaeda", "Al Qa'eda"), ("Côte d’Ivoire", "Cote d'Ivoire"), ("Łódź", "Lodz"), ("U.N.", "UN"), ("STRASSE", "Straße")],
)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert squeezed(a) == squeezed(b)


RELATIVE = """
1 The the DET DT _ 2 det
2 embassy embassy NOUN NN Number=Sing 9 nsubj
3 in in ADP IN _ 4 case
4 Lima Lima PROPN NNP Number=Sing 2 nmod
5 , , PUNCT , _ 7 punct
6 which which PRON WDT PronType=Rel 7 nsubj
7 closed close VERB VBD _ 2 acl:relcl
8 , , PUNCT , _ 7 punct
9 reopened reopen VERB VBD _ 0 root
"""


def test_which_after_two_that_fit_means_what_its_clause_hangs_on() -> None:
    (words,) = (words for _, words in clusters(named(factory.document(RELATIVE), Lima="LOC")) if "which" in words)
    assert words == ["The embassy in Lima", "which"]


def test_which_means_the_one_whose_number_its_verb_has() -> None:
    several = RELATIVE.replace("2 embassy embassy NOUN NN Number=Sing", "2 embassies embassy NOUN NNS Number=Plur")
    plural = several.replace("7 closed close VERB VBD _", "7 close close VERB VBP Number=Plur")
    (words,) = (words for _, words in clusters(named(factory.document(plural), Lima="LOC")) if "which" in words)
    assert words == ["The embassies in Lima", "which"]


RIVALS = """
1 Rui Rui PROPN NNP _ 4 nsubj
2 and and CCONJ CC _ 3 cc
3 Tom Tom PROPN NNP _ 1 conj
4 met meet VERB VBD _ 0 root

1 He he PRON PRP PronType=Prs 2 nsubj
2 left leave VERB VBD _ 0 root
"""


def test_he_after_two_men_side_by_side_means_nobody_known() -> None:
    one = RIVALS.replace(
        "2 and and CCONJ CC _ 3 cc\n3 Tom Tom PROPN NNP _ 1 conj\n4 met meet VERB VBD _ 0 root", "2 spoke speak VERB VBD _ 0 root"
    )
    one = one.replace("_ 4 nsubj", "_ 2 nsubj")
    assert clusters(named(factory.document(one), Rui="PERSON")) == [("Rui", ["Rui", "He"])]
    assert clusters(named(factory.document(RIVALS), Rui="PERSON", Tom="PERSON")) == [("Rui", ["Rui"]), ("Tom", ["Tom"])]


def test_who_is_quoted_is_not_the_he_of_his_words() -> None:
    told = QUOTED.replace("2 I I PRON", "2 He he PRON")
    document = named(factory.document(told), Lind="PERSON")
    tokens = document.tokens
    content, source = Span(start=tokens[0].start, end=tokens[4].end), Source(start=tokens[5].start, end=tokens[5].end)
    found = next(identify([replace(document, attributions=(Attribution(id="q1", content=content, source=source),))]))
    assert [[m.kind for m in a.mentions] for a in found.actors] == [["name"]]


TWO_NAMES = """
1 {one} {one} PROPN NNP _ 3 nsubj
2 {two} {two} PROPN NNP _ 1 flat
3 spoke speak VERB VBD _ 0 root

1 {three} {three} PROPN NNP _ 3 nsubj
2 {four} {four} PROPN NNP _ 1 flat
3 left leave VERB VBD _ 0 root
"""
GIVEN = ("Ana", "Boris", "Carla", "Dmitri", "Elif", "Farid", "Greta")


@given(st.permutations(GIVEN), st.sampled_from(("Silva", "Okoro", "Lind")))
@settings(max_examples=20, deadline=None)
def test_unlike_given_names_are_two_people_whatever_they_share(names: list[str], surname: str) -> None:
    one, two = names[:2]
    document = factory.document(TWO_NAMES.format(one=one, two=surname, three=two, four=surname))
    found = clusters(named(document, **{f"{one}_{surname}": "PERSON", f"{two}_{surname}": "PERSON"}))
    assert [name for name, _ in found] == [f"{one} {surname}", f"{two} {surname}"]


CLOSED = """
1 {core} {core} PROPN NNP _ 2 compound
2 {closing} {closing} PROPN NNP _ 3 nsubj
3 grew grow VERB VBD _ 0 root

1 {core} {core} PROPN NNP _ 2 nsubj
2 paid pay VERB VBD _ 0 root
"""


@given(st.sampled_from(("Telgrate", "Innovac", "Orvane")), st.sampled_from(("Inc.", "Corp.", "PLC", "Ltd.", "AG", "Co.")))
@settings(max_examples=18, deadline=None)
def test_what_closes_a_company_s_name_may_be_left_out(core: str, closing: str) -> None:
    document = named(factory.document(CLOSED.format(core=core, closing=closing)), **{f"{core}_{closing}": "ORG", core: "ORG"})
    assert clusters(document) == [(f"{core} {closing}", [f"{core} {closing}", core])]


def test_what_is_upper_is_not_what_is_lower(identified: Callable[[str], Document]) -> None:
    document = identified("The upper house of the Polish parliament passed the bill. The lower house had passed it in May.")
    assert {"upper house", "lower house"} <= {a.name for a in document.actors}


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The iPhone 3G will be withdrawn. The iPhone 4 sold well.", ("The iPhone 3G", "The iPhone 4")),
        (
            "The Archdiocese of Lima agreed. The Archdiocese of Quito said no.",
            ("The Archdiocese of Lima", "The Archdiocese of Quito"),
        ),
        (
            "The Archdiocese paid. The Archdiocese of Lima agreed. The Archdiocese of Quito said no.",
            ("The Archdiocese of Lima", "The Archdiocese of Quito"),
        ),
        ("The Chicago neighborhood of Englewood slept. Chicago was calm.", ("The Chicago neighborhood of Englewood", "Chicago")),
        ("A super PAC gave money. Future Now, a super PAC, ran ads.", ("A super PAC", "a super PAC")),
        ("Police shot at the kids. The police chief patted the kids on the head.", ("The police chief", "the head")),
        ("Muslim-Peruvians and Native Peruvians voiced concern.", ("Muslim-Peruvians", "Native Peruvians")),
        ("House Republicans met on Monday; Senate Republicans did not.", ("House Republicans", "Senate Republicans")),
        ("The Harlem restaurant Sylvio's was full. Harlem slept.", ("The Harlem restaurant Sylvio's", "Harlem")),
        ("Ana Ruiz is the top diplomat. He advised the next top diplomat.", ("the top diplomat", "the next top diplomat")),
        ("Longtime Oberlin foe files claim. Parents have sued Hanna Oberlin.", ("Longtime Oberlin foe", "Hanna Oberlin")),
        ("North American output fell. America agreed. The South American summit ended.", ("South American", "America")),
        ("A majority of Lima voters said no. Lima voters went home.", ("A majority of Lima voters", "Lima voters")),
        ("If another Ronald Holm came, they would like him. Ronald Holm left.", ("another Ronald Holm", "Ronald Holm")),
        ("They met in Lima. He told “Good Morning Lima” that he agreed.", ("Lima", "Good Morning Lima")),
        ("Sanders raised money, his campaign said. The Clinton campaign lost.", ("his campaign", "The Clinton campaign")),
        ("James Coney, dubbed Lying James by Donald Ruiz, left. Ruiz praised him.", ("James Coney", "Donald Ruiz")),
        ("Ana Silva, known to Maria Lopez from school, left.", ("Ana Silva", "Maria Lopez")),
        ("Senator Nancy Evans (Nev.) spoke of Nevada.", ("Senator Nancy Evans", "Nevada")),
        ("He blamed “Russia and China” for it. Russia denied it.", ("Russia", "China")),
        ("Silva's first husband died. Her second husband left.", ("Silva's first husband", "Her second husband")),
        ("The Lima hotel burned. Lima slept.", ("The Lima hotel", "Lima")),
        ("Syria's state news agency SANA said so. The Syrian military denied it.", ("SANA", "The Syrian military")),
        ("Sen. Ted Cole, R-Texas, left. The Vermont senator was wrong.", ("Sen. Ted Cole", "The Vermont senator")),
        ("The Gonzalez family refused. Juan Gonzalez left.", ("The Gonzalez family", "Juan Gonzalez")),
        ("U.S. Trust lost money. Banks in the U.S. agreed.", ("U.S. Trust", "the U.S.")),
        ("The Buffalo News reported it. Buffalo slept.", ("The Buffalo News", "Buffalo")),
        ("Ana Ruiz is running for president. Omar Vega, the president, left.", ("Ana Ruiz", "president")),
        ("One of his aides left. His aides agreed.", ("One of his aides", "His aides")),
        ("They named Donald Robb, 54, and Fred Holm, 58, who leads a group.", ("Donald Robb", "who")),
        ("America is great. Every American feels safe.", ("America", "Every American")),
        ("They mourned young men like Clarence Howe, 22, who was shot in June.", ("young men", "who")),
        ("Police arrested a man in Lima. Otto Klein won the race.", ("a man", "Otto Klein")),
        ("A report accused the church of shielding a priest. Rui Paredes will lead the church.", ("a priest", "Rui Paredes")),
        ("He dedicated the medal to his late grandfather. Hassan Ali finished second.", ("his late grandfather", "Hassan Ali")),
        ("The striker was hurt. Goalkeeper Peter Eze saved a penalty.", ("The striker", "Goalkeeper Peter Eze")),
        ("The finance minister spoke. The foreign minister left.", ("The finance minister", "The foreign minister")),
        (
            "The finance minister spoke. The deputy finance minister left.",
            ("The finance minister", "The deputy finance minister"),
        ),
        ("Deputy Mayor Ana Silva spoke. The mayor left.", ("Deputy Mayor Ana Silva", "The mayor")),
        ("The president spoke. The vice president left.", ("The president", "The vice president")),
        ("The priest met the imam. The rabbi left.", ("the imam", "The rabbi")),
        ("India cut taxes, the finance ministry said. In Nepal, the ministry agreed.", ("the finance ministry", "the ministry")),
        ("Peru's president travelled to Chile. In Bolivia, the president resigned.", ("Peru's president", "the president")),
        ("The regulator Ofwat fined Thames. The union agreed.", ("The regulator Ofwat", "The union")),
        ("NASA delayed a launch. India's space agency launched a satellite.", ("NASA", "India's space agency")),
        ("The Red Cross sent aid. The ministry said that ten people died.", ("The Red Cross", "The ministry")),
        ("A military source said so. A security source denied it.", ("A military source", "A security source")),
        ("Police freed Tom Reed and Karl Meyer, who were arrested on Monday.", ("Karl Meyer", "who")),
        ("Rosa Lind and Karl Meyer, both of whom won, left.", ("Rosa Lind", "whom")),
        (
            'Acme Corp. cut pay. The company lost money. "We had no choice," said Rui Holm, chairman of the pilots.',
            ("Acme Corp.", "We"),
        ),
        ("Kenya and Oman, neither of which agreed, left.", ("Kenya", "which")),
        ("Police asked Jim Cole, a lawyer for Karl Meyer, who has been charged with murder.", ("Karl Meyer", "who")),
        ("Rui Holm, Ana Silva's brother, left. “She was kind,” her brother said.", ("Rui Holm", "She")),
        ("Rui Holm, Tom Silva's brother, spoke. “He was kind,” Holm said of him.", ("Rui Holm", "He")),
        ("Rosa Lind met Tom Brown. “He told the truth,” said his lawyer. “She lied,” his lawyer added.", ("his lawyer", "his")),
        ('"Rui Holm, you lied," said Rosa Lind. "You are wrong," said Jim Cole.', ("Rui Holm", "You")),
        ('"You lied to us," Rosa Lind told CNN\'s Rui Holm.', ("CNN's Rui Holm", "You")),
        ('"If you fight, you win," Rosa Lind told Rui Holm.', ("Rui Holm", "you")),
        ("Rui Holm came late. He apologised to Karl Meyer for his delay.", ("Karl Meyer", "his")),
        ('"We will charge the banker," said US Attorney General Rosa Lind.', ("We", "US")),
        ('"We need trucks," said Rosa Lind, who ran Oxfam.', ("We", "Oxfam")),
        ('"We need trucks and they sell trucks," said Oxfam.', ("We", "they")),
        ('"You will hear more," Rosa Lind told reporters in Lima.', ("You", "reporters")),
        ("Two banks bought Acme Corp. Ana Silva met Rui Holm on Friday. Both left Lima.", ("Two banks", "Both")),
        ('"We passed the law," said US Senator Rosa Lind.', ("We", "US")),
        ("The first suspect was arrested. The second suspect fled.", ("The first suspect", "The second suspect")),
        ("The retailer cancelled its contract with the supplier.", ("The retailer", "the supplier")),
        ("The ministers accused the very people they refuse to name.", ("they", "the very people")),
        ("The organization behind the Nobel Prize named a singer.", ("The organization", "the Nobel Prize")),
        ("Rui Silva met Ana Silva in Lima. Silva praised Ana Silva.", ("Silva", "Ana Silva")),
        ("A Hamas faction loyal to Omar Haddad left. Hamas attacked Israel.", ("Hamas", "A Hamas faction loyal")),
        ("A tanker with $100 million of crude oil, the Sirius Star, left.", ("crude oil", "the Sirius Star")),
        ("He searched a house. She would not search somebody's house.", ("a house", "somebody's house")),
        ("A ship from Oman was attacked. Commandos boarded the larger boat.", ("A ship", "the larger boat")),
        (
            "A robber shot a 30-year-old driver. A 25-year-old man was stabbed in Leeds.",
            ("a 30-year-old driver", "A 25-year-old man"),
        ),
        ("Jose Silva sued Maria Silva. Maria Silva said Silva lied.", ("Silva", "Maria Silva")),
        ("Bombs hit the U.S. Embassy in Nairobi. The U.S. Embassy in Lima shut.", ("the U.S. Embassy", "The U.S. Embassy")),
        ("Millennials favor the law. Those over 60 say they are against it.", ("Millennials", "they")),
        ('Apple was sued over its use of the word. It may not use the "Apple" name.', ("Apple", 'the "Apple" name')),
    ],
)
def test_who_is_not_the_same(identified: Callable[[str], Document], text: str, apart: tuple[str, str]) -> None:
    document = identified(text)
    held = [{text[m.start : m.end] for m in a.mentions} for a in document.actors]
    assert not any(set(apart) <= own for own in held)
