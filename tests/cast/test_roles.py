"""Who did what to whom, construction by construction. A row: sentence, trigger words, and the cast of the last of them."""

from dataclasses import replace

import pytest

from dateline.cast import cast
from dateline.date import date
from playing import events_of

VERBS = [
    # plain clauses
    ("Peru said Chile had violated its waters and demanded an apology.", "demanded", "agent: Peru; patient: an apology"),
    ("The agency said that Kenya was hosting refugees and appealed for money.", "appealed", "agent: The agency; topic: money"),
    ("Police said the gunmen had seized a boy and demanded a ransom.", "demanded", "agent: the gunmen; patient: a ransom"),
    (
        "The court found that the mayor had lied and sentenced him to jail.",
        "sentenced",
        "agent: The court; patient: him; topic: jail",
    ),
    ("The firm said that sales had risen and raised its forecast.", "raised", "agent: The firm; patient: its forecast"),
    ("The report found that guards had beaten him and lied about it.", "lied", "agent: guards; topic: it"),
    ("In the past week Iran has released four prisoners.", "released", "agent: Iran; patient: four prisoners"),
    ("The union accused the company of fraud.", "accused", "agent: The union; patient: the company; topic: fraud"),
    ("Despite the protests, Chile was forced to negotiate.", "negotiate", "agent: Chile"),
    (
        "The quake destroyed hundreds of houses in Moyobamba.",
        "destroyed",
        "agent: The quake; patient: hundreds of houses; place: Moyobamba",
    ),
    ("The quake hit at dawn on Wednesday.", "hit", "agent: The quake"),
    ("The panel is in charge of choosing who gets a grant.", "gets", "recipient: who; patient: a grant"),
    ("The man who police say robbed a bank fled.", "robbed", "agent: The man; patient: a bank"),
    ("Two farmers were shot not by rebels but by soldiers.", "shot", "agent: soldiers; patient: Two farmers"),
    (
        "The tax was opposed not only by farmers but also by unions.",
        "opposed",
        "agent: farmers; agent: unions; patient: The tax",
    ),
    ("The results were a win for poor farmers.", "win", "agent: poor farmers"),
    ("Forces loyal to General Silva rejected the plan.", "rejected", "agent: Forces loyal to General Silva; patient: the plan"),
    ("The army attacked not rebels but farmers.", "attacked", "agent: The army; patient: farmers"),
    ("The charity received a donation from Norvik.", "received donation", "agent: Norvik; recipient: The charity"),
    ("The charity received a donation from Norvik.", "received", "agent: Norvik; recipient: The charity; patient: a donation"),
    ("The council accepted files from the ministers.", "accepted", "agent: The council; agent: the ministers; patient: files"),
    ("The king will veto the law, aides said, angering the unions.", "angering", "agent: The king; patient: the unions"),
    ("Oman recalled its envoy, aides said on Saturday, deepening the rift.", "deepening", "agent: Oman; patient: the rift"),
    ("Oman recalled its envoy, aides said, citing a letter.", "citing", "agent: aides; patient: a letter"),
    ("Oman passed laws in some states that ban abortion.", "ban", "agent: laws; patient: abortion"),
    ("Rebels hid in a town that borders Oman.", "borders", "agent: a town; patient: Oman"),
    ("The army built a camp in a town that borders Oman.", "borders", "agent: a town; patient: Oman"),
    ("In a joint statement with Peru, Oman condemned it.", "condemned", "agent: Oman; agent: Peru; patient: it"),
    ("In a statement on Peru, Oman condemned it.", "condemned", "agent: Oman; patient: it"),
    ("The group threatened an attack against Denmark.", "threatened attack", "agent: The group; patient: Denmark"),
    ("Kenya threatened measures against Chad.", "threatened", "agent: Kenya; patient: measures; recipient: Chad"),
    ("The plan helps farmers unable to work.", "helps", "agent: The plan; patient: farmers"),
    (
        "Romero and Castillo, two ministers who opposed the dam, met.",
        "opposed",
        "agent: Romero; agent: Castillo; patient: the dam",
    ),
    ("Romero and Castillo, a pair that opposed the dam, met.", "opposed", "agent: Romero; agent: Castillo; patient: the dam"),
    ("The crew returned to the ship, where two men died.", "died", "patient: two men; place: the ship"),
    ("Ruiz left Norvik, where he worked as a cook.", "worked", "agent: he; place: Norvik"),
    ("Poland remained opposed to the plan.", "opposed", "agent: Poland; topic: the plan"),
    ("She stayed committed to peace.", "committed", "agent: She; topic: peace"),
    ("The army attacked the village.", "attacked", "agent: The army; patient: the village"),
    ("Rebels attacked the village on Monday.", "attacked", "agent: Rebels; patient: the village"),
    ("Rosa Lind was among those killed.", "killed", "patient: Rosa Lind"),
    ("A baby was among those who died in the fire.", "died", "patient: A baby"),
    ("The airline buys jets from time to time.", "buys", "agent: The airline; patient: jets"),
    ("The nurses travelled from village to village.", "travelled", "agent: The nurses"),
    (
        "The nurses travelled from the village to the next village.",
        "travelled",
        "agent: The nurses; place: the village; place: the next village",
    ),
    ("The firm licensed the drug from Norvik.", "licensed", "agent: The firm; agent: Norvik; patient: the drug"),
    ("The firm licensed the drug to Norvik.", "licensed", "agent: The firm; patient: the drug; recipient: Norvik"),
    ("The airline bought nine jets from Norvik.", "bought", "agent: The airline; agent: Norvik; patient: nine jets"),
    ("The mayor took bribes from a contractor.", "took", "agent: The mayor; agent: a contractor; patient: bribes"),
    ("The robbers took money from a contractor.", "took", "agent: The robbers; patient: money; patient: a contractor"),
    ("Thieves stole two paintings from a collector.", "stole", "agent: Thieves; patient: two paintings; patient: a collector"),
    ("The judge sentenced him to four years in prison.", "sentenced", "agent: The judge; patient: him"),
    ("He died in prison.", "died", "patient: He; place: prison"),
    ("He was killed on Monday in prison.", "killed", "patient: He; place: prison"),
    ("The striker was suspended for four matches.", "suspended", "patient: The striker"),
    ("The study was published in Nature.", "published", "patient: The study"),
    ("Rosa accused her of taking money.", "accused", "agent: Rosa; patient: her"),
    ("The minister resigned.", "resigned", "agent: The minister"),
    ("Two soldiers died.", "died", "patient: Two soldiers"),
    ("Prices rose sharply.", "rose", "patient: Prices"),
    ("The Egyptian pound fell on Monday.", "fell", "patient: The Egyptian pound"),
    ("Shares rose on the London Stock Exchange.", "rose", "patient: Shares; place: the London Stock Exchange"),
    ("The watchdog imposed rules on the exchange.", "imposed", "agent: The watchdog; patient: rules; recipient: the exchange"),
    ("He was arrested on suspicion of murder.", "murder", "agent: He"),
    ("The two officers face charges of torture against prisoners.", "torture", "agent: The two officers; patient: prisoners"),
    ("The court set a hearing on charges of murder against the dentist.", "murder", "agent: the dentist"),
    ("The founder and former chairman of the bank was indicted.", "indicted", "patient: The founder"),
    ("The ministry issued a statement Monday.", "issued", "agent: The ministry; patient: a statement"),
    ("The driver was to blame for the crash.", "blame", "patient: The driver; topic: the crash"),
    ("Shops blamed a weaker pound.", "blamed", "agent: Shops; patient: a weaker pound"),
    ("The family paid 500 Egyptian pounds.", "paid", "agent: The family"),
    ("The talks began in Geneva.", "began", "patient: The talks; place: Geneva"),
    ("The bridge collapsed.", "collapsed", "patient: The bridge"),
    ("France sent weapons to Ukraine.", "sent", "agent: France; patient: weapons; recipient: Ukraine"),
    ("The court fined the bank.", "fined", "agent: The court; patient: the bank"),
    ("Police arrested him.", "arrested", "agent: Police; patient: him"),
    ("She told reporters the story.", "told", "agent: She; recipient: reporters; patient: the story"),
    ("The club gave the player a medal.", "gave", "agent: The club; recipient: the player; patient: a medal"),
    (
        "Norway handed the documents to the inspectors.",
        "handed",
        "agent: Norway; patient: the documents; recipient: the inspectors",
    ),
    ("He voted against the law.", "voted", "agent: He; patient: the law"),
    ("The students protested against the mayor.", "protested", "agent: The students; patient: the mayor"),
    ("The president met with the king in Rabat.", "met", "agent: The president; patient: the king; place: Rabat"),
    ("Merkel met Obama in Berlin.", "met", "agent: Merkel; patient: Obama; place: Berlin"),
    ("The union is negotiating with the company.", "negotiating", "agent: The union; patient: the company"),
    ("The company apologised to its customers.", "apologised", "agent: The company; recipient: its customers"),
    ("They talked about the border.", "talked", "agent: They; topic: the border"),
    ("The senate accused the bank of fraud.", "accused", "agent: The senate; patient: the bank; topic: fraud"),
    ("The council imposed sanctions on Iran.", "imposed", "agent: The council; patient: sanctions; recipient: Iran"),
    ("The delegation travelled to Cairo.", "travelled", "agent: The delegation; place: Cairo"),
    ("The troops withdrew from the city.", "withdrew", "agent: The troops; place: the city"),
    ("Thousands fled drought and hunger in Chad.", "fled", "agent: Thousands; place: Chad"),
    ("The family fled the village.", "fled", "agent: The family; place: the village"),
    ("She travelled to Rome with her brother.", "travelled", "agent: She; agent: her brother; place: Rome"),
    ("She spent nine seasons with the club.", "spent", "agent: She; patient: nine seasons"),
    ("The bus headed to Lima.", "headed", "agent: The bus; place: Lima"),
    ("The family moved to the mountains.", "moved", "agent: The family; place: the mountains"),
    ("The school received money from the state.", "received", "recipient: The school; patient: money; agent: the state"),
    ("The workers want a contract.", "want", "agent: The workers; patient: a contract"),
    ("Last month Norvik bought Delta.", "bought", "agent: Norvik; patient: Delta"),
    ("Most of them left.", "left", "agent: Most of them"),
    ("Many of his supporters believe the rumor.", "believe", "agent: Many of his supporters; patient: the rumor"),
    ("Another 19 percent said they would not vote.", "said", "agent: Another 19 percent"),
    ("The council passed a law Tuesday.", "passed", "agent: The council; patient: a law"),
    ("He spoke from his home Friday.", "spoke", "agent: He; place: his home"),
    ("Six in ten farmers oppose the tax.", "oppose", "agent: Six in ten farmers; patient: the tax"),
    ("The board named Ingrid Moe president.", "named", "agent: The board; patient: Ingrid Moe"),
    ("The euro slipped to a low.", "slipped", "patient: The euro"),
    # passives
    (
        "The envoy was summoned to the ministry and handed a note.",
        "summoned handed",
        "recipient: The envoy; patient: a note",
    ),
    ("He was arrested and handed a note to the guard.", "handed", "agent: He; patient: a note; recipient: the guard"),
    ("The village was attacked by the army.", "attacked", "agent: the army; patient: The village"),
    ("Three men were arrested in Lagos.", "arrested", "patient: Three men; place: Lagos"),
    ("The hostages have been released.", "released", "patient: The hostages"),
    ("The prize was awarded to the writer.", "awarded", "patient: The prize; recipient: the writer"),
    ("The treaty was signed by Peru and Chile.", "signed", "agent: Peru; agent: Chile; patient: The treaty"),
    ("The plane was seen near the coast.", "seen", "patient: The plane; place: the coast"),
    ("The house was destroyed.", "destroyed", "patient: The house"),
    # coordination
    (
        "Two of the aides, Ann Reed and Tom Lee, surrendered.",
        "surrendered",
        "agent: Two of the aides; agent: Ann Reed; agent: Tom Lee",
    ),
    ("Twelve people were arrested, including the mayor.", "arrested", "patient: Twelve people; patient: the mayor"),
    ("The ministers, Ann Reed said, will meet.", "meet", "agent: The ministers"),
    (
        "Police freed nine people, among them Ann Reed, who is charged with sedition.",
        "charged",
        "patient: Ann Reed; topic: sedition",
    ),
    ("Tom Lee was detained, along with his cousin.", "detained", "patient: Tom Lee; patient: his cousin"),
    ("The mayor resigned along with her deputy.", "resigned", "agent: The mayor; agent: her deputy"),
    ("The Kenya-Oman talks failed.", "talks", "agent: Kenya; agent: Oman"),
    ("The Russia-Ukraine war began in 2022.", "war", "agent: Russia; agent: Ukraine"),
    ("Israel and Hamas agreed.", "agreed", "agent: Israel; agent: Hamas"),
    (
        "The police arrested the driver and his brother.",
        "arrested",
        "agent: The police; patient: the driver; patient: his brother",
    ),
    ("The soldiers entered the house and arrested the owner.", "entered arrested", "agent: The soldiers; patient: the owner"),
    ("He was arrested and charged.", "arrested charged", "patient: He"),
    ("She won the race and thanked her coach.", "won thanked", "agent: She; recipient: her coach"),
    (
        "Russian cosmonaut Oleg Skvortsov, NASA astronaut Linda Hayes and Japan's Takeshi Mori left.",
        "left",
        "agent: Russian cosmonaut Oleg Skvortsov; agent: NASA astronaut Linda Hayes; agent: Japan's Takeshi Mori",
    ),
    (
        "Police arrested driver Tom Ray and nurse Joan Hill.",
        "arrested",
        "agent: Police; patient: driver Tom Ray; patient: nurse Joan Hill",
    ),
    (
        "Police shot Tom Ray and nurse Joan Hill called an ambulance.",
        "shot",
        "agent: Police; patient: Tom Ray",
    ),
    # infinitives
    ("Maduro survived an attempt to remove him.", "remove", "patient: him"),
    ("Peru dropped a plan to close the port.", "close", "agent: Peru; patient: the port"),
    ("Norway opposed a plan to ban whaling.", "ban", "patient: whaling"),
    ("Senators opposed a Pentagon plan to close the base.", "close", "agent: Pentagon; patient: the base"),
    ("The mayor called voters to thank them.", "thank", "agent: The mayor; recipient: them"),
    ("Lawyers called the clerk to testify.", "testify", "agent: the clerk"),
    ('"It is an honour to lead the team," said Ruiz.', "lead", "agent: Ruiz; patient: the team"),
    ('"It was an honour for him to lead the team," said Ruiz.', "lead", "agent: him; patient: the team"),
    ("The firm may buy some or all of the shares.", "buy", "agent: The firm; patient: some or all of the shares"),
    ("The founder and former head of the firm is charged.", "charged", "patient: The founder"),
    ("The singer and the minister were arrested.", "arrested", "patient: The singer; patient: the minister"),
    ("The losses were offset by $6 million in sales.", "offset", "agent: sales; patient: The losses"),
    ("He spent $6 million in Lima.", "spent", "agent: He; place: Lima"),
    (
        "The army detained hundreds of students and teachers.",
        "detained",
        "agent: The army; patient: hundreds of students; patient: teachers",
    ),
    # one of many
    ("Ruiz was among five ministers to sign the pact.", "sign", "agent: Ruiz; agent: five ministers; patient: the pact"),
    ("Ruiz is one of three men who were arrested.", "arrested", "patient: Ruiz; patient: three men"),
    ("Ruiz was one of the lawyers for the men who fled.", "fled", "agent: the men"),
    ("She seems to be somebody who fought the mafia.", "fought", "agent: She; patient: the mafia"),
    ("She met somebody who fought the mafia.", "fought", "agent: somebody; patient: the mafia"),
    ("Iran summoned the ambassador to protest.", "protest", "agent: Iran; recipient: the ambassador"),
    ("Peru summoned the envoy to explain the arrest.", "explain", "agent: the envoy; patient: the arrest"),
    ("Israel was forced to negotiate with Hamas.", "forced negotiate", "agent: Israel; patient: Hamas"),
    ("The rebels vowed to attack the capital.", "vowed attack", "agent: The rebels; patient: the capital"),
    ("The court ordered the bank to pay the widow.", "ordered pay", "agent: the bank; recipient: the widow"),
    ("The minister promised to protect the farmers.", "promised protect", "agent: The minister; patient: the farmers"),
    ("The workers refused to sign the contract.", "refused sign", "agent: The workers; patient: the contract"),
    ("The government decided to close the border.", "decided close", "agent: The government; patient: the border"),
    ("The company failed to pay its workers.", "failed pay", "agent: The company; recipient: its workers"),
    ("Peru is expected to sign the treaty.", "expected sign", "agent: Peru; patient: the treaty"),
    ("The union urged the firm to sign the contract.", "urged sign", "agent: the firm; patient: the contract"),
    ("The pilot tried to land the plane.", "tried land", "agent: The pilot; patient: the plane"),
    ("She announced a plan to build a school.", "announced build", "agent: She; patient: a school"),
    ("The bank hired Jones Day to review the deal.", "hired review", "agent: Jones Day; topic: the deal"),
    ("Canada sent trainers to train the recruits.", "sent train", "agent: trainers; patient: the recruits"),
    ("Norway sent money to help the victims.", "sent help", "agent: Norway; patient: the victims"),
    (
        "The board named Ingrid Moe president, succeeding Anders Lund.",
        "named succeeding",
        "agent: Ingrid Moe; patient: Anders Lund",
    ),
    ("The mayor signed the bill, replacing a law.", "signed replacing", "agent: The mayor; patient: a law"),
    ("Iran's decision to leave the treaty surprised many.", "leave", "agent: Iran; patient: the treaty"),
    ("Forty-two of the miners were rescued.", "rescued", "patient: Forty-two of the miners"),
    ("The minister signed the treaty and the army stood by it.", "stood", "agent: the army; patient: it"),
    # whom an act is aimed at that the clause below says
    ("Iran threatened to attack Iraq.", "threatened", "agent: Iran; recipient: Iraq"),
    ("France agreed to send weapons to Kenya.", "agreed", "agent: France; recipient: Kenya"),
    ("The judge demanded that the mayor pay the fine.", "demanded", "agent: The judge; recipient: the mayor"),
    ("The minister refused to meet the envoy.", "refused", "agent: The minister; patient: the envoy"),
    ("The minister is ready to send weapons to Kenya.", "ready", "agent: The minister; recipient: Kenya"),
    ("The minister refused to sign the law.", "refused", "agent: The minister"),
    ("The minister wants to help the farmers.", "wants", "agent: The minister"),
    # relative and participial clauses
    ("The man who stole the painting fled.", "stole", "agent: The man; patient: the painting"),
    ("Police found the car that hit the child.", "found hit", "agent: the car; patient: the child"),
    ("The book that she wrote is short.", "wrote", "agent: she; patient: The book"),
    ("The minister, who visited Cairo, met the king.", "visited", "agent: The minister; patient: Cairo; place: Cairo"),
    ("Captives held in Gaza will return.", "held", "patient: Captives; place: Gaza"),
    ("The letter written by the minister was short.", "written", "agent: the minister; patient: The letter"),
    ("The soldiers guarding the bridge fled.", "guarding", "agent: The soldiers; patient: the bridge"),
    (
        "Speaking to reporters, the mayor praised the firefighters.",
        "Speaking praised",
        "agent: the mayor; patient: the firefighters",
    ),
    ("Rebels shelled the town, killing a child.", "shelled killing", "agent: Rebels; patient: a child"),
    ("After visiting Rome, the president met the pope.", "visiting", "agent: the president; patient: Rome; place: Rome"),
    # phrases end where something else begins
    ("Merkel, the German chancellor, visited Paris.", "visited", "agent: Merkel; patient: Paris; place: Paris"),
    ("The World Health Organization (WHO) praised Kenya.", "praised", "agent: The World Health Organization; patient: Kenya"),
    ("The head of the central bank resigned.", "resigned", "agent: The head of the central bank"),
    # places
    ("Gunmen shot a man at the airport.", "shot", "agent: Gunmen; patient: a man; place: the airport"),
    ("A convoy was attacked on the road to Gao.", "attacked", "patient: A convoy; place: the road to Gao"),
    ("Police fired tear gas at the students.", "fired", "agent: Police; patient: the students; instrument: tear gas"),
    ("Hundreds protested in front of the court.", "protested", "agent: Hundreds; place: the court"),
    ("She was shot in front of her children.", "shot", "patient: She"),
    ("The minister spoke in Doha.", "spoke", "agent: The minister; place: Doha"),
    ("Gunmen killed a teacher at a school.", "killed", "agent: Gunmen; patient: a teacher; place: a school"),
    ("Soldiers destroyed two bridges in Lima.", "destroyed", "agent: Soldiers; patient: two bridges; place: Lima"),
    ("The boat sank near the island.", "sank", "patient: The boat; place: the island"),
    ("Soldiers stopped a man on the border.", "stopped", "agent: Soldiers; patient: a man; place: the border"),
    ("The shop was closed in Lima.", "closed", "patient: The shop; place: Lima"),
    ("The pilot stepped out of the warehouse.", "stepped", "agent: The pilot; place: the warehouse"),
    ("The army sent the prisoner back to Cairo.", "sent", "agent: The army; patient: the prisoner; place: Cairo"),
    (
        "Kenya declared a state of emergency in Nairobi.",
        "declared",
        "agent: Kenya; patient: a state of emergency; place: Nairobi",
    ),
    # figures and measures are no participants
    ("The firm's shares fell $2 to $30.", "fell", "patient: The firm's shares"),
    ("The bank's shares closed at $30.", "closed", "patient: The bank's shares"),
    ("The company's profit fell.", "fell", "patient: The company's profit"),
    ("The driver was shot to death.", "shot", "patient: The driver"),
    ("Police questioned a 12-year-old boy.", "questioned", "agent: Police; patient: a 12-year-old boy"),
    # whose subject and whose object it is
    ("Rebels seized control of the Khanashin district.", "seized", "agent: Rebels; patient: the Khanashin district"),
    ("The government lost control of Kunduz.", "lost", "agent: The government; patient: Kunduz"),
    ("He was detained while prosecutors investigate the fire.", "detained", "patient: He"),
    ("The court brought the killers to justice.", "brought", "agent: The court; patient: the killers"),
    (
        "Officials blamed the floods on the dam operator.",
        "blamed",
        "agent: Officials; patient: the dam operator; topic: the floods",
    ),
    ("The attack was blamed on the rebels.", "attack blamed", "patient: the rebels; topic: The attack"),
    ("Kenya has suffered attacks blamed on Shebab.", "attacks blamed", "patient: Shebab; topic: attacks"),
    ("Moscow rejected the accusation.", "rejected accusation", "patient: Moscow"),
    ("The court rejected the accusation.", "rejected accusation", ""),
    ("Each army accused the other of firing first.", "accused firing", "agent: the other"),
    ("The minister, whom critics call a fraud, resigned.", "resigned", "agent: The minister"),
    ("The army wants to isolate or destroy the militia.", "isolate", "agent: The army; patient: the militia"),
    ("The fear is that the veto will be overridden.", "overridden", "patient: the veto"),
    ("The first step would be to close the port.", "close", "patient: the port"),
    (
        "The adviser to the family who leads the campaign resigned.",
        "leads",
        "agent: The adviser to the family; patient: the campaign",
    ),
    (
        "The miners, the dockers and the nurses protested.",
        "protested",
        "agent: The miners; agent: the dockers; agent: the nurses",
    ),
    ("The company was hurt by raising its prices.", "raising", "agent: The company; patient: its prices"),
    ("The plan includes selling the fleet.", "selling", "patient: the fleet"),
    ("The president is prepared to meet the rebels.", "prepared", "agent: The president; patient: the rebels"),
    ("Each of the banks sold its shares.", "sold", "agent: Each of the banks; patient: its shares"),
    ("The rebels attacked soldiers rather than farmers.", "attacked", "agent: The rebels; patient: soldiers"),
    # prepositions
    (
        "The club replaced Ann Lee with a retired judge.",
        "replaced",
        "agent: The club; patient: Ann Lee; patient: a retired judge",
    ),
    ("The mayor has no contact with the press.", "has", "agent: The mayor; patient: no contact with the press"),
    ("The union is pushing for his expulsion.", "pushing expulsion", "patient: his"),
    ("The minister responded to the reporters.", "responded", "agent: The minister; recipient: the reporters"),
    ("The airline paid for the repairs.", "paid", "agent: The airline; topic: the repairs"),
    ("The chairman is aware of the risk.", "aware", "agent: The chairman; topic: the risk"),
    ("The rebels accused her of treason.", "accused", "agent: The rebels; patient: her; topic: treason"),
    # who does what stands behind a noun and a preposition
    ("He took a stand against closing the port.", "took closing", "agent: He; patient: the port"),
    ("The union warned the mayor against closing the port.", "warned closing", "agent: the mayor; patient: the port"),
    ("The mayor discussed his commitment to improving the roads.", "improving", "agent: his; patient: the roads"),
    ("The bank filed a lawsuit accusing the firm of fraud.", "accusing", "agent: The bank; patient: the firm; topic: fraud"),
    ("A bomb that killed ten people was found.", "killed", "agent: A bomb; patient: ten people"),
    # "it" that is somebody or something
    ("It was forced to close the plant.", "forced", "patient: It"),
    ("It is likely to close the plant.", "close", "agent: It; patient: the plant"),
    ("It was closed after the fire.", "closed", "patient: It"),
    ("It is hard to close the plant.", "close", "patient: the plant"),
    ("The company said it will merge.", "merge", "agent: it"),
    # neither whoever comes behind the clause nor what was only said
    ("Kenya, which sent troops, and Uganda protested.", "sent", "agent: Kenya; patient: troops"),
    ("The council demanded that the captives be freed.", "demanded", "agent: The council"),
    # together with somebody, with something
    (
        "The senator introduced the law with the governor.",
        "introduced",
        "agent: The senator; agent: the governor; patient: the law",
    ),
    ("The senator introduced the law with a smile.", "introduced", "agent: The senator; patient: the law"),
    ("The army moved the boy from his relatives.", "moved", "agent: The army; patient: the boy"),
    # sums and shares
    ("The club raised $5 million.", "raised", "agent: The club"),
    ("The bank earned $5 million, or $2 a share.", "earned", "agent: The bank"),
    ("The rich pay most of the tax.", "pay", "agent: The rich; patient: most of the tax"),
    # phrases that only say how
    ("He spoke in the name of peace.", "spoke", "agent: He"),
    ("The workers, for example, earned a bonus.", "earned", "agent: The workers; patient: a bonus"),
    ("The nurses leaked the report.", "leaked", "agent: The nurses; patient: the report"),
    ("The farmer committed suicide.", "committed", "patient: The farmer"),
    ("The Boston-based bank sued the mayor.", "sued", "agent: The Boston-based bank; recipient: the mayor"),
    ("A poll says 44 percent would back Trump.", "back", "agent: 44 percent; patient: Trump"),
    ("The soldiers entered the village to find the killer.", "entered find", "agent: The soldiers; patient: the killer"),
    ("The workers had trouble finding a lawyer.", "finding", "agent: The workers; patient: a lawyer"),
    ("He voted for the governor.", "voted", "agent: He; patient: the governor"),
    ("The singer posted a video on YouTube.", "posted", "agent: The singer; patient: a video"),
    ("The concert was streamed on TikTok.", "streamed", "patient: The concert"),
    ("The mayor wrote on Telegram that he was ill.", "wrote", "agent: The mayor"),
    ("The mayor insulted the press on Twitter.", "insulted", "agent: The mayor; patient: the press"),
    ("The firm sent the photos via WhatsApp.", "sent", "agent: The firm; patient: the photos"),
    ("The court announced a ban on Telegram.", "ban", "agent: The court; patient: Telegram"),
    (
        "A truce began, with captives held in Chad to be released in exchange for Kenyan women detained in Chadian prisons.",
        "detained",
        "patient: Kenyan women; place: Chadian prisons",
    ),
    (
        "Silva praised the support of the movements in Yemen to their brothers in Gaza.",
        "support",
        "agent: the movements in Yemen; patient: their brothers",
    ),
    ("Ana Silva, who has visited Qatar after a trip to Lebanon, met Rui Costa.", "trip", "agent: Ana Silva; place: Lebanon"),
    ("Kenya supported the union in the political field.", "supported", "agent: Kenya; patient: the union"),
    ("Rui Silva held a meeting with Ana Costa in Doha on Thursday, ahead of a landmark truce.", "truce", ""),
    ("The bus had at least a dozen people inside.", "had", "agent: The bus; patient: at least a dozen people"),
    ("The mayor raised the off-the-field issue.", "raised", "agent: The mayor; patient: the off-the-field issue"),
    ("The court reduced the sentences of two men.", "reduced", "agent: The court; patient: the sentences of two men"),
    ("The union imposed sanctions on Facebook.", "sanctions", "agent: The union; patient: Facebook"),
    ("The minister said so on television.", "said", "agent: The minister"),
    (
        "The firm gave the users access to the files.",
        "gave",
        "agent: The firm; recipient: the users; patient: access to the files",
    ),
    ("The union was opposed to the sale.", "opposed", "agent: The union; topic: the sale"),
    # what plays no part
    ("It rained.", "rained", ""),
    ("He spoke on Monday.", "spoke", "agent: He"),
    ("The parliament voted last week.", "voted", "agent: The parliament"),
    ("The minister left in anger.", "left", "agent: The minister"),
    ("It is expected that prices will fall.", "expected", ""),
    ("Chile declared war on Peru.", "declared war", "agent: Chile; patient: Peru"),
    ("Chile declared war against Peru.", "declared", "agent: Chile; recipient: Peru; topic: war"),
    ("The court asked what Peru would do with the ship.", "do", "agent: Peru; topic: the ship"),
    ("She did the painting with her brother.", "did", "agent: She; agent: her brother; patient: the painting"),
    ("The union rejected Norvik's offer.", "rejected", "agent: The union; patient: Norvik's offer; recipient: Norvik"),
    ("The king's offer was accepted by Peru.", "accepted", "agent: Peru; patient: The king's offer; recipient: The king"),
    ("The union withdrew its offer.", "withdrew", "agent: The union; patient: its offer"),
    ("The mayor was ousted at the request of the army.", "ousted", "patient: The mayor"),
    ("The council ousted the mayor at the army's request.", "ousted", "agent: The council; patient: the mayor"),
    ("Peru closed the port, according to Reuters, citing a letter.", "citing", "agent: Reuters; patient: a letter"),
    ("According to Reuters, Peru closed the port, citing a letter.", "citing", "agent: Peru; patient: a letter"),
    ("Miller said the fund had reserves, thanking its donors.", "thanking", "agent: Miller; recipient: its donors"),
    ("Miller said the fund had repaid the loan, thanking its donors.", "thanking", "agent: the fund; recipient: its donors"),
    ("He relies on her to keep the peace.", "keep", "agent: her; patient: the peace"),
    ("Farmers receive grants to help them survive.", "help", "patient: them"),
    ("The charity received a grant to help them.", "help", "agent: The charity; patient: them"),
    ("The army retook the port from the rebels.", "retook", "agent: The army; patient: the port; patient: the rebels"),
    ("Chile captured Arica from Peru.", "captured", "agent: Chile; patient: Arica; patient: Peru"),
    ("Gunmen seized two farmers from Peru.", "seized", "agent: Gunmen; patient: two farmers; place: Peru"),
    ("Police seized a rifle from his home.", "seized", "agent: Police; patient: a rifle; place: his home"),
    ("The mayor promised voters to cut taxes.", "promised cut", "agent: The mayor; patient: taxes"),
    ("The mayor told voters to cut waste.", "told cut", "agent: voters; patient: waste"),
    ("Norvik won an order from Oman for two ships.", "won", "agent: Norvik; agent: Oman; patient: an order"),
    ("Norvik won the title from Acme.", "won", "agent: Norvik; patient: the title; patient: Acme"),
    ("Thousands died at the hands of the army.", "died", "agent: the army; patient: Thousands"),
    ("The mayor put it in the hands of voters.", "put", "agent: The mayor; patient: it"),
    ("A proposal by Chile was rejected by Peru.", "rejected", "agent: Peru; patient: A proposal; recipient: Chile"),
    ("Ruiz accepted an offer from Norvik.", "accepted", "agent: Ruiz; patient: an offer; recipient: Norvik"),
    ("The death of a boy at the hands of guards shocked Lima.", "death", "agent: guards; patient: a boy"),
    ("Dozens of teachers were accused of fraud.", "accused", "patient: Dozens of teachers; topic: fraud"),
    ("The head of the bank was accused of fraud.", "accused", "patient: The head of the bank; topic: fraud"),
]

