/** Many articles: a list to search, to sort and to sift; rows are made as they come near. */

import { dateSaid } from "./dates.js";
import { compare, decimal } from "./decimals.js";
import { announce, h, said } from "./dom.js";
import { downloads } from "./downloads.js";
import { t } from "./i18n.js";
import { counts, TYPES } from "./places.js";
import { moneySaid } from "./values.js";

const STEP = 40;

/** @typedef {{entry: import("./session.js").Entry, at: number, words: string, largest: any, types: Set<string>, day: string}} Line */

/** @type {WeakMap<Object<string, any>, Line>} what was reckoned for a record */
const known = new WeakMap();

/**
 * @param {import("./session.js").Entry} entry
 * @param {number} at
 * @returns {Line}
 */
function lineOf(entry, at) {
  const { record } = entry;
  const held = known.get(record);
  if (held && held.at === at) return held;
  const names = [...record.projects, ...record.people, ...record.organizations].map((one) => one.name);
  const line = {
    entry,
    at,
    words: [record.id, entry.title, record.text, ...names].join("\n").toLowerCase(),
    largest: largest(record.budgets),
    types: new Set(counts(record).keys()),
    day: record.article?.published_at ?? "",
  };
  known.set(record, line);
  return line;
}

/**
 * The largest stated amount of a project; only won are compared with won.
 * @param {any[]} budgets
 */
export function largest(budgets) {
  const amounts = budgets.filter(
    (one) => one.currency === "KRW" && one.amount !== undefined && one.part_of === undefined,
  );
  return amounts.reduce(
    (most, one) => (!most || compare(decimal(one.amount), decimal(most.amount)) > 0 ? one : most),
    null,
  );
}

const ORDERS = {
  given: (/** @type {Line} */ a, /** @type {Line} */ b) => a.at - b.at,
  amount: (/** @type {Line} */ a, /** @type {Line} */ b) =>
    a.largest && b.largest
      ? compare(decimal(b.largest.amount), decimal(a.largest.amount)) || a.at - b.at
      : Number(Boolean(b.largest)) - Number(Boolean(a.largest)) || a.at - b.at,
  newest: (/** @type {Line} */ a, /** @type {Line} */ b) => byDay(b, a) || a.at - b.at,
  oldest: (/** @type {Line} */ a, /** @type {Line} */ b) => (a.day && b.day ? byDay(a, b) : byDay(b, a)) || a.at - b.at,
  title: (/** @type {Line} */ a, /** @type {Line} */ b) =>
    a.entry.title.localeCompare(b.entry.title, "ko") || a.at - b.at,
};

/** @param {Line} a @param {Line} b */
function byDay(a, b) {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}

/**
 * @param {import("./session.js").Session} session
 * @param {Node | null} [above] what stands over the list
 */
export function listing(session, above = null) {
  const state = session.list;
  const lines = session.entries.map(lineOf);
  const rows = h("ol.articles");
  const count = h("p.count-line", { role: "status" });
  const end = h("div.end", { "aria-hidden": "true" });
  /** @type {Line[]} */
  let found = [];
  let shown = 0;
  const more = (least = 0) => {
    const next = Math.min(found.length, Math.max(shown + STEP, least));
    rows.append(...found.slice(shown, next).map(row));
    shown = next;
  };
  const sift = () => {
    const words = state.words.toLowerCase().split(/\s+/).filter(Boolean);
    found = lines.filter(
      (line) => words.every((word) => line.words.includes(word)) && (!state.type || line.types.has(state.type)),
    );
    found.sort(/** @type {any} */ (ORDERS)[state.sort]);
    session.order = found.map((line) => line.at);
    shown = 0;
    rows.replaceChildren();
    more(state.shown);
    const all = found.length === lines.length;
    count.textContent = found.length
      ? t(all ? "list.title" : "list.found", { n: lines.length, found: found.length })
      : t(lines.length ? "list.none" : "list.empty");
  };
  new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && shown < found.length && more(), {
    rootMargin: "600px",
  }).observe(end);
  sift();
  rows.addEventListener("click", () => Object.assign(state, { shown, scroll: scrollY })); // for the way back
  return h(
    "div.listing",
    {},
    above,
    h("div.listhead", {}, h("h1", {}, t("list.label")), session.entries.length > 0 && downloads(session, null)),
    controls(session, sift),
    count,
    rows,
    end,
  );
}

/**
 * @param {import("./session.js").Session} session
 * @param {() => void} sift
 */
function controls(session, sift) {
  const state = /** @type {Object<string, any>} */ (session.list);
  let waiting = 0;
  const field = (/** @type {string} */ key, /** @type {HTMLElement} */ input) => {
    input.id = `list-${key}`;
    input.addEventListener("input", (event) => {
      state[key] = /** @type {HTMLInputElement} */ (event.target).value;
      state.shown = 0;
      clearTimeout(waiting);
      waiting = window.setTimeout(sift, key === "words" ? 120 : 0);
    });
    return input;
  };
  const words = field(
    "words",
    h("input", { type: "search", value: state.words, placeholder: t("list.search.hint"), autocomplete: "off" }),
  );
  const sort = field(
    "sort",
    choice(
      Object.keys(ORDERS).map((one) => [one, t(`sort.${one}`)]),
      state.sort,
    ),
  );
  const type = field(
    "type",
    choice([["", t("list.type.any")], ...TYPES.map((one) => [one, t(`type.${one}`)])], state.type),
  );
  const labelled = (/** @type {string} */ key, /** @type {HTMLElement} */ input) =>
    h("div.field", {}, h("label", { for: input.id }, t(key)), input);
  return h(
    "div.controls",
    { role: "search" },
    labelled("list.search", words),
    labelled("list.sort", sort),
    labelled("list.type", type),
  );
}

/**
 * @param {string[][]} options value and label
 * @param {string} chosen
 */
export function choice(options, chosen) {
  return h(
    "select",
    {},
    options.map(([value, label]) => h("option", { value, selected: value === chosen }, label)),
  );
}

/** @param {Line} line */
function row({ entry, at, largest: most, day }) {
  const { record } = entry;
  const facts = t("list.facts", {
    projects: record.projects.length,
    budgets: record.budgets.length,
    people: record.people.length,
    events: record.events.length,
  });
  const project = record.projects[0]?.name;
  return h(
    "li",
    {},
    h(
      "a",
      { href: `#/${at}`, on: { click: () => announce("") } },
      h("span.name", {}, said(entry.title || t("article.untitled"))),
      h(
        "span.meta",
        {},
        h("span", {}, day ? dateSaid(day.slice(0, 10)) : t("article.undated")),
        record.article?.outlet && said(record.article.outlet),
        h("span", {}, facts),
        entry.corrected && h("span.tag", {}, t("list.corrected")),
        entry.checked && h("span.tag", {}, t("list.checked")),
      ),
      project && h("span.project", {}, said(project)),
    ),
    most && h("span.most", {}, moneySaid(most).main),
  );
}
