"""One record a project: its names joined, its plan, phase, period, organisations, places and status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sasil.components.projects import cues
from sasil.components.projects.context import Stretch, of_type, within
from sasil.components.projects.forms import phase_of
from sasil.components.projects.groups import Group
from sasil.components.projects.patterns import head_of
from sasil.components.projects.periods import Dated, stated_dates, together
from sasil.components.projects.roles import actor, full_names, joined_with, owned_by, owner, stated_roles
from sasil.components.projects.rows import RowFacts, row_facts
from sasil.components.projects.scene import FOLLOWED, STAGE, Scene, program_of, scene, stage_of, umbrella
from sasil.components.projects.sites import sites
from sasil.components.projects.status import Status, by_tense, status_of
from sasil.doc import Word
from sasil.record import Mention, Organization, Period, Project, Role


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
_MOST = 30
_NO_FACTS = RowFacts()


class _Records:
    """The making of the records of one text; a program is made before what belongs to it."""

    def __init__(self, here: Scene, published: str | None, full: dict[str, str], rows: Mapping[str, RowFacts]) -> None:
        self.here, self.published, self.full, self.rows = here, published, full, rows
        self.owner = owner(here.text, here.bodies, full)
        self.whole = umbrella(here)
        names = {here.name(mention) for mention in here.names} - here.members
        self.only = next(iter(names)) if len(names) == 1 else None
        self.made: dict[str, Project] = {}
        self.mentions: dict[str, list[Mention]] = {}
        for mention in here.names:
            self.mentions.setdefault(here.name(mention), []).append(mention)
        self.group = {here.name(member): group for group in reversed(here.groups) for member in group.members}
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

    def record(self, name: str) -> Project:
        group = self.group.get(name)
        program = self._program(name, group)
        parent = self.made.get(program) if program else None
        phase, period = self._phase(name, group, parent), self._period(name, group)
        record = Project(
            name=name,
            spans=[(mention.start, mention.end) for mention in self.mentions[name]],
            program=program,
            phase=phase,
            period=period,
            organizations=self._organizations(name),
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
                topic = meant or (None if named else focus or self.only)
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
        sentences = (self.here.sentence(mention.start)[0] for mention in self.mentions[name])
        named = (self.wholes[start] for start in sentences if start in self.wholes)
        return next((program for program in named if program != name), None)

    def _phase(self, name: str, group: Group | None, parent: Project | None) -> str | None:
        stage = stage_of(self.here, group) if group is not None else None
        own = group is not None and parent is not None and "," not in (parent.phase or "")
        inherited = parent.phase if own and parent is not None else None
        return phase_of(name) or stage or inherited

    def _period(self, name: str, group: Group | None) -> Period | None:
        row = self.rows.get(name)
        if row is not None and row.period is not None:
            return row.period
        found = [d for s in self.scopes[name] for d in self.dated.get(s, ()) if self._is_of(name, d, s, group)]
        stated = together([*self.staged.get(phase_of(name) or "", ()), *found])
        return stated if stated is not None or row is None else row.plan

    def _dated(self) -> dict[Stretch, list[Dated]]:
        """Return the beginnings and ends that the sentences with dates state, read once for all projects."""
        sentences = dict.fromkeys(self.here.sentence(date.start) for date in self.here.dates)
        return {sentence: list(stated_dates(self.here.text, self.here.dates, sentence)) for sentence in sentences}

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
        before = within(self.here.names, (sentence[0], dated.place))
        after = within(self.here.names, (dated.place, sentence[1]))
        if before or not after:
            return not before or self.here.name(before[-1]) == name
        between = self.here.text[dated.place : after[0].start]
        near = len(between) <= _NEAR and "," not in between and "가운데" not in between
        return name == (self.here.name(after[0]) if near else self.whole)

    def _organizations(self, name: str) -> list[Role]:
        roles = [Role(name=self.full.get(body, body), role=kind) for kind, body in self._row(name).bodies]
        for sentence in self.around[name]:
            roles += stated_roles(self.here, within(self.mentions[name], sentence), sentence, self.full)
        first = self.mentions[name][0]
        holder = owned_by(self.here, self.mentions[name])
        if holder is not None and not any(role.role == "lead" for role in roles):
            roles.insert(0, Role(name=self.full.get(holder, holder), role="lead"))
            chosen = any(cues.CHOSEN.match(self.here.text, mention.end) for mention in self.mentions[name])
            if chosen and self.owner not in (None, self.full.get(holder, holder)):
                roles.append(Role(name=self.owner or "", role="partner"))
        if not any(role.role == "lead" for role in roles):
            acting = actor(self.here.text, first.start, self.here.bodies) or self.owner
            funders = {role.name for role in roles if role.role == "funder"}
            acting = self.full.get(acting, acting) if acting is not None else None
            if acting is not None and acting not in funders and all(role.name != acting for role in roles):
                leads = joined_with(self.here, acting, first.start, self.full)
                roles[:0] = [Role(name=name, role="lead") for name in leads]
        elif any(cues.WON.match(self.here.text, mention.end) for mention in self.mentions[name]) and self.owner:
            roles.append(Role(name=self.owner, role="partner"))
        return list({role.name: role for role in reversed(roles)}.values())[::-1]

    def _row(self, name: str) -> RowFacts:
        return self.rows.get(name, _NO_FACTS)

    def _locations(self, name: str) -> list[str]:
        found: dict[str, None] = dict.fromkeys(self._row(name).places)
        for sentence in self.around[name][:_MOST]:
            named = within(self.mentions[name], sentence)
            if name not in self.group or len(named) == len(within(self.here.names, sentence)) > 0:
                found.update(dict.fromkeys(sites(self.here, named, sentence)))
        return list(found)

    def _status(self, name: str, group: Group | None, parent: Project | None, period: Period | None) -> Status:
        text = self.here.text
        by_row = self._row(name).status
        if by_row != "unknown":
            return by_row
        if group is None:
            placed = [(mention, self.here.sentence(mention.start)) for mention in self.mentions[name]]
            if any(cues.EARLIER.search(text, max(s[0], m.start - _NEAR), m.start) for m, s in placed):
                return "completed"
            stretches = [text[mention.end : sentence[1]] for mention, sentence in placed[:_MOST]]
            stretches += [text[slice(*sentence)] for sentence in self.scopes[name][:_MOST]]
            found = status_of(stretches, period, self.published)
            tenses = (by_tense(stretch) for stretch in stretches[: len(placed)]) if found == "unknown" else ()
            return next((tense for tense in tenses if tense != "unknown"), found)
        after = text[group.members[-1].end : self.here.sentence(group.members[-1].start)[1]]
        found = status_of([after], period, self.published)
        waits = found == "unknown" and parent is not None and parent.status in ("planned", "ongoing")
        return "planned" if waits else found
