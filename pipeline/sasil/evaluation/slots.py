"""Records against the gold: each part aligned to at most one of the other side, then compared slot by slot."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sasil.evaluation.counts import Counts
from sasil.record import Budget, Contact, Event, Organization, Person, Project, Quote, Record

Item = dict[str, Hashable]
"""A part of a record as slots; None where a slot is empty."""


@dataclass(frozen=True)
class Aspect:
    """A kind of part: how it is read from a record, the slots that must all be right, and those scored one by one."""

    items: Callable[[Record], Iterator[Item]]
    main: tuple[str, ...]
    slots: tuple[str, ...] = ()


def _plain(words: str | None) -> str | None:
    return None if words is None else " ".join(words.split())


def _project(project: Project) -> Item:
    period = project.period
    return {
        "name": _plain(project.name),
        "program": _plain(project.program),
        "phase": project.phase,
        "start": period.start if period else None,
        "end": period.end if period else None,
        "organizations": frozenset((role.name, role.role) for role in project.organizations) or None,
        "locations": frozenset(project.locations) or None,
        "status": None if project.status == "unknown" else project.status,
    }


def _budget(budget: Budget) -> Item:
    numbers = (budget.amount, budget.low, budget.high)
    return {
        "projects": frozenset(_plain(name) for name in budget.projects),
        "amount": (*(None if n is None else Decimal(n) for n in numbers), budget.currency),
        "role": budget.role,
        "count": budget.count,
        "basis": budget.basis,
        "year": budget.year,
        "modifier": budget.modifier,
        "adds_up": budget.adds_up,
    }


def _pairs(record: Record) -> Iterator[Item]:
    for acronym in record.acronyms:
        for language, long in (("ko", acronym.long_ko), ("en", acronym.long_en)):
            if long is not None:
                yield {"short": acronym.short, "long": _plain(long), "language": language, "kind": acronym.kind}


def _components(record: Record) -> Iterator[Item]:
    for acronym in record.acronyms:
        for part in acronym.components or ():
            yield {"short": acronym.short, "letters": part.letters, "ko": _plain(part.ko), "en": _plain(part.en)}


def _person(person: Person) -> Item:
    return {
        "name": person.name,
        "title": _plain(person.title),
        "organization": _plain(person.organization),
        "department": _plain(person.department),
    }


def _organization(organization: Organization) -> Item:
    return {"name": _plain(organization.name), "aliases": frozenset(map(_plain, organization.aliases)) or None}


def _quote(quote: Quote) -> Item:
    return {"text": _plain(quote.text), "speaker": quote.speaker, "organization": _plain(quote.organization)}


def _event(event: Event) -> Item:
    return {
        "name": _plain(event.name),
        "date": event.date,
        "time": event.time,
        "place": _plain(event.place),
        "host": _plain(event.host),
    }


def _contact(contact: Contact) -> Item:
    return {
        "name": contact.name,
        "phone": contact.phone,
        "email": contact.email,
        "department": _plain(contact.department),
        "title": _plain(contact.title),
    }


ASPECTS = {
    "projects": Aspect(
        lambda record: map(_project, record.projects),
        ("name",),
        ("program", "phase", "start", "end", "organizations", "locations", "status"),
    ),
    "budgets": Aspect(
        lambda record: map(_budget, record.budgets),
        ("projects", "amount", "role"),
        ("count", "basis", "year", "modifier", "adds_up"),
    ),
    "acronyms": Aspect(_pairs, ("short", "long"), ("kind",)),
    "components": Aspect(_components, ("short", "letters", "ko", "en")),
    "people": Aspect(lambda record: map(_person, record.people), ("name", "title", "organization"), ("department",)),
    "organizations": Aspect(lambda record: map(_organization, record.organizations), ("name",), ("aliases",)),
    "quotes": Aspect(lambda record: map(_quote, record.quotes), ("text", "speaker"), ("organization",)),
    "events": Aspect(lambda record: map(_event, record.events), ("name", "date"), ("time", "place", "host")),
    "contacts": Aspect(
        lambda record: map(_contact, record.contacts), ("name", "phone", "email"), ("department", "title")
    ),
}
"""The parts of a record that are scored, by the name under which their scores stand."""


def aligned(aspect: Aspect, gold: Sequence[Item], found: Sequence[Item]) -> list[tuple[Item | None, Item | None]]:
    """Pair the items of both sides one to one, the most alike first; items that share no main slot stay alone."""
    ranked = []
    for i, one in enumerate(gold):
        for j, other in enumerate(found):
            main = sum(one[slot] is not None and one[slot] == other[slot] for slot in aspect.main)
            rest = sum(one[slot] is not None and one[slot] == other[slot] for slot in aspect.slots)
            if main:
                all_right = all(one[slot] == other[slot] for slot in aspect.main)
                ranked.append((not all_right, -main, -rest, i, j))
    pairs: list[tuple[Item | None, Item | None]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for *_, i, j in sorted(ranked):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    pairs += [(item, None) for i, item in enumerate(gold) if i not in used_gold]
    pairs += [(None, item) for j, item in enumerate(found) if j not in used_found]
    return pairs


def slot_scores(gold: Record, found: Record) -> dict[str, Counts]:
    """Return the counts of each aspect (all main slots right) and of each slot (``projects.slot.phase``)."""
    scores: dict[str, Counts] = {}
    for name, aspect in ASPECTS.items():
        pairs = aligned(aspect, list(aspect.items(gold)), list(aspect.items(found)))
        right = sum(
            one is not None and other is not None and all(one[slot] == other[slot] for slot in aspect.main)
            for one, other in pairs
        )
        there = sum(one is not None for one, _ in pairs)
        read = sum(other is not None for _, other in pairs)
        if there or read:
            scores[name] = Counts(right, read, there)
        slots = (*aspect.main, *aspect.slots) if len(aspect.main) > 1 else aspect.slots
        for slot in slots:
            counts = _slot(slot, pairs)
            if counts.found or counts.gold:
                scores[f"{name}.slot.{slot}"] = counts
    return scores


def _slot(slot: str, pairs: Sequence[tuple[Item | None, Item | None]]) -> Counts:
    correct = found = gold = 0
    for one, other in pairs:
        stated = one[slot] if one is not None else None
        read = other[slot] if other is not None else None
        gold += stated is not None
        found += read is not None
        correct += stated is not None and stated == read
    return Counts(correct, found, gold)
