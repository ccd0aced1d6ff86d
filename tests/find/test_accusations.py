"""Accusations, questions, falsehoods and quoted words: what an article must never tell in its own voice."""

from collections.abc import Callable

import pytest

from dateline.cast import cast
from dateline.find import find
from dateline.model import Document, Event

Parse = Callable[..., Document]

# the event's word | its status in the words that tell of it | its agent | the source of the innermost attribution | sentence
ROWS = [
    # who is under a charge is who is said to have done it, never who brings it
    ("robbing", "possible", "two men", "", "Police arrested two men on suspicion of robbing a shop."),
    ("stealing", "possible", "a banker", "", "Police detained a banker on suspicion of stealing 5 million pounds."),
    ("poisoning", "possible", "a nurse", "", "Detectives held a nurse on suspicion of poisoning four patients."),
    ("setting", "possible", "Two teenagers", "", "Two teenagers appeared in court on charges of setting fire to a school."),
    ("taking", "possible", "The mayor", "", "The mayor faces allegations of taking bribes."),
    ("inciting", "possible", "The former president", "", "The former president faces charges of inciting a riot."),
    ("killing", "possible", "He", "", "He was charged with killing his neighbour."),
    ("killing", "possible", "He", "", "He was wanted for killing two policemen."),
    ("taking", "possible", "The senator", "", "The senator was indicted for taking bribes from a builder."),
    ("stealing", "possible", "a man", "", "Police arrested a man for stealing a car."),
    ("killing", "possible", "He", "", "He is on trial for killing his wife."),
    ("insulting", "possible", "The editor", "", "The editor faces trial on charges of insulting the king."),
    ("robbing", "possible", "", "", "Prosecutors dropped charges of robbing a bank."),
    # in the accuser's own words it is possible no less, and no plan
    ("conspiring", "possible", "Trump", "Smith", "Smith accused Trump of conspiring to overturn the election."),
    ("overturn", "possible", "Trump", "Smith", "Smith accused Trump of conspiring to overturn the election."),
    ("plotting", "possible", "Brown", "Prosecutors", "Prosecutors accused Brown of plotting to kill his wife."),
    ("kill", "possible", "Brown", "Prosecutors", "Prosecutors accused Brown of plotting to kill his wife."),
    ("beating", "possible", "the police", "The mayor", "The mayor accused the police of beating students."),
    ("cheating", "possible", "the company", "The union", "The union accused the company of cheating its workers."),
    ("protect", "possible", "the government", "The union", "The union accuses the government of failing to protect the river."),
    ("hiding", "possible", "The minister", "a newspaper", "The minister was accused by a newspaper of hiding his income."),
    ("raped", "possible", "the producer", "The woman", "The woman alleged that the producer had raped her."),
    ("laundering", "possible", "the banker", "Prosecutors", "Prosecutors charged the banker with laundering money."),
    ("acting", "possible", "donors", "She", "She accused donors of acting too slowly."),
    ("trading", "possible", "", "Prosecutors", "Prosecutors charged the banker with insider trading."),
    # verdicts
    ("abusing", "actual", "the priest", "A court in Rome", "A court in Rome convicted the priest of abusing children."),
    ("murder", "negated", "", "A court", "A court found him not guilty of murder."),
    ("killing", "possible", "the driver", "", "The judge cleared the driver of killing the boy."),
    ("stealing", "possible", "The doctor", "", "The doctor pleaded guilty to stealing drugs."),
    # what a judgement takes for granted is not the judge's to tell
    ("coup", "actual", "", "", "The coup was condemned by France."),
    ("bombing", "actual", "", "", "France condemned the bombing of a school."),
    ("killed", "actual", "", "", "France condemned the bombing that killed two nurses."),
    ("decision", "actual", "", "", "Kenya welcomed the decision."),
    ("petition", "actual", "", "", "The court dismissed the petition."),
    ("brokering", "actual", "Qatar", "", "The envoy thanked Qatar for brokering the truce."),
    ("killing", "actual", "", "", "The governor apologised for the killing."),
    ("fighting", "actual", "", "", "The pope expressed concern about the fighting."),
    ("acquittal", "actual", "", "", "The families are angry about the acquittal."),
    ("attack", "actual", "", "", "The minister blamed the rebels for the attack."),
    ("attack", "actual", "", "", "No group claimed responsibility for the attack."),
    ("bombing", "actual", "", "", "The militia claimed responsibility for a bombing."),
    ("coup", "actual", "", "An envoy", "An envoy said France condemned the coup."),
    ("attack", "actual", "", "The mayor", "The mayor condemned what he called a “cowardly attack” on the school."),
    ("attacking", "actual", "Chad", "The union", "The union condemned Chad for attacking a hospital."),
    ("coup", "negated", "", "The palace", "The palace dismissed reports of a coup."),
    ("extension", "possible", "", "", "Chad had opposed the extension of the mission."),
    ("founded", "actual", "", "", "The group, founded by priests in 1964, is believed to have left the valley."),
    ("left", "possible", "", "", "The group, founded by priests in 1964, is believed to have left the valley."),
    ("attack", "actual", "", "", "Families mourned the victims of an attack."),
    ("fought", "actual", "", "", "The mayor praised the courage of those who fought the fire."),
    ("truce", "possible", "", "France", "France rejected the idea of a truce."),
    ("attack", "actual", "", "The minister", "The minister blamed the outage on a foreign attack."),
    # nor is what stands inside a denial, a request or a wish
    ("truce", "actual", "", "", "The rebels denied that they had broken the truce."),
    ("bombing", "actual", "", "", "The minister denied any involvement in the bombing."),
    ("bombing", "actual", "", "", "The council called for an investigation into the bombing."),
    ("war", "actual", "", "", "The president wants to end the war."),
    ("lost", "actual", "", "", "The council urged Chad to help the families who had lost their homes."),
    ("attack", "possible", "", "The general", "The general denied the attack."),
    ("attack", "actual", "", "The army", "The army denied that the attack took place."),
    ("talks", "possible", "", "The army", "The army denied that it had held the talks."),
    ("release", "requested", "", "The union", "The union asked the court to order the release of the editor."),
    ("attack", "actual", "", "The militia", "The militia claimed an attack."),
    # a comment on a statement is no part of it
    ("killing", "possible", "the army", "The group", "The group accused the army of killing prisoners, which it denied."),
    ("denied", "actual", "", "", "The group accused the army of killing prisoners, which it denied."),
    ("rejects", "actual", "Kampala", "", "Kenya accused Uganda of backing the rebels, a charge that Kampala rejects."),
    ("repeated", "actual", "the press", "", "The envoy said the truce had failed, a claim repeated by the press."),
    # open questions
    ("resign", "possible", "he", "The minister", "The minister did not say whether he would resign."),
    ("lost", "possible", "", "The bank", "The bank did not confirm whether it had lost the money."),
    ("died", "possible", "", "A reporter", "A reporter asked if the king had died."),
    ("attack", "possible", "the rebels", "Nobody", "Nobody knows whether the rebels will attack."),
    # conditions inside a statement
    ("attack", "conditional", "Ethiopia", "an analyst", "If Kenya invades, Ethiopia will attack, an analyst warned."),
    ("invades", "conditional", "Kenya", "an analyst", "If Kenya invades, Ethiopia will attack, an analyst warned."),
    ("warned", "actual", "an analyst", "", "If Kenya invades, Ethiopia will attack, an analyst warned."),
    ("attack", "conditional", "The army", "the general", "The army will attack if talks fail, the general warned."),
    ("close", "conditional", "", "a nurse", "Unless the strike ends, hospitals will close, a nurse said."),
    # requests to stop
    ("stop", "requested", "Shell", "Greenpeace", "Greenpeace called on Shell to stop drilling."),
    ("drilling", "actual", "Shell", "Greenpeace", "Greenpeace called on Shell to stop drilling."),
    ("repair", "requested", "other mines", "The minister", "The minister urged other mines to repair their dams."),
    ("free", "requested", "the court", "Lawyers", "Lawyers appealed to the court to free the editor."),
    # clauses have their own subjects
    ("equalised", "actual", "Palmer", "", "Kane put Spain ahead before Palmer equalised."),
    ("robbed", "actual", "thieves", "", "The shop closed after thieves robbed it."),
    # verbs that look like participles
    ("accused", "actual", "Amnesty", "", "Amnesty accused soldiers of killing civilians."),
    ("killing", "possible", "soldiers", "Amnesty", "Amnesty accused soldiers of killing civilians."),
    ("postpone", "actual", "engineers", "", "A fuel leak forced engineers to postpone the mission."),
    # quoted words are somebody's
    ("attack", "actual", "", "The coach", "The coach spoke of a “shameful attack” on his players."),
    ("war", "actual", "", "Haniyeh", "Haniyeh said the US was the “main axis” of the Israeli war on Gaza."),
    ("sued", "actual", "The firm", "", "The firm called the strike “an act of sabotage” and sued the union."),
]

