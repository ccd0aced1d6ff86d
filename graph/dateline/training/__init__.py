"""What the program has learned from events of news that somebody read, and how it is learned anew. Nothing else imports it.

texts        the articles that may teach: ECB+'s training part, the Groningen Meaning Bank
lessons      events that were read, with who takes which part; windows for the language pipeline to learn from
weighing     how much the lexicon, the grammar and the network's opinion of types and parts weigh
judged       extracted events that were judged right or wrong
senses       how much of a predicate's use lies near each type, by WordNet
confidence   how sure an extraction is
"""
