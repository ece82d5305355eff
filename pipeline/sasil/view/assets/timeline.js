/** When things happen: events, periods and dates of the text, in their order. */

import { dateSaid, isDay } from "./dates.js";
import { h, said, svg } from "./dom.js";
import { t } from "./i18n.js";

/**
 * @typedef {Object} Moment
 * @property {string} timex
 * @property {string} mod
 * @property {string | null} first the first day that it covers, null where the text does not settle it
 * @property {{kind: string, label: string, spans: [number, number][], field: string, index: number}[]} items
 */

/**
 * @param {Object<string, any>} record
 * @param {(start: number, end: number) => string} around words around a place
 * @returns {Moment[]} the known ones in order, then the others in the order of the text
 */
export function moments(record, around) {
  /** @type {Map<string, Moment>} */
  const found = new Map();
  /** @param {string | null | undefined} timex @param {any} item @param {string} [mod] @param {string | null} [start] */
  const add = (timex, item, mod = "", start = null) => {
    if (!timex) return;
    const key = `${timex} ${mod}`;
    const moment = found.get(key) ?? { timex, mod, first: start ?? firstDay(timex), items: [] };
    moment.items.push(item);
    found.set(key, moment);
  };
  const published = record.article?.published_at?.slice(0, 10);
  add(published, { kind: "published", label: t("timeline.published"), spans: [], field: "", index: 0 });
  record.events.forEach((/** @type {any} */ event, /** @type {number} */ index) =>
    add(event.date, { kind: "event", label: event.name, spans: event.spans, field: "events", index }),
  );
  record.projects.forEach((/** @type {any} */ project, /** @type {number} */ index) => {
    const { start, end } = project.period ?? {};
    add(start, { kind: "begins", label: project.name, spans: project.spans, field: "projects", index });
    add(end, { kind: "ends", label: project.name, spans: project.spans, field: "projects", index });
  });
  record.mentions.forEach((/** @type {any} */ one, /** @type {number} */ index) => {
    if (one.type !== "DATE" && one.type !== "TIME") return;
    const [timex, start] = one.type === "DATE" ? [one.value?.value, one.value?.start] : [dayOf(one.value?.value), null];
    const item = {
      kind: "mention",
      label: around(one.start, one.end),
      spans: [[one.start, one.end]],
      field: "mentions",
      index,
    };
    add(timex, item, one.value?.mod, start);
  });
  const all = [...found.values()];
  const known = all.filter((moment) => moment.first).sort((a, b) => (String(a.first) < String(b.first) ? -1 : 1));
  return [...known, ...all.filter((moment) => !moment.first)];
}

/** @param {string | undefined} timex of a TIME: its day, or the whole where it has none */
function dayOf(timex) {
  return timex?.replace(/T[^/]*/g, "").replace(/^([^/]+)\/(?:\1)?$/, "$1") || null;
}

const PART_MONTHS = {
  H1: "01",
  H2: "07",
  Q1: "01",
  Q2: "04",
  Q3: "07",
  Q4: "10",
  SP: "03",
  SU: "06",
  FA: "09",
  WI: "12",
};

/**
 * @param {string} timex
 * @returns {string | null}
 */
export function firstDay(timex) {
  const [, year, part, day] = /^(\d{4})(?:-(\d{2}|H[12]|Q[1-4]|SP|SU|FA|WI))?(?:-(\d{2}))?(?:$|[/T])/.exec(timex) ?? [];
  if (!year) return null;
  const month = part === undefined ? "01" : (/** @type {Object<string, string>} */ (PART_MONTHS)[part] ?? part);
  const first = `${year}-${month}-${day ?? "01"}`;
  return isDay(first) ? first : null;
}

const SHOWN = 3;

/**
 * @param {Moment[]} all
 * @param {Object<string, any>} record
 * @param {import("./facts.js").Cards} cards
 */
