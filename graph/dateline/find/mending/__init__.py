"""Slips of the parser that the words themselves put right.

Parsers err in recurring ways: they read the verb of "X, the mayor, promised" as a participle, hang the infinitive of "accused him
of plotting to kill" on the accusation, or make a conjunct of what a new clause begins with. Who did what to whom hangs on these
words, so they are set right before anything is read off the tree. Each rule looks for a tree that cannot be meant; those for past
tenses do so only in running text, since headlines have a grammar of their own.

    draft    a tree that can be changed
    verbs    verbs read as something else
    clauses  clauses in the wrong order
    headlines the verbs of headlines
    labels   relations that the words contradict
    lists    people with what they are, one after another
    names    subjects and titles taken for part of another noun phrase
    subjects subjects and objects on the wrong verb
    places   infinitives, gerunds and phrases on the wrong word
"""

from dataclasses import replace

from dateline.find.mending import clauses, headlines, labels, lists, names, places, subjects, verbs
from dateline.find.mending.draft import Draft
from dateline.model import Document

__all__ = ["mended"]


def mended(document: Document) -> Document:
    """A document with the slips of its trees put right; the same document where there are none."""
    draft = Draft(document)
    for sentence in draft.sentences:
        running = sentence.block == "paragraph"
        for i in range(sentence.first, sentence.stop):
            _mend(draft, i, running=running)
    return replace(document, tokens=tuple(draft.drafted)) if draft.changed else document


def _mend(draft: Draft, i: int, *, running: bool) -> None:
    """Try the rules for one kind of word, those that tell what a word is before those that tell where it belongs."""
    verbs.agreed(draft, i)
    labels.doer(draft, i)
    labels.real_it(draft, i)
    if draft.tokens[i].upos in ("NOUN", "PROPN"):
        verbs.taken_for_noun(draft, i)
        verbs.stopped(draft, i)
        if running:
            verbs.unchanging(draft, i)
            verbs.verbless(draft, i)
            places.time_of_contest(draft, i)
            names.list_of_subjects(draft, i)
        if not running:
            headlines.plans(draft, i)
        headlines.object_taken_for_compound(draft, i)
        names.kind_before_name(draft, i)
        lists.people(draft, i)
        names.second_of_list(draft, i)
        names.two_firms(draft, i)
        names.two_in_one(draft, i)
        names.town_before_name(draft, i)
        names.titles_before_name(draft, i)
        names.offices_before_name(draft, i)
        names.holder_behind_body(draft, i)
        names.fields_of_firm(draft, i)
        names.office_beside_name(draft, i)
        names.title_beside_name(draft, i)
        names.standing_before_side(draft, i)
        names.trade_in_list(draft, i)
        places.gerund_with_object(draft, i)
        places.with_preposition(draft, i)
        places.without_preposition(draft, i)
        places.charge(draft, i)
        places.of_number(draft, i)
        labels.aside_with_preposition(draft, i)
        labels.two_prepositions_in_one(draft, i)
        labels.noun_of_particle(draft, i)
        labels.post_behind_name(draft, i)
    if draft.tokens[i].upos == "NUM":
        labels.ratio(draft, i)
    if running and draft.tokens[i].upos in ("NOUN", "PROPN", "ADJ", "VERB"):
        names.adverb_in_name(draft, i)
    if draft.word(i - 1) in ("-", "–"):
        names.town_of_based(draft, i)
        names.two_with_hyphen(draft, i)
    if draft.tokens[i].xpos == "VBZ" and not running:
        headlines.subject_of_two_words(draft, i)
    if draft.tokens[i].upos in ("VERB", "AUX"):
        verbs.noun_taken_for_verb(draft, i)
    if draft.tokens[i].upos in ("NOUN", "ADJ", "VERB"):
        verbs.verdict(draft, i)
        clauses.said_of_content(draft, i)
    if draft.tokens[i].upos == "VERB":
        verbs.known_lemma(draft, i)
        names.subject_of_headline(draft, i)
        headlines.first_of_two(draft, i)
        names.subject_after_phrase(draft, i)
        places.sole_object(draft, i)
        subjects.subject_of_charge(draft, i)
        subjects.subject_of_content_told(draft, i)
        subjects.two_objects(draft, i)
        labels.participle_of_noun(draft, i)
        labels.relative_of_harm(draft, i)
        if running:
            verbs.past_taken_for_participle(draft, i)
            verbs.active_past(draft, i)
            labels.verb_of_relative(draft, i)
            subjects.subject_of_content(draft, i)
            subjects.two_subjects(draft, i)
            subjects.bare_subject(draft, i)
            subjects.subject_before(draft, i)
            subjects.inverted(draft, i)
            subjects.relative_of_person(draft, i)
            subjects.passive_copula(draft, i)
            subjects.goal_taken_for_subject(draft, i)
            clauses.yet_to(draft, i)
            clauses.speaker_goes_on(draft, i)
            clauses.conjunct(draft, i)
            clauses.aside(draft, i)
        clauses.bare_conjunct(draft, i)
        clauses.condition_of_content(draft, i)
        places.gerund(draft, i)
        places.infinitive(draft, i)
        places.infinitive_of_object(draft, i)
        places.infinitive_of_goal(draft, i)
