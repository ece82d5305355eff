"""Names in a text: the candidates of every rule, settled into mentions."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

from sasil.components.names.appointed_rows import find_in_appointments
from sasil.components.names.asked import find_asked
from sasil.components.names.bodies import find_bodies, find_learned, find_units_of_governments
from sasil.components.names.columns import find_in_columns
from sasil.components.names.companies import find_companies
from sasil.components.names.countrymen import find_countrymen
from sasil.components.names.firm_rows import find_firms_in_rows
from sasil.components.names.foreign_firms import find_firms_abroad
from sasil.components.names.marks import find_marked, find_short_forms, learn_universities
from sasil.components.names.person_rows import find_in_rows
from sasil.components.names.persons import find_persons
from sasil.components.names.places import find_places
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate, settle
from sasil.components.names.sites import find_sites
from sasil.components.names.spreading import learn_others, spread_persons, spread_places
from sasil.components.names.tagged import Finder, propose_tagged
from sasil.components.names.venues import find_venues
from sasil.doc import Word
from sasil.record import Mention, NameMention


def find_names(
    text: str,
    words: Sequence[Word],
    known: Iterable[Mention] = (),
    tagger: Finder | None = None,
    unheard: Container[int] = (),
) -> list[NameMention]:
    """Return the people, organisations and places of a text in its order, none over another.

    ``words`` are Kiwi's, a help and no need; ``known`` are mentions of other kinds, which names leave alone; what a
    ``tagger`` finds is settled together with what the rules find; ``unheard`` is where the words start that no
    dictionary holds. Nothing is raised on any string.

    >>> [(m.type, m.text) for m in find_names("창원시(시장 도준영)는 전남 여수시 화정면을 찾았다.", [])]
    [('ORG', '창원시'), ('PERSON', '도준영'), ('LOC', '전남 여수시 화정면')]
    """
    known = list(known)

    def tag(held: Iterable[Candidate]) -> list[Candidate]:
        sure = [(one.start, one.end) for one in held if one.weight >= SURE]
        told = [*sure, *((mention.start, mention.end) for mention in known)]
        return [] if tagger is None else list(propose_tagged(text, tagger.find(text, words, told=told)))

    return settle(text, propose_names(Reading(text, words, unheard), tag), known)


SURE = 5
"""The weight from which on a rule's candidate need not be read by a tagger."""

Tag = Callable[[Iterable[Candidate]], list[Candidate]]
"""Gives the proposals of another finder in the light of those that there are."""


def propose_names(reading: Reading, tag: Tag | None = None) -> list[Candidate]:
    """Return what the rules and another finder propose, before it is settled.

    The organisations that the other finder is sure of are looked for in the rest of the text.
    """
    found = [*find_marked(reading), *find_firms_abroad(reading)]
    asked = list(find_asked(reading))
    persons = [*find_in_appointments(reading), *find_persons(reading), *find_countrymen(reading)]
    persons += [one for one in asked if one.type == "PERSON"]
    found = [one for one in (*found, *asked) if one.type != "PERSON" and one.end not in reading.offices]
    reading.meet((one.start, one.end) for one in persons if one.end - one.start > 1)
    found += find_in_columns(reading)
    bodies = [*find_bodies(reading), *find_units_of_governments(reading)]
    companies = [*find_firms_in_rows(reading), *find_companies(reading)]
    places = [*find_places(reading), *find_sites(reading)]
    learn_universities(reading)
    held = [*found, *bodies, *companies, *places, *find_learned(reading)]
    others = tag([*held, *persons]) if tag is not None else []
    held += learn_others(reading, others, held)
    rows = list(find_in_rows(reading))
    reading.meet((one.start, one.end) for one in rows)
    persons += rows
    find_short_forms(reading, held)
    held += [*spread_places(reading), *find_learned(reading)]
    return [*held, *persons, *spread_persons(reading), *find_venues(reading, held), *others]
