"""Records → JSON-LD by the terms of schema.org: one graph, in which an article is about what it reports.

Amounts are ``xsd:decimal``, exact. What the terms have no place for is left out: days that are not fully known, amounts
that belong to no project, the places of facts in the text. Nodes of two articles are never said to be the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from sasil.record import Budget, Contact, Event, Person, Project, Quote, Record
from sasil.sinks.ics import when
from sasil.sinks.replacing import replacing
from sasil.sinks.tables import day

Node = dict[str, Any]

CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{name: {"@type": "xsd:decimal"} for name in ("value", "minValue", "maxValue")},
    **{name: {"@type": "xsd:date"} for name in ("foundingDate", "dissolutionDate")},
}
"""What the names mean, inline: nothing is fetched to read the file."""

_ROLES = {"lead": "parentOrganization", "partner": "member", "funder": "funder"}
_URL = re.compile(r"https?://[!-~]+")


def write(records: Iterable[Record], path: Path) -> int:
    """Write records as one JSON-LD document; a file that is there is replaced. Returns how many they were.

    Raises OSError.
    """
    count = 0
    with replacing(path) as (part,), part.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"@context": ' + json.dumps(CONTEXT) + ',\n"@graph": [')
        for record in records:
            file.write(("\n" if not count else ",\n") + json.dumps(node(record), ensure_ascii=False))
            count += 1
        file.write("\n]}\n")
    return count


def node(record: Record) -> Node:
    """Return the node of a record, with those of its facts in it.

    >>> from sasil.record import Organization
    >>> city = Organization(name="나루특별시", aliases=["나루시"], spans=[(0, 3)], by="names.lexicon")
    >>> node(Record(id="a", text="나루시는", organizations=[city]))["mentions"]
    [{'@type': 'Organization', 'name': '나루특별시', 'alternateName': ['나루시']}]
    """
    name = uuid5(NAMESPACE_URL, f"sasil:{record.id}").urn
    about = record.article
    return _said(
        {
            "@id": name,
            "@type": "NewsArticle",
            "identifier": record.id,
            "headline": about.title,
            "datePublished": _published(about.published_at),
            "url": {"@id": about.url} if _URL.fullmatch(about.url or "") else None,
            "publisher": _named("Organization", about.outlet),
            "creditText": about.byline,
            "inLanguage": "ko",
            "articleBody": record.text,
            "about": [_project(project, f"{name}#project-{place}") for place, project in enumerate(record.projects)],
            "mentions": _mentioned(record, name),
            "hasPart": [_quotation(quote) for quote in record.quotes],
            "citation": _laws(record),
        }
    )


def _mentioned(record: Record, name: str) -> list[Node]:
    grants = [_grant(record, budget, name) for budget in record.budgets]
    terms = [
        {"@type": "DefinedTerm", "name": one.short, "description": _in_languages(one.long_ko, one.long_en)}
        for one in record.acronyms
    ]
    bodies = [{"@type": "Organization", "name": one.name, "alternateName": one.aliases} for one in record.organizations]
    return [
        _said(found)
        for found in (
            *grants,
            *map(_event, record.events),
            *map(_person, record.people),
            *bodies,
            *map(_contact, record.contacts),
            *terms,
        )
        if found
    ]


def _project(project: Project, name: str) -> Node:
    period = project.period
    found: Node = {
        "@id": name,
        "@type": "Project",
        "name": project.name,
        "memberOf": _named("Project", project.program),
        "foundingDate": period and _day(period.start),
        "dissolutionDate": period and _day(period.end),
        "location": [_named("Place", place) for place in project.locations],
    }
    for role in project.organizations:
        found.setdefault(_ROLES[role.role], []).append(_named("Organization", role.name))
    return _said(found)


def _grant(record: Record, budget: Budget, name: str) -> Node:
    places = [place for place, project in enumerate(record.projects) if project.name in budget.projects]
    if not places:
        return {}
    amount = {"value": budget.amount, "minValue": budget.low, "maxValue": budget.high}
    return {
        "@type": "MonetaryGrant",
        "name": budget.role,
        "description": " ".join(str(part) for part in (budget.basis, budget.year, budget.modifier) if part is not None),
        "fundedItem": [{"@id": f"{name}#project-{place}"} for place in places],
        "amount": _said({"@type": "MonetaryAmount", "currency": budget.currency, **amount}),
    }


def _event(event: Event) -> Node:
    start, end = when(event) or (None, None)
    last = (event.date or "").rpartition("/")[2]
    return {
        "@type": "Event",
        "name": event.name,
        "startDate": start and _typed(start),
        # iCalendar's end is the day after, schema.org's the last one.
        "endDate": _typed(date.fromisoformat(last)) if start and "T" not in start.isoformat() else end and _typed(end),
        "location": _named("Place", event.place),
        "organizer": _named("Organization", event.host),
    }


def _person(person: Person) -> Node:
    return {
        "@type": "Person",
        "name": person.name,
        "jobTitle": person.title,
        "affiliation": _affiliation(person.organization, person.department),
    }


def _affiliation(organization: str | None, department: str | None) -> Node | None:
    if organization is None:
        return _named("Organization", department)
    return _said({"@type": "Organization", "name": organization, "department": _named("Organization", department)})


def _quotation(quote: Quote) -> Node:
    speaker = quote.speaker and _said(
        {"@type": "Person", "name": quote.speaker, "affiliation": _named("Organization", quote.organization)}
    )
    creator = speaker or _named("Organization", quote.organization)
    return _said({"@type": "Quotation", "text": quote.text, "creator": creator})


def _contact(contact: Contact) -> Node:
    point = {"name": contact.name, "telephone": contact.phone, "email": contact.email}
    asked = _said({"@type": "ContactPoint", "contactType": contact.title, **point})
    return {"@type": "Organization", "name": contact.department, "contactPoint": asked}


def _laws(record: Record) -> list[Node]:
    found: dict[tuple[str, str | None], Node] = {}
    for mention in record.mentions:
        if mention.type == "LAW":
            cited = mention.value.article if mention.value is not None else None
            law = {"@type": "Legislation", "name": mention.text, "hasPart": _named("Legislation", cited)}
            found.setdefault((mention.text, cited), _said(law))
    return list(found.values())


def _named(kind: str, name: str | None) -> Node | None:
    return {"@type": kind, "name": name} if name else None


def _in_languages(korean: str | None, english: str | None) -> list[Node]:
    return [{"@value": text, "@language": language} for text, language in ((korean, "ko"), (english, "en")) if text]


def _published(text: str | None) -> Node | None:
    if text is None or day(text) is None:
        return None
    return {"@value": text, "@type": "xsd:dateTime"} if "T" in text and len(text) > 16 else _typed(day(text))


def _day(text: str | None) -> str | None:
    found = day(text or "")
    return None if found is None else found.isoformat()


def _typed(moment: date | None) -> Node | None:
    if moment is None:
        return None
    text = moment.isoformat()
    return {"@value": text, "@type": "xsd:dateTime" if "T" in text else "xsd:date"}


def _said(found: Node) -> Node:
    """Return a node without what the text does not say."""
    return {name: value for name, value in found.items() if value not in (None, "", [], {})}
