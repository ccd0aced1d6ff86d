"""Who is who, as somebody read it: the project's own file, and treebanks with entities."""

from pathlib import Path

from dateline.training.links import read_links, texts

TREEBANK = """# newdoc id = T_news_harbour
# text = Ana Silva left.
1	Ana	Ana	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new
2	Silva	Silva	PROPN	NNP	_	1	flat	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

# text = Her ship sank.
1	Her	her	PRON	PRP$	_	2	nmod:poss	_	Entity=(2-object-new(1-person-giv)
2	ship	ship	NOUN	NN	_	3	nsubj	_	Entity=2)
3	sank	sink	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

"""


def test_a_treebank_tells_who_is_who(tmp_path: Path) -> None:
    path = tmp_path / "t.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    (text,) = texts(path)
    assert text.text == "Ana Silva left.\n\nHer ship sank."
    links = text.links()
    her, ship = text.text.index("Her"), text.text.index("ship")
    assert links.of[0] == links.of[her]
    assert links.of[ship] != links.of[her]
    assert links.known(ship)
    assert not links.known(text.text.index("sank"))


def test_a_file_of_links_is_read(tmp_path: Path) -> None:
    path = tmp_path / "links.tsv"
    path.write_text(
        "# told\narticle\tread\tchains\tnobody\tseveral\na1\t0-90 120-200\t3,40,88 9,60\t70\t80=3+9\n", encoding="utf-8"
    )
    links = read_links(path)["a1"]
    assert links.of[3] == links.of[88] != links.of[9]
    assert links.nobody == {70}
    assert links.several[80] == {links.of[3], links.of[9]}
    assert links.known(89)
    assert not links.known(100)  # not read


def test_the_links_that_are_shipped_are_whole() -> None:
    links = read_links()
    assert len(links) > 500
    for own in links.values():
        assert own.read
        assert all(own.known(at) for at in own.of)
        assert not own.nobody & own.of.keys()
