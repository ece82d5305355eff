/** The facts of an article as cards: every one leads to its place in the text. */

import { balance, budgetCard, groups } from "./budgets.js";
import { clipped } from "./detail.js";
import { h, icon, said } from "./dom.js";
import { t } from "./i18n.js";
import { peopleCards, projectCard, acronymCard, eventCard, contactCard, organizationList } from "./cards.js";
import { moments, timeline } from "./timeline.js";

const AROUND = 16;

/**
 * @typedef {Object} CardActions
 * @property {(span: [number, number], from: HTMLElement) => void} show brings a place of the text into view
 * @property {((field: string, index: number) => Node | null) | null} tools buttons to correct a part, while correcting
 * @property {((field: string) => Node | null) | null} adder a button to add a part, while correcting
 */

/** What all cards share. */
export class Cards {
  /**
   * @param {Object<string, any>} record
   * @param {import("./codepoints.js").Offsets} offsets
   * @param {CardActions} actions
   */
  constructor(record, offsets, actions) {
    this.record = record;
    this.offsets = offsets;
    this.actions = actions;
  }

  /**
   * A fact that leads to its places, one after another; plain where it has none.
   * @param {Node | string} content
   * @param {[number, number][] | undefined} spans
   * @param {string} name for the hint
   */
  fact(content, spans, name) {
    if (!spans?.length) return h("span.fact", { data: { name } }, content);
    let at = 0;
    const hint = () => (spans.length > 1 ? t("where.nth", { at: at + 1, n: spans.length }) : t("where"));
    const button = h("button.fact", { type: "button", title: hint() }, content);
    button.addEventListener("click", () => {
      this.actions.show(spans[at], button);
      at = (at + 1) % spans.length;
      button.title = hint();
    });
    return button;
  }

  /**
   * The places of a mention of that type with these very words.
   * @param {string} type
   * @param {string} words
   * @returns {[number, number][]}
   */
  spansOf(type, words) {
    return this.record.mentions
      .filter((/** @type {any} */ one) => one.type === type && one.text === words)
      .map((/** @type {any} */ one) => [one.start, one.end]);
  }

  /** @param {string} name of an organisation → its places */
  organization(name) {
    const held = this.record.organizations.find(
      (/** @type {any} */ one) => one.name === name || one.aliases?.includes(name),
    );
    return held?.spans ?? this.spansOf("ORG", name);
  }

  /** @param {string} name of a person → their places */
  person(name) {
    return (
      this.record.people.find((/** @type {any} */ one) => one.name === name)?.spans ?? this.spansOf("PERSON", name)
    );
  }

  /**
   * @param {string} field
   * @param {number} index
   * @param {...any} content
   */
  card(field, index, ...content) {
    return h(
      "article.card",
      { data: { part: `${field}/${index}` }, tabindex: -1 },
      content,
      this.actions.tools?.(field, index),
    );
  }

  /**
   * @param {string} field
   * @param {number} index
   * @param {...any} content
   */
  row(field, index, ...content) {
    return h(
      "li.row",
      { data: { part: `${field}/${index}` }, tabindex: -1 },
      content,
      this.actions.tools?.(field, index),
    );
  }

  /**
   * Words around a place, on its line.
   * @param {number} start
   * @param {number} end
   */
  around(start, end) {
    const before = this.offsets.slice(Math.max(0, start - AROUND), start);
    const behind = this.offsets.slice(end, end + AROUND);
    const head = start <= AROUND || before.includes("\n") ? "" : "…";
    const tail = end + AROUND >= this.offsets.length || behind.includes("\n") ? "" : "…";
    const words = [before.split("\n").pop(), clipped(this.offsets.slice(start, end), 80), behind.split("\n")[0]];
    return head + words.join("").trim() + tail;
  }
}

/**
 * All sections that have something to show.
 * @param {Object<string, any>} record
 * @param {import("./codepoints.js").Offsets} offsets
 * @param {CardActions} actions
 */
export function factsOf(record, offsets, actions) {
  const cards = new Cards(record, offsets, actions);
  const each = (/** @type {string} */ field, /** @type {Function} */ make) =>
    (record[field] ?? []).map((/** @type {any} */ part, /** @type {number} */ index) => make(part, index, cards));
  const times = moments(record, (start, end) => cards.around(start, end));
  const sections = [
    section("projects", record.projects.length, each("projects", projectCard), actions),
    section("budgets", record.budgets.length, budgets(record, cards), actions),
    section("timeline", times.length, timeline(times, record, cards), actions),
    section("events", record.events.length, each("events", eventCard), actions),
    section("people", record.people.length, peopleCards(record, cards), actions, record.quotes.length),
    section("organizations", record.organizations.length, organizationList(record, cards), actions),
    section("acronyms", record.acronyms.length, each("acronyms", acronymCard), actions),
    section("contacts", record.contacts.length, each("contacts", contactCard), actions),
    warnings(record, cards),
  ].filter(Boolean);
  if (!sections.length) return h("p.quiet.none", {}, t("facts.none"));
  return h("div.sections", {}, jumps(sections), sections);
}

/**
 * @param {string} field
 * @param {number} count
 * @param {any} content
 * @param {CardActions} actions
 * @param {number} [more] further facts that are shown in the section
 */
function section(field, count, content, actions, more = 0) {
  const adder = field === "timeline" ? null : actions.adder?.(field);
  if (!count && !more && !adder) return null;
  const id = `facts-${field}`;
  const heading = h("h2", { id, tabindex: -1 }, t(`part.${field}`), count > 0 && h("span.count", {}, String(count)));
  return h("section.facts", { "aria-labelledby": id, data: { field } }, heading, content, adder);
}

/** @param {HTMLElement[]} sections */
function jumps(sections) {
  if (sections.length < 3) return null;
  const links = sections.map((one) => {
    const heading = /** @type {HTMLElement} */ (one.querySelector("h2"));
    const go = () => {
      one.scrollIntoView({ block: "start" });
      heading.focus({ preventScroll: true });
    };
    const name = heading.firstChild?.textContent ?? "";
    return h("li", {}, h("button.plain", { type: "button", on: { click: go } }, name));
  });
  return h("nav.jumps", { "aria-label": t("facts.jump") }, h("ul", {}, links));
}

/**
 * Totals with their sources first, then the amounts that stand alone.
 * @param {Object<string, any>} record
 * @param {Cards} cards
 */
function budgets(record, cards) {
  const all = groups(record.budgets);
  const [split, single] = [all.filter((one) => one.parts.length), all.filter((one) => !one.parts.length)];
  const wrong = split.filter((one) => balance(one).state === "differs");
  const ordered = [...wrong, ...split.filter((one) => !wrong.includes(one)), ...single];
  return ordered.map((group) => budgetCard(group, cards));
}

/**
 * @param {Object<string, any>} record
 * @param {Cards} cards
 */
function warnings(record, cards) {
  if (!record.warnings?.length) return null;
  const items = record.warnings.map((/** @type {any} */ one) =>
    h("li", {}, cards.fact(said(one.message), one.span ? [one.span] : [], one.code)),
  );
  const heading = h("h2", { id: "facts-warnings", tabindex: -1 }, icon("file"), t("part.warnings"));
  return h("section.facts", { "aria-labelledby": "facts-warnings" }, heading, h("ul.notes", {}, items));
}