NOUNS = [
    ("Under the deal, Oman will free the men and Yemen will pay for the port.", "deal", "agent: Oman; agent: Yemen"),
    ("Israel's bombing of the port went on.", "bombing", "agent: Israel; patient: the port; place: the port"),
    ("The Russian invasion of Ukraine began.", "invasion", "agent: Russian; patient: Ukraine"),
    ("Its attack on the town failed.", "attack", "agent: Its; patient: the town"),
    ("The attack by the rebels failed.", "attack", "agent: the rebels"),
    ("The Saudi-led bombing of the militia failed.", "bombing", "agent: Saudi; patient: the militia"),
    ("Peru joined the US-led war.", "war", "agent: US; agent: Peru"),
    ("The Russian-backed offensive failed.", "offensive", ""),
    ("The army-led raid failed.", "raid", "agent: army"),
    ("Three men were killed in police-involved shootings.", "shootings", "agent: police; patient: Three men"),
    ("Oman came to Peru's defence.", "defence", "agent: Oman; patient: Peru"),
    ("Soldiers rushed to the aid of the farmers.", "aid", "agent: Soldiers; patient: the farmers"),
    ("Oman welcomed Peru's support.", "support", "agent: Peru"),
    ("Police reopened the Ana Ruiz murder investigation.", "murder investigation", "agent: Police"),
    ("Tom Lee was moved by the Ana Ruiz murder inquiry.", "murder", "patient: Ana Ruiz"),
    ("The Ana Ruiz murder trial began.", "trial", "patient: Ana Ruiz"),
    ("Police opened an inquiry into the finances of Ruiz.", "inquiry", "agent: Police; topic: the finances; patient: Ruiz"),
    ("Police opened an inquiry into the crash.", "inquiry", "agent: Police; patient: the crash"),
    ("Guards watched the rally on this side of the river.", "rally", "place: this side of the river"),
    ("The rally on the north bank of the river failed.", "rally", "place: the north bank of the river"),
    ("Ministers reported progress on trade.", "progress", "topic: trade"),
    ("Critics attacked Ana Ruiz's selection.", "selection", "patient: Ana Ruiz"),
    ("The firm's selection of Ana Ruiz surprised many.", "selection", "agent: The firm; patient: Ana Ruiz"),
    ("Greece welcomed the statue's return.", "return", "patient: the statue"),
    ("Greece welcomed the king's return.", "return", "agent: the king"),
    ("Oman bombed the port, which was a violation of the truce.", "violation", "agent: Oman; patient: the truce"),
    ("Norvik sued Delta, but a settlement was reached.", "settlement", "agent: Norvik; agent: Delta"),
    ("The judge survived the attack at his home.", "attack", "patient: The judge; place: his home"),
    ("An Israeli airstrike hit the road.", "airstrike", "agent: Israeli"),
    ("Talks between Iran and Iraq ended.", "Talks", "agent: Iran; agent: Iraq"),
    ("The truce with the rebels held.", "truce", "patient: the rebels"),
    ("The negotiations with Ford failed.", "negotiations", "patient: Ford"),
    ("The meeting between the king and the pope was short.", "meeting", "agent: the king; agent: the pope"),
    ("The death of the actor shocked many.", "death", "patient: the actor"),
    ("His death shocked many.", "death", "patient: His"),
    ("The arrest of the mayor was filmed.", "arrest", "patient: the mayor"),
    ("The release of the hostages is planned.", "release", "patient: the hostages"),
    ("The delivery of food to the camp was stopped.", "delivery", "patient: food; recipient: the camp"),
    ("The visit to Kenya was cancelled.", "visit", "patient: Kenya; place: Kenya"),
    ("The ministry's statement on the crisis was short.", "statement", "agent: The ministry; topic: the crisis"),
    ("The allegations of fraud were false.", "allegations", "topic: fraud"),
    ("The criticism of the mayor was harsh.", "criticism", "patient: the mayor"),
    ("A rise in prices followed.", "rise", "patient: prices"),
    ("The attack on Facebook was condemned.", "attack", "patient: Facebook"),
    ("The group claimed the attack on Twitter.", "claimed attack", "agent: The group"),
    ("The explosion in Beirut was huge.", "explosion", "place: Beirut"),
    ("The support of the allies for Poland is strong.", "support", "agent: the allies; patient: Poland"),
    ("Protests against the law continued.", "Protests", "topic: the law"),
    ("The hostage release was delayed.", "release", "patient: hostage"),
    ("A police raid followed.", "raid", "agent: police"),
    # verbs that lend their arguments
    (
        "The minister held a meeting with the king in Rabat.",
        "held meeting",
        "agent: The minister; patient: the king; place: Rabat",
    ),
    ("The army carried out an attack on the village.", "carried attack", "agent: The army; patient: the village"),
    ("The union demanded a meeting with the mayor.", "demanded meeting", "agent: The union; patient: the mayor"),
    ("The union demanded the release of the mayor.", "demanded release", "patient: the mayor"),
    ("Norway made a donation to the hospital.", "made donation", "agent: Norway; recipient: the hospital"),
    ("Talks between Iran and Iraq were held in Geneva.", "Talks", "agent: Iran; agent: Iraq; place: Geneva"),
    ("The attack took place in Paris.", "attack", "place: Paris"),
    ("The raid was carried out by the army.", "raid", "agent: the army"),
    ("The firm suffered a defeat.", "defeat", "patient: The firm"),
    ("The president arrived after a trip to Kenya.", "trip", "agent: The president; place: Kenya"),
    ("The help that Norway provided was welcome.", "help provided", "agent: Norway; patient: The help"),
    ("Many died in the explosion that took place near the harbour.", "explosion", "place: the harbour"),
    (
        "The court upheld the ban that the ministry imposed on foreign journalists.",
        "ban",
        "agent: the ministry; patient: foreign journalists",
    ),
    ("The embassy attacks shocked many.", "attacks", "patient: embassy"),
    ("Ruiz was killed in the Kenya embassy bombing.", "bombing", "patient: Kenya embassy; place: Kenya"),
    ("He fled after the Nairobi mall siege.", "siege", "patient: Nairobi mall; place: Nairobi"),
    ("Police looked into the Kabul market attack.", "attack", "patient: market; place: Kabul"),
    ("The police shooting led to protests.", "shooting", "agent: police"),
    ("The minister promised an answer by the close of business.", "answer", "agent: The minister"),
    # nouns before an event noun: done to, doing, or only of what kind
    ("The debt reduction helped.", "reduction", "patient: debt"),
    ("The memorial ceremony was short.", "ceremony", ""),
    ("The press conference was short.", "conference", ""),
    ("The shareholder approval came late.", "approval", "agent: shareholder"),
    ("His sentence was long.", "sentence", "patient: His"),
    ("The customers received a refund.", "received refund", "recipient: The customers"),
    ("The minister entered the debate with a smile.", "debate", "agent: The minister"),
    ("The sect was behind the murders.", "murders", "agent: The sect"),
    ("The aim of the army is the capture of the king.", "capture", "patient: the king"),
    ("The mayor held talks with the governor.", "held talks", "agent: The mayor; patient: the governor"),
    ("The firm received an offer of help.", "received offer", "recipient: The firm; topic: help"),
    ("The offer of the bank failed.", "offer", "agent: the bank"),
    ("The rebels are a threat to the convoy.", "threat", "agent: The rebels; recipient: the convoy"),
    ("Peru is considered a threat to Chile.", "threat", "agent: Peru; recipient: Chile"),
    ("He participated in three debates.", "debates", "agent: He"),
    ("The minister spoke at a rally in Lima.", "rally", "agent: The minister; place: Lima"),
    ("The minister spoke before the rally.", "rally", ""),
    ("The council declared the vote a success.", "declared vote", ""),
    ("The fire in the harbour was huge.", "fire", "place: the harbour"),
    ("The jewel theft took a minute.", "theft", "patient: jewel"),
    # no part
    ("The attack on Monday failed.", "attack", ""),
    ("The meeting lasted an hour.", "meeting", ""),
    ("A violent attack followed.", "attack", ""),
    ("They welcomed Ellen as the host of the ceremony.", "ceremony", "agent: Ellen"),
    ("Oman, the host of the talks, is neutral.", "talks", "agent: Oman"),
    ("They welcomed Ellen at the start of the ceremony.", "ceremony", ""),
]

