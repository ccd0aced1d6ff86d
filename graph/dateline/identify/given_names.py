"""Write `seeds/gazetteers/given-names.tsv` anew: `python -m dateline.identify.given_names`, a command for developers.

It needs the Python package Faker (MIT), whose lists of given names by country and gender are joined; at run time the program
reads the file alone. A name that both men and women bear is left out unless it is theirs in far more countries.
"""

import importlib
import pkgutil
from collections import defaultdict

from dateline.identify.words import squeezed
from dateline.resources import path

CLEAR = 3  # times as many countries give the name to one gender as to the other
HEAD = """\
# Given names in Latin letters that tell whether their bearer is a man or a woman.
# Written by `python -m dateline.identify.given_names`.
# Source: the Python package Faker (MIT, https://github.com/joke2k/faker). Additions belong in given-names-more.tsv.
"""


def gathered() -> dict[str, dict[str, set[str]]]:
    """{name in plain letters: {gender: countries that have it so}}."""
    package = importlib.import_module("faker.providers.person")
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for gender in ("male", "female"):
            for name in getattr(provider, f"first_names_{gender}", ()):
                letters = squeezed(name)
                if letters.isascii() and len(letters) > 2 and " " not in name:
                    found[letters][gender].add(module.name)
    return found


def rows() -> list[tuple[str, str]]:
    """(name, gender) where it is clear, in alphabetical order."""
    clear = []
    for name, genders in sorted(gathered().items()):
        male, female = len(genders["male"]), len(genders["female"])
        if male >= CLEAR * female or female >= CLEAR * male:
            clear.append((name, "male" if male > female else "female"))
    return clear


def main() -> None:
    """Write the file."""
    lines = ["name\tgender", *("\t".join(row) for row in rows())]
    path("seeds", "gazetteers", "given-names.tsv").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
