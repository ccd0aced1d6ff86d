"""Whether a mention is told as having come about."""

from collections.abc import Callable

import pytest

from dateline.find import find
from dateline.find.factuality import STATUS, Standing
from dateline.model import Document

Parse = Callable[..., Document]

# status | polarity | certainty | tense | the mention's word | sentence
ROWS = [
    ("possible", "positive", "possible", "past", "exchange", "They held talks over a truce and an exchange of prisoners."),
    ("possible", "positive", "possible", "past", "truce", "The two sides negotiated over a truce."),
    ("actual", "positive", "certain", "past", "attack", "The two sides held talks over the attack."),
    ("planned", "positive", "certain", "future", "delivery", "The truce will see the delivery of relief aid to the islands."),
    # two subjects before a verb of speech
    ("negated", "negative", "certain", "past", "attacked", '"No soldier," he said, "attacked the village."'),
    ("planned", "positive", "certain", "future", "withdraw", "Chad to withdraw its troops from Mali, an official says."),
    # what came of it, what had been planned, who was one of a row
    ("actual", "positive", "certain", "past", "reach", "England beat Colombia 2-0 to reach the final."),
    ("actual", "positive", "certain", "past", "win", "France beat Wales to win the cup."),
    ("actual", "positive", "certain", "past", "beat", "France came from behind to beat Wales."),
    ("actual", "positive", "certain", "past", "win", "She went on to win the race."),
    ("actual", "positive", "certain", "past", "arrested", "He escaped only to be arrested again."),
    ("planned", "positive", "certain", "future", "protect", "The army moved only to protect civilians."),
    ("negated", "negative", "certain", "past", "hold", "The truce did not hold until Tuesday."),
    ("possible", "positive", "possible", "future", "win", "France hope to beat Wales to win the cup."),
    ("planned", "positive", "certain", "future", "form", "They won the vote to form a government."),
    ("planned", "positive", "certain", "future", "reach", "Spain will play Italy to reach the final."),
    ("actual", "positive", "certain", "past", "act", "This was an act planned from abroad."),
    ("actual", "positive", "certain", "past", "raid", "The raid, planned for months, killed six."),
    ("actual", "positive", "certain", "past", "attack", "The attack, planned by a cell in Oslo, killed ten."),
    ("planned", "positive", "certain", "future", "strike", "The strike planned by the unions drew criticism."),
    ("planned", "positive", "certain", "future", "strike", "The strike planned for May will go ahead."),
    ("actual", "positive", "certain", "past", "resignation", "The resignation had been expected for days."),
    ("planned", "positive", "certain", "future", "verdict", "The verdict was expected on Friday."),
    ("actual", "positive", "certain", "past", "resign", "She was the third aide to resign."),
    ("actual", "positive", "certain", "past", "walk", "He is the sixth member of the cabinet to walk out."),
    ("actual", "positive", "certain", "past", "ratify", "Chad was the 20th country to ratify the pact."),
    ("planned", "positive", "certain", "future", "visit", "He will be the first president to visit Cuba."),
    ("planned", "positive", "certain", "future", "end", "The first step to end the war failed."),
    ("actual", "positive", "certain", "past", "vote", "She was one of a dozen deputies to vote against the budget."),
    ("actual", "positive", "certain", "past", "praise", "The governor went out of his way to praise the nurses."),
    ("negated", "negative", "certain", "present", "defend", "There is no army to defend the island."),
    ("negated", "negative", "certain", "future", "meet", "The queen will not fly to Lima to meet the president."),
    ("negated", "negative", "certain", "past", "discuss", "Chad rejected every offer by the envoy to discuss a truce."),
    ("planned", "positive", "certain", "future", "discuss", "The ministers met in Oslo to discuss a truce."),
    # a plea is no request, an open decision no plan and no refusal
    ("actual", "positive", "certain", "past", "guilty", "He pleaded guilty to fraud."),
    ("negated", "negative", "certain", "past", "guilty", "She pleaded not guilty."),
    ("requested", "positive", "certain", "future", "stop", "He pleaded with them to stop."),
    ("possible", "positive", "possible", "future", "vote", "She has not decided how she will vote."),
    ("possible", "positive", "possible", "future", "attend", "They have not decided whether to attend."),
    ("negated", "negative", "certain", "past", "leave", "He did not decide to leave."),
    ("possible", "positive", "possible", "future", "leave", "She wants to leave the party."),
    ("requested", "positive", "certain", "future", "leave", "She wants them to leave the party."),
    ("planned", "positive", "certain", "future", "free", "The rebels promised to leave the valley and free the pilots."),
    ("actual", "positive", "certain", "past", "resigned", "The minister resigned."),
    ("actual", "positive", "certain", "present", "leads", "She leads the party."),
    ("actual", "positive", "certain", "past", "visited", "He has visited Qatar."),
    ("negated", "negative", "certain", "past", "resign", "The minister did not resign."),
    ("actual", "positive", "certain", "past", "resign", "The minister did not resign until 2014."),
    ("planned", "positive", "certain", "future", "resume", "The talks will not resume before Monday."),
    ("possible", "positive", "certain", "present", "take", "The vote cannot take place before 2025."),
    ("negated", "negative", "certain", "past", "open", "The plant did not open before 2014."),
    ("requested", "negative", "certain", "future", "close", "He urged the mayor not to close the camp before December."),
    ("negated", "negative", "certain", "past", "paid", "The workers have not been paid until today."),
    ("negated", "negative", "certain", "past", "visited", "He never visited Qatar."),
    ("negated", "negative", "certain", "future", "resign", "The minister will not resign."),
    ("negated", "negative", "certain", "past", "reached", "No agreement was reached."),
    ("negated", "negative", "certain", "past", "achieve", "The army failed to achieve its goals."),
    ("negated", "negative", "certain", "past", "leave", "The rebels refused to leave the city."),
    ("actual", "positive", "certain", "past", "failed", "The army failed to achieve its goals."),
    ("actual", "positive", "certain", "past", "escape", "The prisoner managed to escape."),
    ("actual", "positive", "certain", "past", "negotiate", "The king was forced to negotiate."),
    ("negated", "negative", "certain", "past", "talks", "They did not hold talks."),
    ("planned", "positive", "certain", "future", "visit", "The pope will visit Chad."),
    ("planned", "positive", "certain", "future", "resign", "The mayor is going to resign."),
    ("planned", "positive", "certain", "future", "leave", "The troops agreed to leave the valley."),
    ("planned", "positive", "certain", "future", "build", "The city plans to build a bridge."),
    ("planned", "positive", "certain", "future", "exchange", "The truce will see the exchange of prisoners."),
    ("planned", "positive", "certain", "future", "held", "The summit will be held in Oslo."),
    ("planned", "positive", "certain", "future", "summit", "The summit will be held in Oslo."),
    ("planned", "positive", "certain", "future", "open", "The museum is scheduled to open in June."),
    ("planned", "positive", "certain", "future", "visit", "The planned visit was kept secret."),
    ("negated", "negative", "certain", "past", "visit", "The king cancelled the visit."),
    ("possible", "positive", "possible", "future", "resign", "The minister may resign."),
    ("possible", "positive", "probable", "future", "win", "They will probably win."),
    ("possible", "positive", "possible", "future", "win", "The team hopes to win the cup."),
    ("possible", "positive", "possible", "future", "flee", "The driver tried to flee."),
    ("possible", "positive", "certain", "present", "swim", "The robot can swim."),
    ("negated", "negative", "certain", "present", "swim", "The robot can not swim."),
    ("requested", "positive", "certain", "future", "withdraw", "The council urged Chad to withdraw."),
    ("requested", "negative", "certain", "future", "attack", "The council urged Chad not to attack."),
    ("requested", "positive", "certain", "future", "ceasefire", "The pope called for a ceasefire."),
    ("requested", "positive", "certain", "future", "resign", "The minister must resign."),
    ("conditional", "positive", "possible", "present", "attacks", "If Chad attacks, the army is ready."),
    ("conditional", "negative", "possible", "present", "rains", "If it never rains, crops die."),
    ("actual", "positive", "certain", "past", "attack", "The president will condemn the attack."),
    ("generic", "positive", "certain", "present", "freezes", "The lake usually freezes in December."),
    ("possible", "positive", "possible", "past", "attack", "The alleged attack was filmed."),
    ("possible", "positive", "probable", "past", "shelled", "The army reportedly shelled the town."),
    ("conditional", "positive", "possible", "future", "open", "The museum will open unless the roof leaks."),
    ("planned", "positive", "probable", "future", "erupt", "Experts expect that the volcano will erupt."),
    ("possible", "positive", "probable", "past", "stole", "Police believe that the driver stole the car."),
    ("possible", "positive", "possible", "past", "shelled", "The minister denied that the army shelled the town."),
    ("actual", "positive", "certain", "past", "failed", "The king regrets that the talks failed."),
    ("negated", "negative", "certain", "past", "land", "The pilot was unable to land."),
    ("possible", "positive", "possible", "future", "resign", "The coach is likely to resign."),
    ("actual", "positive", "certain", "past", "vote", "The senate did not refuse to vote."),
    ("negated", "negative", "certain", "past", "arrests", "The police reported no arrests."),
    ("actual", "positive", "certain", "past", "reported", "The police reported no arrests."),
    ("negated", "negative", "certain", "past", "attacked", "Neither side attacked the village."),
    ("negated", "negative", "certain", "past", "agreement", "No agreement was reached."),
    ("planned", "positive", "probable", "future", "cut", "The firm is expected to cut jobs."),
    ("requested", "positive", "certain", "future", "leave", "The mayor asked the police to leave."),
    ("requested", "positive", "certain", "present", "Stop", "Stop the killing!"),
    ("requested", "negative", "certain", "present", "shoot", "Don't shoot him."),
    ("actual", "positive", "certain", "past", "leave", "The guards saw him leave the house."),
    ("actual", "positive", "certain", "past", "won", "The critics agreed that the singer won the contest."),
    ("planned", "positive", "certain", "future", "leave", "The rebels agreed that they would leave the valley."),
    ("actual", "positive", "certain", "past", "erased", "The minister suggested that the speech erased all doubt."),
    ("requested", "positive", "certain", "future", "leave", "The minister suggested that the envoy leave the city."),
    ("planned", "positive", "certain", "future", "spread", "The doctor warned that the disease will spread."),
    ("actual", "positive", "certain", "past", "loss", "The bank announced a loss."),
    ("planned", "positive", "certain", "future", "merger", "The bank announced a merger."),
    ("planned", "positive", "certain", "future", "acquisitions", "The acquisitions to be made in May are large."),
    ("planned", "positive", "certain", "future", "helping", "The firm is committed to helping the farmers."),
    ("possible", "positive", "possible", "past", "closing", "He took a stand against closing the port."),
    ("actual", "positive", "certain", "past", "bombing", "Officials believe the militia was behind the bombing."),
    ("possible", "positive", "possible", "present", "Closing", "Closing the port would cost millions."),
    ("actual", "positive", "certain", "past", "Closing", "Closing the port ruined the town."),
    ("actual", "positive", "certain", "past", "offer", "The court blocked the offer."),
    ("negated", "negative", "certain", "past", "sale", "The court blocked the sale."),
    ("requested", "positive", "certain", "future", "leave", "The party has to leave the coalition."),
    ("actual", "positive", "certain", "past", "leave", "The party had to leave the coalition."),
    ("negated", "negative", "certain", "present", "leave", "The party does not have to leave the coalition."),
    ("negated", "negative", "certain", "present", "leave", "The party has yet to leave the coalition."),
    ("planned", "positive", "certain", "future", "leave", "The king was about to leave."),
    ("planned", "positive", "certain", "future", "acquisition", "Shareholders approved the acquisition of the bank."),
    ("actual", "positive", "certain", "past", "destroy", "The bomb was used to destroy the bridge."),
    ("generic", "positive", "certain", "present", "open", "The tool is used to open doors."),
    ("actual", "positive", "certain", "past", "robbery", "They carried out a carefully planned robbery."),
    # below a verb of stopping stands what would come, or goes on, and never what is asked for
    ("possible", "negative", "possible", "future", "takeover", "Unions urged the government to block the takeover."),
    ("possible", "positive", "possible", "future", "sale", "Unions urged the government to stop the sale of the port."),
    ("possible", "positive", "possible", "future", "execution", "The pope urged the governor to halt the execution."),
    ("possible", "negative", "possible", "future", "attack", "The mayor urged police to prevent another attack."),
    ("negated", "negative", "certain", "past", "visit", "The king cancelled the visit."),
    ("actual", "positive", "certain", "present", "killings", "The minister must stop the killings."),
    ("actual", "positive", "certain", "past", "war", "The council called on both sides to end the war."),
    ("planned", "positive", "certain", "future", "vote", "They urged him to postpone the vote."),
    ("requested", "positive", "certain", "future", "attack", "They urged the king to launch an attack."),
    # what is there before something is done with it
    ("actual", "positive", "certain", "past", "strike", "If no deal is reached, the strike will be extended."),
    ("actual", "positive", "certain", "present", "killings", "The judge will investigate killings in the north."),
    ("conditional", "positive", "possible", "future", "strike", "If the vote fails, a strike will be called."),
    # why something was done, what came of it, and what it took
    ("planned", "positive", "certain", "future", "replace", "Honda will recall two million cars to replace brakes."),
    ("planned", "positive", "certain", "future", "protect", "The firm halted sales to protect customers."),
    ("actual", "positive", "certain", "past", "leave", "They forced the army to leave."),
    ("actual", "positive", "certain", "past", "win", "He attacked on the final climb to win the stage and take the jersey."),
    ("actual", "positive", "certain", "past", "take", "He attacked on the final climb to win the stage and take the jersey."),
    ("actual", "positive", "certain", "past", "score", "Silva ran from midfield to score the winner."),
    ("planned", "positive", "certain", "future", "win", "Hill ran to win the seat."),
    ("planned", "positive", "certain", "future", "take", "The army attacked the town to take the port."),
    ("actual", "positive", "certain", "past", "hit", "It was the strongest storm ever to hit the island."),
    ("actual", "positive", "certain", "past", "find", "It took police two days to find the body."),
    ("actual", "positive", "certain", "past", "find", "It did not take long to find the body."),
    ("planned", "positive", "certain", "future", "rebuild", "It will take years to rebuild the town."),
    # pleas, findings, and what somebody faces
    ("possible", "positive", "probable", "past", "stealing", "He pleaded not guilty on Tuesday to stealing the painting."),
    ("conditional", "positive", "possible", "present", "guilty", "He will be fined if he is found guilty."),
    ("possible", "positive", "possible", "present", "sentence", "They face the mandatory death sentence if convicted."),
    # what a negation does not reach, and what would not be
    ("negated", "negative", "certain", "past", "know", "Police said they did not know the motive and arrested a man."),
    ("actual", "positive", "certain", "past", "arrested", "Police said they did not know the motive and arrested a man."),
    ("negated", "negative", "certain", "past", "stop", "The driver did not slow down or stop."),
    ("negated", "negative", "certain", "past", "bound", "Iran would not be bound by the deal."),
    ("conditional", "negative", "possible", "past", "died", "She would not have died if he had come."),
    # who does not hesitate acts, who has got to do something has not
    ("actual", "positive", "certain", "past", "fire", "Obama did not hesitate to fire him."),
    ("actual", "positive", "certain", "past", "criticize", "He never missed a chance to criticize Obama."),
    ("possible", "positive", "possible", "future", "fire", "He hesitated to fire her."),
    ("requested", "positive", "certain", "future", "resign", "He has got to resign."),
    ("planned", "positive", "certain", "future", "convey", "Obama called Putin to convey his condolences."),
    ("requested", "positive", "certain", "future", "testify", "The court called him to testify."),
    ("actual", "positive", "certain", "past", "agree", "They have got Iran to agree."),
    # questions
    ("possible", "positive", "possible", "future", "resign", "“Will you resign?” the reporter asked."),
    ("possible", "positive", "possible", "past", "meet", "Did they meet the ambassador?"),
    ("actual", "positive", "certain", "past", "resign", "Why did he resign?"),
    ("planned", "positive", "certain", "future", "send", "Canada to send vehicles, minister says."),
    # plots, names that something is given, each of two
    ("possible", "positive", "possible", "past", "coup", "The president accused the opposition of plotting a coup."),
    ("actual", "positive", "certain", "past", "outrage", 'The lawyer called the verdict "an outrage".'),
    ("actual", "positive", "certain", "past", "massacre", "He called the raid a massacre."),
    ("actual", "positive", "certain", "present", "claim", "Neither claim could be verified."),
    ("negated", "negative", "certain", "present", "verified", "Neither claim could be verified."),
    ("negated", "negative", "certain", "past", "deal", "Neither deal was signed."),
    # what only a film or a novel tells
    ("generic", "positive", "certain", "present", "steal", "In the film, two thieves steal a train."),
    ("generic", "positive", "certain", "present", "fight", "She directed a film about two sisters who fight for a farm."),
    ("generic", "positive", "certain", "present", "loses", "The play is about a king who loses his throne."),
    ("generic", "positive", "certain", "present", "kidnaps", "The film, in which a woman kidnaps a banker, opens on Friday."),
    ("actual", "positive", "certain", "present", "say", "In the film, activists say that the lake is dying."),
    ("actual", "positive", "certain", "present", "arrest", "In the drama of the night, police arrest a man."),
    ("actual", "positive", "certain", "present", "shoots", "The director shoots the film in Norway."),
    # one of a row, to whom it was done
    ("actual", "positive", "certain", "past", "sacked", "She became the fourth minister to be sacked this year."),
    ("actual", "positive", "certain", "past", "freed", "The last captive to be freed was a Swiss nurse."),
    ("planned", "positive", "certain", "future", "built", "The first ship to be built in the port will be a tanker."),
    ("planned", "positive", "certain", "future", "freed", "The last captive to be freed next week is a Swiss nurse."),
    # what did not happen, since something else did
    ("negated", "negative", "certain", "past", "talks", "Instead of talks, the rebels launched a raid."),
    ("negated", "negative", "certain", "past", "storming", "Rather than storming the town, the rebels left."),
    ("negated", "negative", "certain", "past", "resign", "The envoy fled the country rather than resign."),
    ("actual", "positive", "certain", "past", "resigned", "The envoy resigned instead."),
    ("actual", "positive", "certain", "past", "war", "The talks, rather than the war, dominated the news."),
    # what news says is to come
    ("planned", "positive", "certain", "future", "sue", "Shares fell on news that the regulator would sue the bank."),
    ("possible", "positive", "possible", "future", "attack", "Fears that the rebels would attack the port grew."),
    # what is agreed to: an agreement is there then, anything else is to come
    ("actual", "positive", "certain", "past", "settlement", "The bank agreed to a settlement with the regulator."),
    ("negated", "negative", "certain", "past", "deal", "The miners did not agree to a deal."),
    ("planned", "positive", "certain", "future", "truce", "The rebels agreed to a truce."),
    ("planned", "positive", "certain", "future", "sale", "The bank agreed to the sale of its branches."),
    ("actual", "positive", "certain", "past", "request", "The army agreed to the request for troops."),
    # who ceases and who does not hesitate
    ("negated", "negative", "certain", "past", "have", "The club ceased to have a chance."),
    ("actual", "positive", "certain", "past", "shoot", "The guards did not hesitate to shoot."),
    ("possible", "positive", "possible", "future", "strike", "The army will not hesitate to strike the port."),
    ("possible", "positive", "possible", "future", "sign", "The king hesitated to sign the law."),
    # what the network is sure of though grammar has a reason
    ("actual", "positive", "certain", "past", "sanctions", "The council decided to lift sanctions on the islands."),
    ("negated", "negative", "certain", "present", "falling", "We don't see wages falling this year."),
    # and where few words tell it better
    ("possible", "positive", "probable", "past", "shelled", "The army reportedly shelled two villages."),
    ("negated", "negative", "certain", "past", "last", "The calm did not last until Friday."),
    # what was short was
    ("actual", "positive", "certain", "past", "stay", "The envoys did not stay long."),
    ("actual", "positive", "certain", "past", "married", "The two were not married very long."),
    ("negated", "negative", "certain", "past", "leave", "He did not leave long before the war."),
    # a chance that is not missed is taken
    ("actual", "positive", "certain", "past", "praise", "The mayor never missed an opportunity to praise the police."),
    ("negated", "negative", "certain", "past", "win", "The club missed a chance to win the cup."),
    # until what is still to come has come
    ("planned", "positive", "certain", "future", "left", "Until troops have left the valley, schools will stay closed."),
    ("actual", "positive", "certain", "past", "left", "They waited until the troops had left."),
    # who appears somewhere, and who only appears to do something
    ("planned", "positive", "certain", "future", "testify", "The banker will appear before the court to testify."),
    ("possible", "positive", "possible", "future", "doubt", "She appeared to openly doubt the ruling."),
    # have got to
    ("requested", "positive", "certain", "future", "rebuild", "We have got to rebuild the bridge."),
    ("actual", "positive", "certain", "past", "meet", "She got to meet the queen."),
    # who is called out for something is asked for nothing; what a gerund as subject requires is not required of it
    ("actual", "positive", "certain", "past", "breaking", "The mayor called out the guard for breaking the law."),
    ("requested", "positive", "certain", "future", "leave", "The mayor called for the guard to leave."),
    ("generic", "positive", "certain", "present", "Running", "Running the port requires patience."),
    # what is set against something denied, or joined to what is only told
    ("planned", "positive", "certain", "future", "help", "The goal is not to punish the banks but to help customers."),
    ("negated", "negative", "certain", "future", "punish", "The goal is not to punish the banks but to help customers."),
    ("actual", "positive", "certain", "past", "protest", "There was no strike but a protest."),
    ("possible", "positive", "probable", "past", "fled", "The driver allegedly hit a woman and fled."),
    ("actual", "positive", "certain", "past", "arrested", "He allegedly shot a man, and police arrested him."),
    # a condition by word order
    ("conditional", "positive", "possible", "future", "fail", "Should the talks fail, the army will attack the city."),
    ("conditional", "positive", "possible", "past", "attacked", "Had the army attacked, the city would have fallen."),
    ("requested", "positive", "certain", "future", "resign", "The mayor should resign."),
    # who is not sure leaves it open
    ("possible", "positive", "possible", "past", "withdrew", "He is not sure that the troops withdrew."),
    # what was found to be so, what others are kept from, what is called something
    ("actual", "positive", "certain", "past", "carry", "A ferry was found to carry arms."),
    ("possible", "positive", "possible", "past", "crossing", "The city imposed restrictions on trucks crossing the bridge."),
    ("actual", "positive", "certain", "past", "attending", "The killing of people attending a mass shocked the town."),
    ("planned", "positive", "certain", "future", "cutting", "She made cutting taxes a priority."),
    ("generic", "positive", "certain", "present", "arrests", "About 500 arrests are made every year."),
    ("actual", "positive", "certain", "past", "killed", "300 people were killed last year."),
    # what the word above says of it is heard, but the network may know better
    ("planned", "positive", "certain", "future", "rebuild", "The money was needed to rebuild the bridge."),
    ("planned", "positive", "certain", "future", "buy", "The fund offered to buy the shipyard for $4 billion."),
    ("planned", "positive", "certain", "future", "questioned", "The two men came to be questioned."),
    ("planned", "positive", "certain", "future", "search", "Divers were called to search the lake."),
    ("possible", "positive", "possible", "future", "return", "The villagers are reluctant to return."),
    # but who has to, and who is asked not to, is asked
    ("requested", "positive", "certain", "future", "leave", "They will have to leave the town."),
    ("requested", "negative", "certain", "future", "return", "The council urged the villagers not to return."),
]


@pytest.mark.parametrize(
    ("status", "polarity", "certainty", "tense", "word", "sentence"), ROWS, ids=[f"{r[0]} {r[5][:40]}" for r in ROWS]
)
def test_standing(parse: Parse, status: str, polarity: str, certainty: str, tense: str, word: str, sentence: str) -> None:
    (document,) = find([parse(sentence)])
    (event,) = (e for e in document.events if e.text == word)
    assert (event.status, event.polarity, event.certainty, event.tense) == (status, polarity, certainty, tense)


def test_the_first_line_of_the_table_decides() -> None:
    flags = [flag for flag, _ in STATUS]
    for k, (_, status) in enumerate(STATUS):
        assert Standing(**dict.fromkeys(flags[k:], True)).status == status
    assert Standing().status == "actual"