EVENTS = [
    ("The president condemned the attack.", "condemned attack", 0, "patient", "e2"),
    ("The airstrike killed a child.", "airstrike killed", 1, "agent", "e1"),
    ("The firm opposed the merger.", "opposed merger", 0, "patient", "e2"),
    ("The firm opposed the law.", "opposed", 0, "patient", None),
]


def cast_as_text(document, position=-1):
    event = document.events[position]
    return "; ".join(f"{r.role}: {document.text[r.start : r.end]}" for r in event.roles)


@pytest.mark.parametrize(("text", "triggers", "expected"), VERBS + NOUNS)
def test_cast(played, text, triggers, expected):
    def parts(line):
        return sorted(part for part in line.split("; ") if part)

    assert parts(cast_as_text(played(text, triggers))) == parts(expected)


@pytest.mark.parametrize(("text", "triggers", "position", "role", "filler"), EVENTS)
def test_events_in_a_cast_carry_their_id(played, text, triggers, position, role, filler):
    roles = played(text, triggers).events[position].roles
    assert [r.event for r in roles if r.role == role] == [filler]


TYPED = [
    # text, triggers, the type of the last, its cast
    ("The bank sued the mayor.", "sued", "ACCUSE", "agent: The bank; patient: the mayor"),
    ("The mayor was sued by the bank.", "sued", "ACCUSE", "agent: the bank; patient: The mayor"),
    ("The senator criticized him.", "criticized", "ACCUSE", "agent: The senator; patient: him"),
    ("The union accused management of fraud.", "accused", "ACCUSE", "agent: The union; patient: management; topic: fraud"),
    ("Peru filed a complaint with the WTO against India.", "filed", "ACCUSE", "agent: Peru; patient: India"),
    ("Peru filed a complaint with the WTO against India.", "filed complaint", "ACCUSE", "agent: Peru; patient: India"),
    ("The bank filed a lawsuit with a court.", "filed lawsuit", "ACCUSE", "agent: The bank"),
    (
        "Peru imposed duties on steel imported from Brazil and Chile.",
        "imposed",
        "SANCTION",
        "agent: Peru; patient: duties; recipient: steel; recipient: Brazil; recipient: Chile",
    ),
    (
        "Peru announced tariffs on Chinese washing machines.",
        "announced tariffs",
        "SANCTION",
        "agent: Peru; patient: Chinese washing machines; recipient: Chinese",
    ),
    ("Peru announced tariffs on its own steel.", "announced tariffs", "SANCTION", "agent: Peru; patient: its own steel"),
    (
        "The EU halted imports of oil from Kuwait.",
        "halted",
        "SANCTION",
        "agent: The EU; patient: imports of oil; recipient: Kuwait",
    ),
    ("Britain will return a vase to Greece.", "return", "CONCEDE", "agent: Britain; patient: a vase; recipient: Greece"),
    ("He returned the troops to the border.", "returned", "MOVE", "agent: He; patient: the troops; place: the border"),
    ("The army left after the killing of three officers.", "killing", "ASSAULT", "patient: three officers"),
    ("France carried out airstrikes in support of the militia.", "airstrikes", "ASSAULT", "agent: France"),
    ("The singer lost a friend in the war.", "lost", "DIE", "patient: a friend"),
    ("Thousands mourned the king.", "mourned", "DIE", "patient: the king"),
    ("Ten people lost their lives.", "lost", "DIE", "patient: Ten people"),
    ("Maria Lopez lost her home in the fire.", "lost", "DAMAGE", "patient: Maria Lopez; patient: her home"),
    ("The party lost three seats.", "lost", "ELECT", "agent: The party; patient: three seats"),
    ("The explosion left 12 dead.", "left dead", "DIE", "patient: 12"),
    ("The mayor promised to rebuild every home.", "promised", "AGREE", "agent: The mayor"),
    ("The general warned that Iran would attack.", "warned", "THREATEN", "agent: The general"),
    ("The charity sends doctors to Congo.", "sends", "AID", "agent: The charity; patient: doctors; recipient: Congo"),
    ("The union complained to the council.", "complained", "ACCUSE", "agent: The union; recipient: the council"),
    ("Prosecutors allege that Ruiz took bribes.", "allege", "ACCUSE", "agent: Prosecutors; patient: Ruiz"),
    ("She alleged that her boss had hit her.", "alleged", "ACCUSE", "agent: She; patient: her boss"),
    ("He alleged that he was beaten by guards.", "alleged", "ACCUSE", "agent: He"),
    ("He sued the paper in the High Court.", "sued", "ACCUSE", "agent: He; patient: the paper"),
    ("The watchdog hit the bank with a fine.", "hit", "RULE", "agent: The watchdog; patient: the bank"),
    ("A fine was imposed on the club by the league.", "imposed", "RULE", "agent: the league; patient: the club"),
    ("The driver was given a fine.", "given", "RULE", "patient: The driver"),
    ("A man was arrested on suspicion of murder.", "suspicion murder", "ASSAULT", "agent: A man"),
    ("Police arrested a farmer on suspicion of killing a neighbor.", "suspicion", "ACCUSE", "agent: Police; patient: a farmer"),
    ("Police charged a man with the murder of a guard.", "murder", "ASSAULT", "agent: a man; patient: a guard"),
    ("Ruiz was charged with rape and murder.", "rape murder", "ASSAULT", "agent: Ruiz"),
    ("Ruiz was convicted of the murder of a guard.", "murder", "ASSAULT", "agent: Ruiz; patient: a guard"),
    ("The mayor vowed to find the killers.", "vowed", "AGREE", "agent: The mayor"),
    ("The mayor agreed to help the victims.", "agreed", "AGREE", "agent: The mayor; patient: the victims"),
    ("The army shelled the port a day before the talks.", "talks", "CONSULT", ""),
    ("The army shelled the port before its talks with Peru.", "talks", "CONSULT", "agent: its; patient: Peru"),
    ("Members of the chamber ratified the deal.", "deal", "AGREE", ""),
    ("Peru signed the deal.", "deal", "AGREE", "agent: Peru"),
    ("Lawyers rejected the subpoena on behalf of Ruiz.", "rejected subpoena", "REQUEST", ""),
    ("The mayor said the bridge gang must be punished.", "said", "REQUEST", "agent: The mayor"),
    ("The mayor said the council must pay.", "said", "REQUEST", "agent: The mayor; recipient: the council"),
    ("Chile told ministers that Peru must be bombed.", "told", "REQUEST", "agent: Chile; recipient: ministers"),
    ("The mayor was dismissed at the request of the king.", "request", "REQUEST", "agent: the king"),
    ("The film was banned by the city at the request of the church.", "request", "REQUEST", "agent: the church"),
    (
        "Oman summoned the envoy to complain about the raid.",
        "complain",
        "ACCUSE",
        "agent: Oman; recipient: the envoy; topic: the raid",
    ),
    ("Ruiz proposed that the club pay.", "proposed", "REQUEST", "agent: Ruiz"),
    ("Ruiz demanded that the club pay.", "demanded", "REQUEST", "agent: Ruiz; recipient: the club"),
    ("Stoke signed the striker from Genk.", "signed", "EMPLOY", "agent: Stoke; agent: Genk; patient: the striker"),
    ("The bank received a fine from the watchdog.", "received", "RULE", "agent: the watchdog; patient: The bank"),
    ("In an interview with the newspaper, Ruiz criticised Peru.", "interview", "CONSULT", "agent: Ruiz; agent: the newspaper"),
    (
        "In an interview with his biographer, Ruiz criticised Peru.",
        "interview",
        "CONSULT",
        "agent: Ruiz; patient: his biographer",
    ),
    ("Ruiz told Reuters in an interview that Peru had lied.", "interview", "CONSULT", "agent: Ruiz; agent: Reuters"),
    ("The mayor said that farmers should be free to sell.", "said", "REQUEST", "agent: The mayor"),
    (
        "Three officers were charged in the killing of a student.",
        "killing",
        "ASSAULT",
        "agent: Three officers; patient: a student",
    ),
    ("Ten men were charged in a crackdown on gangs.", "crackdown", "COERCE", "patient: gangs"),
]


