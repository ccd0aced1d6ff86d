"""Windows to learn from: what was read stands in them, and the rules' own events with less weight."""

import lzma
from pathlib import Path

import factory
from dateline.extract import extract
from dateline.training.lessons import (
    LONGEST,
    UNREAD,
    ReadEvent,
    ReadStatus,
    lessons,
    read_events,
    read_statuses,
    teaches,
    windows,
)
from dateline.training.texts import articles
from dateline.training.written import WRITTEN

TEXT = "Rebels attacked the town on Monday. The mayor, who had fled, condemned the attack."


def test_a_window_tells_what_was_read() -> None:
    (document,) = extract([factory.article(TEXT)])
    at = TEXT.index("attacked")
    told = {at: ReadEvent(part="train", start=at, kind="ASSAULT", roles=(("agent", 0), ("patient", TEXT.index("town"))))}
    (row,) = lessons(document, told)
    words = row["words"]
    assert words[:3] == ["Rebels", "attacked", "the"]
    assert row["read"]
    assert row["sentences"][0] == 0
    assert row["sentences"][-1] == 1
    (read,) = [e for e in row["events"] if words[e["word"]] == "attacked"]
    assert (read["kind"], read["weight"]) == ("ASSAULT", 1.0)
    assert {(words[i], part) for i, part in read["parts"]} == {("Rebels", "agent"), ("town", "patient")}  # Monday is a time
    others = [e for e in row["events"] if words[e["word"]] != "attacked"]
    assert others
    assert all(e["weight"] <= UNREAD for e in others)


def test_a_window_tells_what_is_said_of_an_event() -> None:
    (document,) = extract([factory.article(TEXT)])
    (row,) = lessons(document, {}, {TEXT.index("fled"): ReadStatus(part="train", status="actual", teller="")})
    assert [(row["words"][i], status) for i, status in row["statuses"]] == [("fled", "actual")]
    assert row["read"]
    assert all(e["weight"] <= UNREAD for e in row["events"])


def test_what_nobody_read_is_told_by_the_rules() -> None:
    (document,) = extract([factory.article(TEXT)])
    (row,) = lessons(document, {})
    assert not row["read"]
    assert {row["words"][e["word"]] for e in row["events"]} >= {"attacked", "condemned"}


def test_windows_hold_whole_sentences() -> None:
    (document,) = extract([factory.article("Police arrested two men in the old harbour. " * 40)])
    found = list(windows(document.sentences))
    assert [s for window in found for s in window] == list(document.sentences)
    assert all(sum(s.stop - s.first for s in window) <= LONGEST for window in found)


def test_what_is_kept_to_weigh_does_not_teach() -> None:
    parts = {event.part: teaches(events.values()) for events in read_events().values() for event in events.values()}
    assert parts == {"train": True, "weigh": False}


def test_an_article_is_of_one_part() -> None:
    kept = [
        {article for article, own in read.items() if not teaches(own.values())}  # type: ignore[attr-defined]
        for read in (read_events(), read_statuses())
    ]
    both = read_events().keys() & read_statuses().keys()
    assert kept[0] & both == kept[1] & both
    assert all(len({e.part for e in own.values()}) == 1 for own in read_events().values())


def test_who_takes_part_from_another_sentence_is_not_learned(tmp_path: Path) -> None:
    source = tmp_path / "read.tsv"
    source.write_text("part\tarticle\tstart\tkind\troles\ntrain\tone\t9\tMERGE\tagent~3 patient:20\n", encoding="utf-8")
    assert read_events(source)["one"][9].roles == (("patient", 20),)


def test_what_was_read_of_the_written_news_stands_at_its_words() -> None:
    texts = {article.id: article.text for article in articles(WRITTEN)}
    found = [(texts[name], e) for name, own in read_events().items() if name in texts for e in own.values()]
    assert len(found) > 1_000
    starts = [(text, at) for text, e in found for at in (e.start, *(at for _, at in e.roles))]
    assert not any(text[at].isalpha() and text[at - 1 : at].isalpha() for text, at in starts)


def test_nothing_teaches_everything() -> None:
    assert teaches([])


def test_a_treebank_is_read_by_paragraphs(tmp_path: Path) -> None:
    source = tmp_path / "small.conllu.xz"
    rows = (
        "# newdoc id = one",
        "# newpar",
        "# text = Rain fell.",
        "1\tRain",
        "",
        "# text = It stopped.",
        "",
        "# newpar = p",
        "# text = Sun.",
        "",
    )
    source.write_bytes(lzma.compress(("\n".join(rows) + "\n# newdoc id = two\n# text = Snow.\n\n").encode()))
    assert [(a.id, a.text) for a in articles(source)] == [("one", "Rain fell. It stopped.\n\nSun."), ("two", "Snow.")]