# the event's word | the stances around it, from within | sentence
STANCES = [
    ("died", ["affirms", "denies"], "The claim that the king had died was false."),
    ("died", ["affirms", "denies"], "Reports that the king died are untrue."),
    ("rigged", ["affirms", "denies"], "The claims that the vote was rigged are baseless."),
    ("collapsed", ["denies"], "It is not true that the bank collapsed."),
    ("died", ["denies"], "There were false reports that the king had died."),
    ("stolen", ["affirms", "denies"], "The president's claim that the election was stolen is false."),
    ("died", ["denies"], "The palace dismissed reports that the king had died."),
    ("taking", ["denies"], "The mayor denied taking bribes."),
    ("raping", ["denies"], "The actor was acquitted of raping a woman."),
]


def found(parse: Parse, sentence: str, word: str) -> tuple[Document, Event]:
    (document,) = cast(find([parse(sentence)]))
    return document, next(e for e in document.events if e.text == word)


@pytest.mark.parametrize(("word", "status", "agent", "source", "sentence"), ROWS, ids=[f"{r[0]}: {r[4][:40]}" for r in ROWS])
def test_told(parse: Parse, word: str, status: str, agent: str, source: str, sentence: str) -> None:
    document, event = found(parse, sentence, word)
    told = next((a for a in document.attributions if a.id == event.attribution), None)
    who = next((document.text[r.start : r.end] for r in event.roles if r.role == "agent"), "")
    speaker = document.text[told.source.start : told.source.end] if told and told.source else ""
    assert (event.status, speaker) == (status, source)
    assert who == agent or not agent
    assert not any(bringer in who for bringer in ("Police", "Detectives", "Prosecutors") if agent != bringer)