@pytest.mark.parametrize(("text", "triggers", "type_", "expected"), TYPED)
def test_cast_by_type(parse, text, triggers, type_, expected):
    document = parse(text, date="2023-11-24")
    *before, last = events_of(document, tuple(triggers.split()))
    done = next(cast([replace(document, events=(*before, replace(last, type=type_)))]))
    assert sorted(cast_as_text(done).split("; ")) == sorted(expected.split("; "))


PLACES = [
    # text, triggers, their types, the places of each
    ("Rebels shelled Aleppo.", "shelled", "ASSAULT", ["Aleppo"]),
    ("The airstrike on Tripoli killed a child.", "airstrike killed", "ASSAULT DIE", ["Tripoli", "Tripoli"]),
    ("Six miners died in a blast in Chile.", "died blast", "DIE ACCIDENT", ["Chile", "Chile"]),
    ("The earthquake destroyed houses in Nepal.", "earthquake destroyed", "DISASTER DAMAGE", ["Nepal", "Nepal"]),
    ("The storm hit Haiti.", "storm hit", "DISASTER DISASTER", ["Haiti", "Haiti"]),
    ("A strike on a hospital killed six people.", "strike killed", "PROTEST DIE", ["a hospital", "a hospital"]),
    ("Two people died during a protest in Cairo.", "died protest", "DIE PROTEST", ["Cairo", "Cairo"]),
    ("France criticised Peru.", "criticised", "ACCUSE", [""]),
    ("Rebels attacked the army.", "attacked", "ASSAULT", [""]),
    ("The attack divided voters in Spain.", "attack divided", "ASSAULT None", ["Spain", "Spain"]),
]


