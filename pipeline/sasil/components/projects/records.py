"""One record a project: its names joined, its plan, phase, period, organisations, places and status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sasil.components.projects import cues
from sasil.components.projects.context import Stretch, line_of, of_type, within
from sasil.components.projects.forms import phase_of
from sasil.components.projects.groups import Group
from sasil.components.projects.patterns import head_of
from sasil.components.projects.periods import Dated, not_followed, stated_dates, together
from sasil.components.projects.roles import Roles, full_names
from sasil.components.projects.rows import RowFacts, row_facts
from sasil.components.projects.scene import FOLLOWED, STAGE, Scene, program_of, scene, stage_at, stage_of, umbrella
from sasil.components.projects.sites import distinct, listed_sites, sites
from sasil.components.projects.status import Status, by_tense, status_of
from sasil.doc import Word
from sasil.record import Mention, Organization, Period, Project


def find_projects(
    text: str,
    words: Sequence[Word],
    mentions: Iterable[Mention],
    published: str | None = None,
    organizations: Sequence[Organization] = (),
) -> list[Project]:
    """Return one record for each project of a text, in the order in which they are first named.

    ``mentions`` are all mentions of the text, ``published`` its date (ISO 8601), ``organizations`` the records of its
    organisations, whose full names stand in the roles.

    >>> from sasil.record import NameMention
    >>> name = NameMention(type="PROJECT", start=0, end=11, text="물빛 산책로 조성사업", by="projects.name")
    >>> find_projects("물빛 산책로 조성사업을 마쳤다.", [], [name])[0].status
    'completed'
    """
    held = list(mentions)
    here = scene(text, held)
    if not here.names:
        return []
    rows = row_facts(here, of_type(held, "MONEY"), published)
    made = _Records(here, published, full_names(organizations), rows)
    order = dict.fromkeys(map(here.name, here.names))
    umbrella_first = sorted(order, key=lambda name: name in here.members)
    records = {name: made.record(name) for name in umbrella_first}
    return [records[name] for name in order]


_NEAR = 45
_FEW = 3
_EARLY = 400
_LINE = 200
_MOST = 30
_NO_FACTS = RowFacts()


class _Records:
    """The making of the records of one text; a program is made before what belongs to it."""

    def __init__(self, here: Scene, published: str | None, full: dict[str, str], rows: Mapping[str, RowFacts]) -> None:
        self.here, self.published, self.rows = here, published, rows
        self.roles = Roles(here, full)
        self.kicked_off = cues.KICKED_OFF.search(here.text, 0, here.heading) is not None
        self.placed = {here.sentence(place.start) for place in here.places}
        self.whole = umbrella(here)
        names = {here.name(mention) for mention in here.names} - here.members
        self.lead = self._first_told()
        self.only = next(iter(names)) if len(names) == 1 else None
        self.made: dict[str, Project] = {}
        self.mentions: dict[str, list[Mention]] = {}
        for mention in here.names:
            self.mentions.setdefault(here.name(mention), []).append(mention)
        self.group = {here.name(member): group for group in reversed(here.groups) for member in group.members}
        self.listed = {here.name(item): listed for listed in reversed(here.lists) for item in listed.members}
        self.scopes, self.around = self._scopes()
        self.dated = self._dated()
        self.staged = self._staged()
        self.programs: dict[int, str | None] = {}
        self.wholes: dict[int, str] = {}
        for mention in here.names:
            head = head_of(mention.text)
            followed = head is not None and head.kind == "plan" and FOLLOWED.match(here.text, mention.end)
            if cues.PART_OF.match(here.text, mention.end) or followed:
                self.wholes.setdefault(here.sentence(mention.start)[0], here.name(mention))

    def _first_told(self) -> str | None:
        """Return the project that the heading or the beginning names: of it speaks what names none."""
        first = self.here.names[0]
        outside = self.here.name(first) not in self.here.members
        told = first.start < self.here.heading + _EARLY
        return self.here.name(first) if outside and told else None

    def record(self, name: str) -> Project:
        group = self.group.get(name)
        program = self._program(name, group or self.listed.get(name))
        parent = self.made.get(program) if program else None
        phase, period = self._phase(name, group or self.listed.get(name)), self._period(name, group)
        record = Project(
            name=name,
            spans=[(mention.start, mention.end) for mention in self.mentions[name]],
            program=program,
            phase=phase,
            period=period,
            organizations=self.roles.of(self.mentions[name], self.around[name], self._row(name).bodies, program),
            locations=self._locations(name),
            status=self._status(name, group, parent, period),
            by="projects.record",
        )
        self.made[name] = record
        return record

    def _scopes(self) -> tuple[dict[str, list[Stretch]], dict[str, list[Stretch]]]:
        """Return the sentences about each project: those that name or mean it, and with these those that go on."""
        text = self.here.text
        scopes: dict[str, list[Stretch]] = {name: [] for name in self.mentions}
        around: dict[str, list[Stretch]] = {name: [] for name in self.mentions}
        focus: str | None = None
        for sentence in self.here.sentences:
            held = within(self.here.names, sentence)
            named = dict.fromkeys(map(self.here.name, held))
            for name in named:
                scopes[name].append(sentence)
                around[name].append(sentence)
            alone = [self.here.name(n) for n in held if not cues.THROUGH.match(text, n.end)]
            alone = [name for name in alone if name not in self.group]
            if "\n" in text[max(0, sentence[0] - 1) : sentence[0]] and not cues.LOWER.match(text, *sentence):
                focus = None
            if self.whole not in named:
                meant = self._meant(sentence, focus, bool(named), sentence[1] <= self.here.heading)
                if meant is not None and meant not in named:
                    scopes[meant].append(sentence)
                topic = meant or (None if named else focus or self.only or self.lead)
                if topic is not None and topic not in named:
                    around[topic].append(sentence)
            focus = alone[0] if alone else focus
        return scopes, around

    def _meant(self, sentence: Stretch, focus: str | None, named: bool, heading: bool) -> str | None:
        """Return the project that a sentence means without its name."""
        text = self.here.text
        if named and not cues.IN_ALL.search(text, *sentence):
            return None
        if (
            focus is not None
            and not named
            and (cues.MEANT.search(text, *sentence) or cues.FUNDED_NEXT.search(text, *sentence))
        ):
            return focus
        if self.whole is None or not (heading or cues.MEANT.search(text, *sentence)):
            return None
        stages = STAGE.findall(text, *sentence)
        return self.whole if not stages or phase_of(self.whole) in stages else None

    def _program(self, name: str, group: Group | None) -> str | None:
        if group is not None:
            if group.start not in self.programs:
                self.programs[group.start] = program_of(self.here, group, self.whole)
            program = self.programs[group.start]
            return program if program != name else None
        if self.whole not in (None, name) and any(self._is_subtask(m.start) for m in self.mentions[name][:_FEW]):
            return self.whole
        sentences = (self.here.sentence(mention.start)[0] for mention in self.mentions[name])
        named = (self.wholes[start] for start in sentences if start in self.wholes)
        return next((program for program in named if program != name), None)

    def _is_subtask(self, place: int) -> bool:
        """Tell whether the words right before a place speak of the parts of a project (세부과제는 셋이다)."""
        start, _ = self.here.sentence(place)
        return cues.SUBTASKS.search(self.here.text, max(0, start - _NEAR), place) is not None

    def _phase(self, name: str, group: Group | None) -> str | None:
        """Return the phase that the name states, or of a member what its line says before it, or before its group."""
        if group is None:
            return phase_of(name)
        place = next((m.start for m in group.members if self.here.name(m) == name), group.start)
        line, _ = line_of(self.here.text, place)
        own = stage_at(self.here.text, line, place) if line > group.start else None
        return phase_of(name) or own or stage_of(self.here, group)

    def _period(self, name: str, group: Group | None) -> Period | None:
        row = self.rows.get(name)
        if row is not None and row.period is not None:
            return row.period
        found = [d for s in self.scopes[name] for d in self.dated.get(s, ()) if self._is_of(name, d, s, group)]
        stated = together([*self.staged.get(phase_of(name) or "", ()), *found])
        if stated is None or stated.start is None or stated.end is None:
            stated = together([*found, *(d for s in self._goes_on(name) for d in self.dated.get(s, ()))]) or stated
        return stated if stated is not None or row is None else row.plan

    def _goes_on(self, name: str) -> Iterator[Stretch]:
        """Give the sentences without a project's name that go on about it, right behind one that names or means it."""
        named = set(self.scopes[name])
        last = -1
        for sentence in self.around[name]:
            if sentence in named:
                last = sentence[1]
            elif sentence[0] == last and "\n" not in self.here.text[last - 1 : last]:
                last = sentence[1]
                yield sentence

    def _dated(self) -> dict[Stretch, list[Dated]]:
        """Return the beginnings and ends that the sentences with dates state, read once for all projects."""
        sentences = dict.fromkeys(self.here.sentence(date.start) for date in self.here.dates)
        return {sentence: list(stated_dates(self.here, sentence)) for sentence in sentences}

    def _staged(self) -> dict[str, list[Dated]]:
        """Return the periods that the text states of phases (제3기(2019~2022년))."""
        staged: dict[str, list[Dated]] = {}
        for found in self.dated.values():
            for dated in found:
                if dated.phase is not None:
                    staged.setdefault(dated.phase, []).append(dated)
        return staged

    def _is_of(self, name: str, dated: Dated, sentence: Stretch, group: Group | None) -> bool:
        """Tell whether a date of a sentence is a project's: of the stage of its group, or of the name nearest to it."""
        if dated.phase is not None:
            return group is not None and stage_of(self.here, group) == dated.phase and dated.place < group.start
        before = not_followed(self.here, within(self.here.names, (sentence[0], dated.place)))
        after = within(self.here.names, (dated.place, sentence[1]))
        if group is not None and group.is_all(before, after):
            return True
        if len({self.here.name(mention) for mention in (*before, *after)}) == 1:
            return self.here.name((*before, *after)[0]) == name
        if before or not after:
            return not before or self.here.name(before[-1]) == name
        between = self.here.text[dated.place : after[0].start]
        near = len(between) <= _NEAR and "," not in between and "가운데" not in between
        return name == (self.here.name(after[0]) if near else self.whole)

    def _row(self, name: str) -> RowFacts:
        return self.rows.get(name, _NO_FACTS)

    def _locations(self, name: str) -> list[str]:
        found: dict[str, None] = dict.fromkeys(self._row(name).places)
        for mention in self.mentions[name][:_FEW]:
            following = within(self.here.names, (mention.end, mention.end + _LINE))[:1]
            end = following[0].start if following else mention.end + _LINE
            found.update(dict.fromkeys(listed_sites(self.here, mention, end)))
        goes_on: set[Stretch] | None = None
        for sentence in self.around[name][:_MOST]:
            if sentence not in self.placed:
                continue
            goes_on = set(self._goes_on(name)) if goes_on is None else goes_on
            named = within(self.mentions[name], sentence)
            alone = len(named) == len(within(self.here.names, sentence)) > 0
            if alone or sentence in goes_on or name not in self.group:
                found.update(dict.fromkeys(sites(self.here, named, sentence, sentence in goes_on)))
        return distinct(found)

    def _status(self, name: str, group: Group | None, parent: Project | None, period: Period | None) -> Status:
        row = self._row(name)
        if row.status != "unknown" and (row.period is None or self.published is None):
            return row.status
        text = self.here.text
        if cues.PLAN_NAME.search(name) and any(cues.PUBLISHED.match(text, m.end) for m in self.mentions[name]):
            return "planned"
        if group is None:
            found = self._told_status(name, period)
        else:
            after = text[group.members[-1].end : self.here.sentence(group.members[-1].start)[1]]
            found = status_of([after], period, self.published)
        if found == "unknown" and self.kicked_off and parent is not None and parent.status == "ongoing":
            return "ongoing"
        if found == "unknown" and row.status != "unknown":
            return row.status
        return "planned" if found == "unknown" and (group is not None or self._waits(name)) else found

    def _waits(self, name: str) -> bool:
        """Tell whether a project of which no verb tells how it stands is one to come: it has money, or a heading."""
        mentions = self.mentions[name]
        if any(cues.AIDED.match(self.here.text, mention.end) for mention in mentions):
            return False
        told = any(within(self.here.moneys, sentence) for sentence in self.scopes[name][:_MOST])
        return told or mentions[0].start < self.here.heading

    def _told_status(self, name: str, period: Period | None) -> Status:
        text = self.here.text
        placed = [(mention, self.here.sentence(mention.start)) for mention in self.mentions[name]]
        if any(cues.EARLIER.search(text, max(s[0], m.start - _NEAR), m.start) for m, s in placed):
            return "completed"
        if period is None and any(cues.RUNNING.match(text, m.end) for m, _ in placed):
            return "ongoing"
        stretches = [text[mention.end : sentence[1]] for mention, sentence in placed[:_MOST]]
        stretches += [text[slice(*sentence)] for sentence in self.scopes[name][:_MOST]]
        found = status_of(stretches, period, self.published)
        tenses = (by_tense(stretch) for stretch in stretches[: len(placed)]) if found == "unknown" else ()
        return next((tense for tense in tenses if tense != "unknown"), found)