@pytest.mark.parametrize(("word", "stances", "sentence"), STANCES, ids=[f"{r[0]}: {r[2][:40]}" for r in STANCES])
def test_untrue(parse: Parse, word: str, stances: list[str], sentence: str) -> None:
    document, event = found(parse, sentence, word)
    by_id = {a.id: a for a in document.attributions}
    chain, key = [], event.attribution
    while key is not None:
        chain.append(by_id[key].stance)
        key = by_id[key].parent
    assert chain == stances


def test_quoted_words_without_a_cue_go_to_the_speaker_beside_them(parse: Parse) -> None:
    text = (
        "The mayor expressed his thanks for the “firm support of the farmers,” "
        "as well as the “generous help of the sailors during the flood.”"
    )
    (document,) = find([parse(text)])
    quoted = [e for e in document.events if e.text in ("support", "help", "flood")]
    assert quoted
    assert all(e.attribution is not None for e in quoted)


@pytest.mark.parametrize(
    "sentence", ["The “Battle of Hastings” was shown on Monday.", "The film “The Murder of a King” opened in Paris."]
)
def test_titles_are_nobodys_words(parse: Parse, sentence: str) -> None:
    (document,) = find([parse(sentence)])
    assert document.attributions == ()


def test_a_second_speaker_is_no_part_of_the_denial(parse: Parse) -> None:
    text = "The bank denied that it had hidden losses, and its lawyer, Peter Hallam, told reporters that the bank would appeal."
    document, event = found(parse, text, "appeal")
    told = next(a for a in document.attributions if a.id == event.attribution)
    assert told.source is not None
    assert (document.text[told.source.start : told.source.end], told.stance) == ("its lawyer, Peter Hallam", "affirms")


def test_an_apposition_does_not_part_a_subject_from_its_verbs(parse: Parse) -> None:
    text = "Ndiaye, a former finance minister, promised to fight corruption and said she would appoint a new cabinet."
    document, event = found(parse, text, "appoint")
    told = next(a for a in document.attributions if a.id == event.attribution)
    assert told.source is not None
    assert document.text[told.source.start : told.source.end].startswith("Ndiaye")