@pytest.mark.parametrize(("text", "triggers", "types", "expected"), PLACES)
def test_an_event_is_where_the_place_is_that_it_was_done_to(parse, text, triggers, types, expected):
    document = parse(text, date="2023-11-24")
    events = events_of(document, tuple(triggers.split()))
    typed = tuple(replace(e, type=None if t == "None" else t) for e, t in zip(events, types.split(), strict=True))
    done = next(cast([replace(document, events=typed)]))
    places = ["; ".join(text[r.start : r.end] for r in e.roles if r.role == "place") for e in done.events]
    assert places == expected


PURPOSES = [
    # text, triggers, their types, who does the last
    ("The road was shut to spare walkers.", "shut spare", "COERCE None", []),
    ("The road was shut by the city to spare walkers.", "shut spare", "COERCE None", ["the city"]),
    ("Two men were arrested to silence critics.", "arrested silence", "ARREST None", []),
    ("Soldiers were sent to guard the bank.", "sent guard", "MOBILIZE None", ["Soldiers"]),
    ("Ruiz was arrested to face trial.", "arrested face", "ARREST None", ["Ruiz"]),
    ("He was flown to Oslo to meet Moe.", "flown meet", "MOVE CONSULT", ["He"]),
]


@pytest.mark.parametrize(("text", "triggers", "types", "expected"), PURPOSES)
def test_who_is_harmed_does_not_do_what_it_is_for(parse, text, triggers, types, expected):
    document = parse(text, date="2023-11-24")
    events = events_of(document, tuple(triggers.split()))
    typed = tuple(replace(e, type=None if t == "None" else t) for e, t in zip(events, types.split(), strict=True))
    done = next(cast([replace(document, events=typed)]))
    assert [text[r.start : r.end] for r in done.events[-1].roles if r.role == "agent"] == expected


