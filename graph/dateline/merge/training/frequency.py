"""How often words are used in English at large: `python -m dateline.merge.training.frequency WORDS.tsv`.

WORDS has a word and its frequency on the Zipf scale (the decimal logarithm of uses in a thousand million words) on each line, as
the package wordfreq tells them: `for w in top_n_list("en", 40000): print(w, zipf_frequency(w, "en"), sep="\\t")`. Words that
are used too seldom to be told from rare ones are left out.
"""

import sys
from math import log10
from pathlib import Path

from dateline.merge.words import SELDOM, words
from dateline.resources import path


def main(source: Path) -> None:
    """Write the list."""
    uses: dict[str, float] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        word, zipf = line.split("\t")
        for found in words(word) if word.isalpha() else ():
            uses[found] = uses.get(found, 0.0) + 10 ** float(zipf)
    kept = sorted((word, log10(count)) for word, count in uses.items() if log10(count) > SELDOM)
    head = (
        "# How often words are used, without endings of plural: the decimal logarithm of uses in a thousand million words.\n"
        "# What is not here is rare. Drawn from wordfreq 3.1 (Robyn Speer), whose data come under CC BY-SA 4.0.\n"
        "word\tzipf\n"
    )
    lines = head + "".join(f"{word}\t{zipf:.1f}\n" for word, zipf in kept)
    path("seeds", "lexicons", "word-frequency.tsv").write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
