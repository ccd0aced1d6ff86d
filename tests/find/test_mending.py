"""Slips of the parser put right, on trees as parsers make them; whatever the tree, it stays one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
from dateline.find.mending import mended
from dateline.model import Document, Sentence, Token
from dateline.tree import Tree

WORDS = (
    "-",
    "based",
    "talks",
    "accused",
    "reports",
    "denies",
    "guilty",
    "having",
    "of",
    "to",
    "that",
    "if",
    ",",
    "and",
    "charges",
    "killing",
    "on",
)
TAGS = (
    ("VERB", "VBN"),
    ("VERB", "VBG"),
    ("VERB", "VBD"),
    ("NOUN", "NNS"),
    ("NOUN", "NN"),
    ("PROPN", "NNP"),
    ("ADJ", "JJ"),
    ("SCONJ", "IN"),
)
DEPRELS = (
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "xcomp",
    "ccomp",
    "acl",
    "amod",
    "advcl",
    "conj",
    "mark",
    "cc",
    "compound",
    "appos",
    "parataxis",
)

# words with tag, head and relation, as a parser may have them | what hangs on what once mended
MENDED = [
    (
        "It/PRON/PRP/2/nsubj named/VERB/VBD/0/root Ann/PROPN/NNP/2/obj Lee/PROPN/NNP/3/flat president/NOUN/NN/3/flat",
        {"president": "xcomp<named", "Lee": "flat<Ann"},
    ),
    (
        "It/PRON/PRP/2/nsubj sold/VERB/VBD/0/root Kindle/PROPN/NNP/2/obj paperwhite/NOUN/NN/3/flat",
        {"paperwhite": "flat<Kindle"},
    ),
    (
        "Four/NUM/CD/5/nsubj in/ADP/IN/3/case ten/NUM/CD/1/nmod Swedes/PROPN/NNPS/5/nsubj smoke/VERB/VBP/0/root",
        {"Swedes": "nsubj<smoke", "Four": "nmod:desc<Swedes", "ten": "nmod<Four", "in": "case<ten"},
    ),
    (
        "One/NUM/CD/6/nsubj out/ADP/IN/5/case of/ADP/IN/5/case five/NUM/CD/5/nummod men/NOUN/NNS/1/nmod smoke/VERB/VBP/0/root",
        {"men": "nsubj<smoke", "One": "nmod:desc<men", "five": "nmod<One", "of": "case<five"},
    ),
    (
        "He/PRON/PRP/2/nsubj lost/VERB/VBD/0/root two/NUM/CD/2/obj in/ADP/IN/6/case six/NUM/CD/6/nummod games/NOUN/NNS/2/obl",
        {"two": "obj<lost", "six": "nummod<games"},
    ),
    (
        (
            "Ogden/PROPN/NNP/7/nsubj ,/PUNCT/,/3/punct Utah/PROPN/NNP/5/obl:unmarked -/PUNCT/-/3/punct based/VERB/VBN/6/amod "
            "Ord/PROPN/NNP/7/nsubj fell/VERB/VBD/0/root"
        ),
        {"Ogden": "obl:unmarked<based", "Ord": "nsubj<fell"},
    ),
    (
        (
            "Lima/PROPN/NNP/0/root ,/PUNCT/,/3/punct Peru/PROPN/NNP/5/obl:unmarked -/PUNCT/-/3/punct based/VERB/VBN/6/amod "
            "Ord/PROPN/NNP/1/appos fell/VERB/VBD/1/parataxis"
        ),
        {"Lima": "obl:unmarked<based", "Ord": "root<Ord", "fell": "parataxis<Ord"},
    ),
    (
        "Kenya/PROPN/NNP/3/compound -/PUNCT/HYPH/1/punct Oman/PROPN/NNP/4/compound talks/NOUN/NNS/5/nsubj failed/VERB/VBD/0/root",
        {"Kenya": "compound<talks", "Oman": "conj<Kenya"},
    ),
    (
        "Last/ADJ/JJ/2/amod month/NOUN/NN/4/obl:unmarked Ford/PROPN/NNP/4/nsubj left/VERB/VBD/0/root",
        {"Ford": "nsubj<left", "month": "obl:unmarked<left"},
    ),
    (
        "Head/NOUN/NN/0/root of/ADP/IN/3/case Lima/PROPN/NNP/4/compound bureau/NOUN/NN/5/nmod:desc Ann/PROPN/NNP/1/nmod",
        {"Ann": "appos<Head", "bureau": "nmod<Head", "of": "case<bureau", "Lima": "compound<bureau"},
    ),
    (
        "Unions/NOUN/NNS/2/nsubj accused/VERB/VBD/0/root Shell/PROPN/NNP/2/iobj of/ADP/IN/5/case fraud/NOUN/NN/2/obl",
        {"Shell": "obj<accused"},
    ),
    (
        "She/PRON/PRP/2/nsubj told/VERB/VBD/0/root him/PRON/PRP/2/iobj lies/NOUN/NNS/2/obj",
        {"him": "iobj<told", "lies": "obj<told"},
    ),
    (
        "He/PRON/PRP/2/nsubj spoke/VERB/VBD/0/root to/ADP/IN/4/case Ann/PROPN/NNP/2/obj",
        {"Ann": "obl<spoke"},
    ),
    (
        "Apple/PROPN/NNP/2/compound unveils/VERB/VBZ/0/root phone/NOUN/NN/2/obj",
        {"Apple": "nsubj<unveils"},
    ),
    (
        "The/DET/DT/2/det blog/NOUN/NN/4/nsubj Gizmodo/PROPN/NNP/4/nsubj said/VERB/VBD/0/root so/ADV/RB/4/advmod",
        {"Gizmodo": "appos<blog", "blog": "nsubj<said"},
    ),
    (
        "chairman/NOUN/NN/5/nsubj and/CCONJ/CC/3/cc founder/NOUN/NN/1/conj Lee/PROPN/NNP/1/appos left/VERB/VBD/0/root",
        {"Lee": "nsubj<left", "chairman": "nmod:desc<Lee"},
    ),
    (
        (
            "Commander/NOUN/NN/7/nsubj of/ADP/IN/6/case the/DET/DT/6/det navy/NOUN/NN/6/compound "
            "Admiral/PROPN/NNP/6/nmod:desc Ann/PROPN/NNP/1/nmod left/VERB/VBD/0/root"
        ),
        {"navy": "nmod<Commander", "Ann": "appos<Commander", "Admiral": "nmod:desc<Ann"},
    ),
    (
        ("Leader/NOUN/NN/5/dislocated of/ADP/IN/3/case Hamas/PROPN/NNP/1/nmod Ann/PROPN/NNP/5/nsubj left/VERB/VBD/0/root"),
        {"Leader": "nmod:desc<Ann", "Ann": "nsubj<left"},
    ),
    (
        (
            "Chad/PROPN/NNP/6/nsubj to/PART/TO/3/mark leave/VERB/VB/6/ccomp ,/PUNCT/,/3/punct aide/NOUN/NN/6/nsubj "
            "says/VERB/VBZ/0/root"
        ),
        {"Chad": "nsubj<leave", "aide": "nsubj<says"},
    ),
    (
        (
            "Nobody/PRON/NN/5/nsubj ,/PUNCT/,/1/punct ”/PUNCT/''/1/punct he/PRON/PRP/5/nsubj said/VERB/VBD/0/root "
            ",/PUNCT/,/5/punct “/PUNCT/``/8/punct left/VERB/VBD/5/ccomp"
        ),
        {"Nobody": "nsubj<left", "he": "nsubj<said"},
    ),
    (
        "Hosts/NOUN/NNS/3/nsubj Brazil/PROPN/NNP/1/appos beat/VERB/VBD/0/root Peru/PROPN/NNP/3/obj",
        {"Brazil": "nsubj<beat", "Hosts": "nmod:desc<Brazil"},
    ),
    (
        "Friends/NOUN/NNS/3/nsubj Brazil/PROPN/NNP/1/appos left/VERB/VBD/0/root",
        {"Brazil": "appos<Friends", "Friends": "nsubj<left"},
    ),
    (
        (
            "Police/NOUN/NNS/2/nsubj held/VERB/VBD/0/root Tom/PROPN/NNP/2/obj ,/PUNCT/,/5/punct "
            "plumber/NOUN/NN/3/conj Ann/PROPN/NNP/3/conj"
        ),
        {"plumber": "nmod:desc<Ann", "Ann": "conj<Tom"},
    ),
    (
        "The/DET/DT/2/det dam/NOUN/NN/3/compound burst/NOUN/NN/0/root ./PUNCT/./3/punct",
        {"dam": "nsubj<burst", "burst": "root<burst"},
    ),
    (
        "He/PRON/PRP/2/nsubj vowed/VERB/VBD/0/root to/PART/TO/4/mark leave/VERB/VB/2/xcomp and/CCONJ/CC/6/cc pay/VERB/VB/2/conj",
        {"pay": "conj<leave"},
    ),
    # subjects and objects on the wrong verb
    (
        "Police/NOUN/NNS/2/nsubj say/VERB/VBP/0/root fines/NOUN/NNS/2/obj rose/VERB/VBD/2/ccomp",
        {"fines": "nsubj<rose"},
    ),
    (
        (
            "Ann/PROPN/NNP/6/nsubj plans/VERB/VBZ/6/ccomp to/PART/TO/4/mark "
            "sell/VERB/VB/2/xcomp ,/PUNCT/,/2/punct said/VERB/VBD/0/root "
            "aides/NOUN/NNS/6/nsubj"
        ),
        {"Ann": "nsubj<plans", "aides": "nsubj<said"},
    ),
    (
        "Police/NOUN/NNS/2/nsubj said/VERB/VBD/0/root it/PRON/PRP/2/nsubj burns/VERB/VBZ/2/ccomp",
        {"it": "nsubj<burns"},
    ),
    (
        (
            "The/DET/DT/2/det Avon/PROPN/NNP/7/nsubj ,/PUNCT/,/4/punct "
            "Ohio/PROPN/NNP/2/appos ,/PUNCT/,/6/punct thrift/NOUN/NN/7/nsubj "
            "said/VERB/VBD/0/root so/ADV/RB/7/advmod"
        ),
        {"Avon": "compound<thrift", "The": "det<thrift", "thrift": "nsubj<said"},
    ),
    (
        (
            "It/PRON/PRP/2/nsubj fights/VERB/VBZ/0/root fraud/NOUN/NN/2/obj and/CCONJ/CC/5/cc Peru/PROPN/NNP/3/conj "
            "thanks/VERB/VBZ/2/advcl it/PRON/PRP/6/obj"
        ),
        {"Peru": "nsubj<thanks", "thanks": "conj<fights"},
    ),
    (
        (
            "He/PRON/PRP/2/nsubj left/VERB/VBD/7/ccomp on/ADP/IN/4/case Monday/PROPN/NNP/2/obl ,/PUNCT/,/2/punct "
            "police/NOUN/NNS/4/appos said/VERB/VBD/0/root"
        ),
        {"police": "nsubj<said"},
    ),
    (
        (
            "“/PUNCT/``/2/punct Stay/VERB/VB/4/ccomp ”/PUNCT/''/2/punct "
            "continued/VERB/VBD/0/root the/DET/DT/6/det letter/NOUN/NN/4/obj"
        ),
        {"letter": "nsubj<continued"},
    ),
    (
        (
            "an/DET/DT/2/det adviser/NOUN/NN/9/nsubj to/ADP/IN/5/case the/DET/DT/5/det party/NOUN/NN/2/nmod who/PRON/WP/7/nsubj "
            "leads/VERB/VBZ/5/acl:relcl it/PRON/PRP/7/obj left/VERB/VBD/0/root"
        ),
        {"leads": "acl:relcl<adviser"},
    ),
    (
        (
            "the/DET/DT/2/det death/NOUN/NN/8/nsubj of/ADP/IN/4/case Lee/PROPN/NNP/2/nmod ,/PUNCT/,/7/punct who/PRON/WP/7/nsubj "
            "sang/VERB/VBD/2/acl:relcl hurt/VERB/VBD/0/root"
        ),
        {"sang": "acl:relcl<Lee"},
    ),
    (
        (
            "They/PRON/PRP/2/nsubj cut/VERB/VBP/0/root jobs/NOUN/NNS/2/obj and/CCONJ/CC/5/cc raise/VERB/VBP/2/conj "
            "fees/NOUN/NNS/2/obj"
        ),
        {"fees": "obj<raise"},
    ),
    (
        (
            "Apple/PROPN/NNP/2/nsubj sells/VERB/VBZ/0/root its/PRON/PRP$/4/nmod:poss phone/NOUN/NN/2/obj ,/PUNCT/,/7/punct "
            "the/DET/DT/7/det Nova/PROPN/NNP/2/obj"
        ),
        {"Nova": "appos<phone"},
    ),
    (
        (
            "He/PRON/PRP/2/nsubj left/VERB/VBD/0/root for/SCONJ/IN/6/mark Rome/PROPN/NNP/6/nsubj to/PART/TO/6/mark "
            "rest/VERB/VB/2/advcl"
        ),
        {"Rome": "obl<left", "for": "case<Rome"},
    ),
    (
        (
            "banks/NOUN/NNS/8/nsubj ,/PUNCT/,/4/punct the/DET/DT/4/det union/NOUN/NN/1/appos and/CCONJ/CC/7/cc the/DET/DT/7/det "
            "mayor/NOUN/NN/1/conj sued/VERB/VBD/0/root"
        ),
        {"union": "conj<banks", "mayor": "conj<banks"},
    ),
    (
        "The/DET/DT/2/det firm/NOUN/NN/3/nsubj:pass paid/VERB/VBD/0/root late/ADV/RB/3/advmod",
        {"firm": "nsubj<paid"},
    ),
    (
        (
            "He/PRON/PRP/2/nsubj went/VERB/VBD/0/root to/ADP/IN/6/case the/DET/DT/6/det mayor's/NOUN/NN/6/nmod:poss "
            "house/NOUN/NN/2/obl to/PART/TO/8/mark talk/VERB/VB/6/acl"
        ),
        {"talk": "advcl<went"},
    ),
    (
        (
            "He/PRON/PRP/3/nsubj:pass was/AUX/VBD/3/aux:pass hauled/VERB/VBN/0/root before/ADP/IN/6/case a/DET/DT/6/det "
            "court/NOUN/NN/3/obl:agent"
        ),
        {"court": "obl<hauled"},
    ),
    (
        "It/PRON/PRP/2/expl sends/VERB/VBZ/0/root a/DET/DT/4/det message/NOUN/NN/2/obj",
        {"It": "nsubj<sends"},
    ),
    (
        ("talks/NOUN/NNS/0/root with/ADP/IN/4/case Premier/PROPN/NNP/4/nmod:desc Ann/PROPN/NNP/1/appos Lee/PROPN/NNP/4/flat"),
        {"Ann": "nmod<talks"},
    ),
    (
        (
            "They/PRON/PRP/2/nsubj blocked/VERB/VBD/0/root the/DET/DT/4/det trial/NOUN/NN/2/obj of/ADP/IN/6/case "
            "men/NOUN/NNS/4/nmod suspected/VERB/VBN/2/xcomp of/ADP/IN/9/case murder/NOUN/NN/7/obl"
        ),
        {"suspected": "acl<men"},
    ),
    (
        (
            "bombings/NOUN/NNS/0/root of/ADP/IN/3/case embassies/NOUN/NNS/1/nmod that/PRON/WDT/5/nsubj "
            "killed/VERB/VBD/3/acl:relcl ten/NUM/CD/7/nummod guards/NOUN/NNS/5/obj"
        ),
        {"killed": "acl:relcl<bombings"},
    ),
    (
        (
            "a/DET/DT/2/det strand/NOUN/NN/3/nsubj found/VERB/VBD/0/root behind/ADP/IN/6/case the/DET/DT/6/det "
            "house/NOUN/NN/3/obl came/VERB/VBD/3/ccomp from/ADP/IN/9/case him/PRON/PRP/7/obl"
        ),
        {"came": "root<came", "strand": "nsubj<came", "found": "acl<strand", "house": "obl<found"},
    ),
    (
        ("Cisco/PROPN/NNP/2/nsubj sues/VERB/VBZ/0/root Apple/PROPN/NNP/5/compound over/ADP/IN/5/case trademark/NOUN/NN/2/obl"),
        {"Apple": "obj<sues"},
    ),
    (
        (
            "Apple/PROPN/NNP/2/nsubj releases/VERB/VBZ/5/nsubj kit/NOUN/NN/2/compound ,/PUNCT/,/5/punct "
            "announces/VERB/VBZ/0/root update/NOUN/NN/5/obj"
        ),
        {"releases": "root<releases", "announces": "conj<releases", "kit": "obj<releases"},
    ),
    (
        (
            "Costello/PROPN/NNP/8/nsubj ,/PUNCT/,/1/punct Minister/PROPN/NNP/1/nmod:desc Rob/PROPN/NNP/1/flat "
            "Hill/PROPN/NNP/1/flat and/CCONJ/CC/7/cc Ann/PROPN/NNP/1/conj left/VERB/VBD/0/root"
        ),
        {"Rob": "conj<Costello", "Minister": "nmod:desc<Rob", "Hill": "flat<Rob", "Ann": "conj<Costello"},
    ),
    (
        (
            "He/PRON/PRP/2/nsubj owns/VERB/VBZ/0/root Wired/PROPN/NNP/2/obj ,/PUNCT/,/5/punct Vogue/PROPN/NNP/3/appos "
            "and/CCONJ/CC/7/cc papers/NOUN/NNS/3/conj"
        ),
        {"Vogue": "conj<Wired", "papers": "conj<Wired"},
    ),
    (
        (
            "The/DET/DT/2/det Salem/PROPN/NNP/7/nsubj ,/PUNCT/,/4/punct Ore./PROPN/NNP/2/appos ,/PUNCT/,/6/punct "
            "maker/NOUN/NN/2/appos said/VERB/VBD/0/root so/ADV/RB/7/advmod"
        ),
        {"maker": "nsubj<said", "Salem": "compound<maker", "The": "det<maker"},
    ),
    (
        "She/PRON/PRP/2/nsubj told/VERB/VBD/0/root a/DET/DT/4/det host/NOUN/NN/2/iobj Omar/PROPN/NNP/2/iobj Lee/PROPN/NNP/5/flat",
        {"Omar": "appos<host", "host": "obj<told"},
    ),
    # what is no slip
    (
        "They/PRON/PRP/2/nsubj had/VERB/VBD/0/root the/DET/DT/4/det roof/NOUN/NN/2/obj mended/VERB/VBN/2/xcomp",
        {"mended": "xcomp<had"},
    ),
    (
        "It/PRON/PRP/2/expl takes/VERB/VBZ/0/root time/NOUN/NN/2/obj",
        {"It": "expl<takes"},
    ),
    (
        (
            "crash/NOUN/NN/0/root of/ADP/IN/4/case a/DET/DT/4/det truck/NOUN/NN/1/nmod that/PRON/WDT/6/nsubj "
            "killed/VERB/VBD/4/acl:relcl ten/NUM/CD/8/nummod men/NOUN/NNS/6/obj"
        ),
        {"killed": "acl:relcl<truck"},
    ),
    (
        (
            "He/PRON/PRP/2/nsubj met/VERB/VBD/0/root Merkel/PROPN/NNP/2/obj ,/PUNCT/,/6/punct the/DET/DT/6/det "
            "chancellor/NOUN/NN/3/appos ,/PUNCT/,/9/punct and/CCONJ/CC/9/cc Macron/PROPN/NNP/3/conj"
        ),
        {"chancellor": "appos<Merkel"},
    ),
    (
        (
            "Smith/PROPN/NNP/9/nsubj ,/PUNCT/,/4/punct a/DET/DT/4/det lawyer/NOUN/NN/1/appos and/CCONJ/CC/7/cc a/DET/DT/7/det "
            "singer/NOUN/NN/4/conj ,/PUNCT/,/4/punct left/VERB/VBD/0/root"
        ),
        {"lawyer": "appos<Smith"},
    ),
    (
        "We/PRON/PRP/2/nsubj know/VERB/VBP/0/root men/NOUN/NNS/2/obj who/PRON/WP/5/nsubj sing/VERB/VBP/3/acl:relcl",
        {"sing": "acl:relcl<men"},
    ),
    (  # two offices of one person, not two people
        (
            "its/PRON/PRP$/2/nmod:poss president/NOUN/NN/7/nsubj and/CCONJ/CC/4/cc founder/NOUN/NN/5/nmod:desc "
            "Ann/PROPN/NNP/2/conj Lee/PROPN/NNP/5/flat left/VERB/VBD/7/root"
        ),
        {"Ann": "nsubj<left", "president": "nmod:desc<Ann", "founder": "nmod:desc<Ann"},
    ),
    (  # a mayor and a developer may be two
        (
            "the/DET/DT/2/det mayor/NOUN/NN/7/nsubj and/CCONJ/CC/4/cc developer/NOUN/NN/5/nmod:desc Ann/PROPN/NNP/2/conj "
            "Lee/PROPN/NNP/5/flat left/VERB/VBD/7/root"
        ),
        {"mayor": "nsubj<left", "Ann": "conj<mayor"},
    ),
    (  # "accused Brown of plotting": whom somebody accuses is no second subject
        "Police/NOUN/NNS/2/nsubj accused/VERB/VBD/2/root Brown/PROPN/NNP/2/nsubj of/SCONJ/IN/5/mark plotting/VERB/VBG/2/advcl",
        {"Police": "nsubj<accused", "Brown": "obj<accused"},
    ),
    (
        "Critics/NOUN/NNS/2/nsubj accused/VERB/VBD/2/root Brown/PROPN/NNP/5/nsubj of/SCONJ/IN/5/mark failing/VERB/VBG/2/advcl",
        {"Brown": "obj<accused", "failing": "advcl<accused"},
    ),
    (
        "Crews/NOUN/NNS/2/nsubj freed/VERB/VBD/2/root the/DET/DT/5/det Ever/ADV/RB/5/advmod Given/NOUN/NN/2/obj",
        {"Ever": "compound<Given", "Given": "obj<freed"},
    ),
    (
        "The/DET/DT/3/det Ever/ADV/RB/3/advmod Given/VERB/VBN/4/advcl sailed/VERB/VBD/4/root",
        {"Ever": "compound<Given", "Given": "nsubj<sailed"},
    ),
    (
        "ship/NOUN/NN/4/nsubj Ever/ADV/RB/3/advmod Given/VERB/VBN/1/acl sailed/VERB/VBD/4/root",
        {"Ever": "compound<Given", "Given": "appos<ship"},
    ),
    (
        "Lima/PROPN/NNP/5/nsubj has/AUX/VBZ/5/aux yet/ADV/RB/5/advmod to/PART/TO/5/mark agree/VERB/VB/5/root",
        {"Lima": "nsubj<has", "agree": "xcomp<has", "yet": "advmod<agree"},
    ),
    (
        "Li/PROPN/NNP/6/nsubj:pass has/AUX/VBZ/6/aux yet/ADV/_/6/advmod to/PART/_/6/_ be/AUX/VB/6/aux:pass hit/VERB/VBN/6/root",
        {"Li": "nsubj<has", "hit": "xcomp<has", "be": "aux:pass<hit"},
    ),
    (
        "Two/NUM/CD/5/nsubj:pass of/ADP/IN/4/case his/PRON/PRP$/4/nmod:poss aides/NOUN/NNS/5/obl freed/VERB/VBN/5/root",
        {"Two": "nsubj:pass<freed", "aides": "nmod<Two"},
    ),
    (  # no name: "the ship, once given up, sailed"
        "ship/NOUN/NN/4/nsubj once/ADV/RB/3/advmod given/VERB/VBN/1/acl sailed/VERB/VBD/4/root",
        {"once": "advmod<given", "given": "acl<ship"},
    ),
]


def parsed(line: str) -> Document:
    """A sentence from "word/UPOS/XPOS/head/deprel" items."""
    rows = [item.rsplit("/", 4) for item in line.split()]
    known = {
        "accused": "accuse",
        "told": "tell",
        "unveils": "unveil",
        "vowed": "vow",
        "said": "say",
        "left": "leave",
        "continued": "continue",
        "men": "man",
        "went": "go",
        "killed": "kill",
        "had": "have",
        "takes": "take",
        "bombings": "bombing",
    }
    return factory.document(
        "\n".join(f"{i} {w} {known.get(w, w)} {u} {x} _ {h} {d}" for i, (w, u, x, h, d) in enumerate(rows, 1))
    )


@pytest.mark.parametrize(("line", "expected"), MENDED)
def test_a_slip_is_put_right(line: str, expected: dict[str, str]) -> None:
    tokens = mended(parsed(line)).tokens
    told = {t.text: f"{t.deprel}<{tokens[t.head].text}" for t in tokens}
    assert {word: told[word] for word in expected} == expected


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document whose tokens hang together in any way that is a tree, governors before or behind their dependents."""
    size = draw(st.integers(1, 14))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: order[0]} | {order[k]: order[draw(st.integers(0, k - 1))] for k in range(1, size)}
    words = [draw(st.sampled_from(WORDS)) for _ in range(size)]
    starts = [sum(len(w) + 1 for w in words[:i]) for i in range(size)]
    tokens = []
    for i, word in enumerate(words):
        upos, xpos = draw(st.sampled_from(TAGS))
        deprel = "root" if heads[i] == i else draw(st.sampled_from(DEPRELS))
        end = starts[i] + len(word)
        tokens.append(Token(start=starts[i], end=end, text=word, lemma=word, upos=upos, xpos=xpos, head=heads[i], deprel=deprel))
    text = " ".join(words)
    sentences = (Sentence(start=0, end=len(text), first=0, stop=size),)
    return Document(article=factory.article(text), tokens=tuple(tokens), sentences=sentences)


@given(documents())
def test_a_tree_stays_a_tree(document: Document) -> None:
    tree = Tree(mended(document))
    roots = [i for i, t in enumerate(tree.tokens) if t.head == i]
    assert len(roots) == 1
    assert tree.tokens[roots[0]].deprel == "root"
    assert len(tree.subtree(roots[0])) == len(document.tokens)
    assert [t.text for t in tree.tokens] == [t.text for t in document.tokens]


def test_a_sound_tree_is_left_alone() -> None:
    document = factory.document("1 Police police NOUN NNS _ 2 nsubj\n2 left leave VERB VBD _ 2 root")
    assert mended(document) is document