def test_a_pledge_in_speech_is_aimed_at_whom_it_favours(parse):
    document = parse("The rebels said they would release the pilot.", date="2023-11-24")
    said = replace(events_of(document, ("said",))[0], type="AGREE")
    done = next(cast([replace(document, events=(said,))]))
    assert cast_as_text(done) == "agent: The rebels; patient: the pilot"


def test_the_noun_of_a_light_verb_is_no_participant(played):
    document = played("The minister held a meeting.", "held meeting")
    assert cast_as_text(document, 0) == "agent: The minister"


def test_agents_come_first_then_text_order(played):
    document = played("The village was attacked by rebels and soldiers.", "attacked")
    assert cast_as_text(document) == "agent: rebels; agent: soldiers; patient: The village"


def test_who_does_the_harm_does_not_help(parse):
    text = "The navy came to the rescue of a ship under attack by pirates."
    rescue, attack = events_of(document := parse(text, date="2023-11-24"), ("rescue", "attack"))
    typed = (replace(rescue, type="RESCUE"), replace(attack, type="ASSAULT"))
    done = next(cast([replace(document, events=typed)]))
    assert [[text[r.start : r.end] for r in e.roles if r.role == "agent"] for e in done.events] == [["The navy"], ["pirates"]]


def test_an_attack_that_is_a_date_has_its_parts_too(parse):
    (document,) = date([parse("The bombing of Pan Am Flight 103 shocked Scotland.", date="2016-08-20")])
    assert [time.rule for time in document.times] == ["named event"]
    done = next(cast([replace(document, events=tuple(events_of(document, ("bombing", "shocked"))))]))
    bombing, shocked = ([f"{r.role}: {document.text[r.start : r.end]}" for r in e.roles] for e in done.events)
    assert "patient: Pan Am Flight 103" in bombing
    assert "agent: The bombing of Pan Am Flight 103" in shocked