export function timeline(all, record, cards) {
  const known = all.filter((moment) => moment.first);
  const unknown = all.filter((moment) => !moment.first);
  return [
    known.length > 1 && strip(known, record),
    known.length > 0 &&
      h(
        "ol.timeline",
        {},
        known.map((moment) => momentRow(moment, cards)),
      ),
    unknown.length > 0 && h("h4", {}, t("timeline.unknown")),
    unknown.length > 0 &&
      h(
        "ol.timeline.loose",
        {},
        unknown.map((moment) => momentRow(moment, cards)),
      ),
  ];
}

/**
 * @param {Moment} moment
 * @param {import("./facts.js").Cards} cards
 */
function momentRow(moment, cards) {
  const things = moment.items.filter((item) => item.kind !== "mention");
  const mentions = moment.items.filter((item) => item.kind === "mention");
  const extra = mentions.slice(SHOWN);
  return h(
    "li",
    { data: { kind: things[0]?.kind ?? "mention" } },
    h("p.when", {}, dateSaid(moment.timex, moment.mod), " ", h("code", {}, moment.timex)),
    things.map((item) => thing(item, cards)),
    mentions.slice(0, SHOWN).map((item) => h("p.around", {}, cards.fact(said(item.label), item.spans, item.label))),
    extra.length > 0 &&
      h(
        "details.more",
        {},
        h("summary", {}, t("timeline.more", { n: extra.length })),
        extra.map((item) => h("p.around", {}, cards.fact(said(item.label), item.spans, item.label))),
      ),
  );
}

/**
 * @param {any} item
 * @param {import("./facts.js").Cards} cards
 */
function thing(item, cards) {
  const tail = item.kind === "begins" || item.kind === "ends" ? h("span.tag", {}, t(`timeline.${item.kind}`)) : null;
  return h("p.thing", { data: { kind: item.kind } }, cards.fact(said(item.label), item.spans, item.label), " ", tail);
}

/**
 * The whole course at a glance: years, periods of projects, moments.
 * @param {Moment[]} known
 * @param {Object<string, any>} record
 */
function strip(known, record) {
  const at = (/** @type {string} */ day) => Date.parse(`${day}T00:00:00Z`);
  const days = known.map((moment) => at(String(moment.first)));
  const [from, to] = [Math.min(...days), Math.max(...days)];
  if (from === to) return null;
  const x = (/** @type {number} */ time) => 8 + (584 * (time - from)) / (to - from);
  const years = yearsBetween(from, to);
  const periods = record.projects
    .map((/** @type {any} */ project) => project.period)
    .filter((/** @type {any} */ period) => isDay(period?.start ?? "") && isDay(period?.end ?? ""))
    .slice(0, 4);
  const label = t("timeline.strip", { from: dateSaid(known[0].timex), to: dateSaid(known[known.length - 1].timex) });
  return svg(
    "svg",
    { viewBox: "0 0 600 48", class: "strip", role: "img", "aria-label": label },
    svg("path", { d: "M8 24H592", class: "axis" }),
    ...years.map(([year, time]) => {
      const tick = svg("text", { x: x(time) + 4, y: 46, class: "year" });
      tick.textContent = String(year);
      return svg("g", {}, svg("path", { d: `M${x(time)} 16V46`, class: "tick" }), tick);
    }),
    ...periods.map((/** @type {any} */ { start, end }, /** @type {number} */ n) =>
      svg("path", { d: `M${x(at(start))} ${14 - n * 4}H${x(at(end))}`, class: "span" }),
    ),
    ...known.map((moment) => {
      const kind = moment.items.find((item) => item.kind !== "mention")?.kind ?? "mention";
      return svg("circle", {
        cx: x(at(String(moment.first))),
        cy: 24,
        r: kind === "mention" ? 3.5 : 5.5,
        "data-kind": kind,
      });
    }),
  );
}

/**
 * @param {number} from
 * @param {number} to
 * @returns {[number, number][]} at most about eight years between two times, and when each begins
 */
function yearsBetween(from, to) {
  const [first, last] = [new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear()];
  const step = Math.max(1, Math.ceil((last - first) / 8));
  /** @type {[number, number][]} */
  const found = [];
  for (let year = first + 1; year <= last; year += step) found.push([year, Date.UTC(year, 0, 1)]);
  return found;
}
