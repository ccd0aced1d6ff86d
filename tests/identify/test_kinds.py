"""How a mention means its actor: only a name becomes an alias; words that take sides never do."""

from collections.abc import Callable

import pytest

from dateline.model import Document


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("North Korea fired a missile on Monday. The Kim regime said it was a test.", "Kim regime", "nominal"),
        ("North Korea fired a missile on Monday. The Kim regime said it was a test.", "North Korea", "name"),
        ("French troops attacked the rebels near the border.", "French", "nominal"),
        ("France attacked the rebels near the border.", "France", "name"),
    ],
)
def test_kinds(identified: Callable[[str], Document], text: str, words: str, kind: str) -> None:
    found = {text[m.start : m.end]: m.kind for a in identified(text).actors for m in a.mentions}
    assert next(k for w, k in found.items() if words in w) == kind


@pytest.mark.parametrize(
    ("text", "nobody", "somebody"),
    [
        ("Thousands protested in front of the court on Monday.", "front", "court"),
        ("The minister arrived in Oslo at the head of a delegation.", "head", "delegation"),
        ("The head of the delegation arrived in Oslo.", "green", "head"),
        ("The ministry gave the green light to the plan.", "light", "ministry"),
        ("Three lawmakers crossed the floor on Tuesday.", "floor", "lawmakers"),
        ("The party won a majority.", "majority", "party"),
        ("The majority of lawmakers rejected the bill.", "bill", "lawmakers"),
        ("The mine declared force majeure on Monday.", "force", "mine"),
        ("Both parties joined in opposition to the bill.", "opposition", "parties"),
        ("Lawmakers rejected Ana Silva's leadership.", "leadership", "Silva"),
        ("The party's leadership rejected the plan.", "plan", "leadership"),
        ("Teachers won a 3 percent raise.", "raise", "Teachers"),
        ("Norway won the men's 4x10km relay on Sunday.", "men", "Norway"),
        ("China ratified the Paris Agreement on Saturday.", "Paris", "China"),
        ("China signed the Paris deal on Saturday.", "deal", "Paris"),
        ("Iran broke the Joint Comprehensive Plan of Action.", "Action", "Iran"),
        ("The men's families left Lima.", "left", "men"),
        ("The minister promised new funds to Lima.", "funds", "Lima"),
        ("Norway came in second place on Sunday.", "place", "Norway"),
        ("The union took the place of the council in the talks.", "place", "union"),
        ("The suspect shook his head on Monday.", "head", "suspect"),
        ("The minister sacked his head of protocol.", "green", "head"),
        ("The rancher sold 40 head of cattle.", "head", "rancher"),
        ("Opposition to the bill is growing in Lima.", "Opposition", "Lima"),
        ("The opposition in parliament rejected the bill.", "bill", "opposition"),
        ("The retailer went into administration on Monday.", "administration", "retailer"),
        ("Kenya and Oman will cooperate in the political and military fields.", "field", "Oman"),
        ("Fighting broke out at a military field near Lima.", "Fighting", "field"),
        ("The startup raised capital from three banks.", "capital", "startup"),
        ("The lender raised its capital on Monday.", "capital", "lender"),
        ("Rebels attacked the capital on Monday.", "green", "capital"),
        ("A lack of organization hurt the team.", "organization", "team"),
        ("The organization rejected the plan.", "plan", "organization"),
        ("Silva won the presidency on Sunday.", "presidency", "Silva"),
        ("The presidency denied the report.", "report", "presidency"),
        ("The king threw a party for the guests.", "party", "king"),
        ("The teacher was attacked at a party.", "party", "teacher"),
        ("The party rejected the plan.", "plan", "party"),
        ("The ministry laid the foundation of a new trade order.", "foundation", "ministry"),
        ("The foundation of a footballer gave money to Lima.", "green", "foundation"),
        ("The firm launched a new model. The older model costs $500.", "model", "firm"),
        ("A model sued the magazine.", "green", "model"),
        ("The mine paid US $50 million to Lima.", "US", "mine"),
        ("The Great Recession hurt the miners.", "Recession", "miners"),
        ("Brexit hurt the miners. The Brexit Party won.", "Brexit hurt", "Brexit Party"),
        ("Kenya signed a Memorandum of Understanding with Oman.", "Understanding", "Kenya"),
    ],
)
def test_words_that_mean_nobody(identified: Callable[[str], Document], text: str, nobody: str, somebody: str) -> None:
    found = [text[m.start : m.end] for a in identified(text).actors for m in a.mentions]
    assert not any(nobody in words for words in found)
    assert any(somebody in words for words in found)


def test_an_island_called_after_a_prince_is_no_man(identified: Callable[[str], Document]) -> None:
    assert all(a.type != "person" for a in identified("Prince of Wales Island was flooded on Monday.").actors)


def test_an_office_before_a_name_is_nobody_else(identified: Callable[[str], Document]) -> None:
    document = identified("Foreign Ministry spokeswoman Maria Holm was arrested on Monday.")
    assert sorted(a.name for a in document.actors) == ["Foreign Ministry", "Maria Holm"]
