"""How widely words and families of events are spread over unrelated affairs, counted on ECB+'s training part.

`python -m dateline.merge.training.spread ECBPLUS.jsonl.gz RECORDS.jsonl`; RECORDS is what `dateline extract` writes for the
articles. An affair is a subtopic of ECB+. What stands in one or two affairs is left out: what is not in a list counts as rare.
"""

import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from dateline.merge.training.ecb import articles
from dateline.merge.words import family, words
from dateline.resources import path

FEWEST = 3


HEAD = """\
# In how many of 50 unrelated affairs of the news {what}: what is not here is rare.
# Counted by dateline.merge.training.spread on the training part of ECB+ (Cybulska and Vossen 2014), CC BY 3.0.
{column}\taffairs
"""


def main(source: Path, records: Path) -> None:
    """Write the lists."""
    affairs: dict[str, set[str]] = defaultdict(set)
    told: dict[str, set[str]] = defaultdict(set)
    subtopic: dict[str, str] = {}
    for row in articles(source):
        subtopic[row["id"]] = row["subtopic"]
        for word in words(row["text"]):
            affairs[word].add(row["subtopic"])
    for record in articles(records):
        for event in record["events"]:
            if (found := family(event["lemma"])).isalpha():
                told[found].add(subtopic[record["id"]])
    _write("word-spread.tsv", HEAD.format(what="a word stands", column="word"), affairs)
    _write("event-spread.tsv", HEAD.format(what="something of a family of words happens", column="family"), told)


def _write(name: str, head: str, found: Mapping[str, set[str]]) -> None:
    lines = head + "".join(f"{key}\t{len(some)}\n" for key, some in sorted(found.items()) if len(some) >= FEWEST)
    path("seeds", "lexicons", name).write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
