/** One card for each kind of record: a project, an event, a person, an acronym, a contact. */

import { dateSaid } from "./dates.js";
import { h, said } from "./dom.js";
import { t } from "./i18n.js";
import { moneySaid, periodSaid } from "./values.js";

/** @typedef {import("./facts.js").Cards} Cards */

/**
 * @param {any} project
 * @param {number} index
 * @param {Cards} cards
 */
export function projectCard(project, index, cards) {
  const name = h("h3", {}, cards.fact(said(project.name), project.spans, project.name));
  const roles = (project.organizations ?? []).map((/** @type {any} */ one) =>
    h(
      "li",
      {},
      h("span.role", {}, t(`role.${one.role}`)),
      cards.fact(said(one.name), cards.organization(one.name), one.name),
    ),
  );
  const places = (project.locations ?? []).map((/** @type {string} */ one) =>
    cards.fact(said(one), cards.spansOf("LOC", one), one),
  );
  return cards.card(
    "projects",
    index,
    h(
      "p.tags",
      {},
      project.status !== "unknown" &&
        h("span.tag.status", { data: { status: project.status } }, t(`status.${project.status}`)),
      project.phase && h("span.tag", {}, said(project.phase)),
    ),
    name,
    money(project, cards),
    slots([
      ["program", project.program && said(project.program)],
      ["period", periodSaid(project.period)],
      ["organizations", roles.length && h("ul.plainlist", {}, roles)],
      ["locations", places.length && listed(places)],
    ]),
  );
}

/**
 * The largest stated total of a project; parts are in the budgets' section.
 * @param {any} project
 * @param {Cards} cards
 */
function money(project, cards) {
  const own = cards.record.budgets.filter((/** @type {any} */ one) => one.projects?.includes(project.name));
  const totals = own.filter((/** @type {any} */ one) => one.part_of === undefined);
  const shown = totals.slice(0, 3).map((/** @type {any} */ one) => {
    const tags = [
      one.role !== "total" && t(`role.${one.role}`),
      one.basis !== "total" && t(`basis.${one.basis}`),
      one.year,
    ];
    const shared =
      one.projects.length > 1 || one.count > 1 ? t("budget.group", { n: one.count ?? one.projects.length }) : "";
    return h(
      "li",
      {},
      cards.fact(h("strong", {}, moneySaid(one).main), one.spans, project.name),
      " ",
      h("span.quiet", {}, [...tags, shared].filter(Boolean).join(" · ")),
    );
  });
  return (
    shown.length > 0 &&
    h("ul.money", {}, shown, totals.length > 3 && h("li.quiet", {}, t("project.and", { n: totals.length - 3 })))
  );
}

/**
 * @param {any} event
 * @param {number} index
 * @param {Cards} cards
 */
export function eventCard(event, index, cards) {
  const clock = event.time?.replaceAll("T", "").replace("/", "–");
  return cards.card(
    "events",
    index,
    h("h3", {}, cards.fact(said(event.name), event.spans, event.name)),
    slots([
      ["date", [dateSaid(event.date), clock].filter(Boolean).join(" ")],
      ["place", event.place && cards.fact(said(event.place), cards.spansOf("LOC", event.place), event.place)],
      ["host", event.host && cards.fact(said(event.host), cards.organization(event.host), event.host)],
    ]),
  );
}

/**
 * @param {Object<string, any>} record
 * @param {Cards} cards
 */
export function peopleCards(record, cards) {
  const quotes = record.quotes.map((/** @type {any} */ quote, /** @type {number} */ index) => ({ quote, index }));
  const said_ = (/** @type {string} */ name) => quotes.filter((/** @type {any} */ { quote }) => quote.speaker === name);
  const names = new Set(record.people.map((/** @type {any} */ one) => one.name));
  const shown = new Set();
  const people = record.people.map((/** @type {any} */ person, /** @type {number} */ index) => {
    const own = shown.has(person.name) ? [] : said_(person.name); // of two people of one name the first is given the words
    shown.add(person.name);
    return personCard(person, index, own, cards);
  });
  const others = quotes.filter((/** @type {any} */ { quote }) => !names.has(quote.speaker));
  return [people, others.map((/** @type {any} */ held) => strangersQuote(held, cards))];
}

/**
 * @param {any} person
 * @param {number} index
 * @param {{quote: any, index: number}[]} quotes
 * @param {Cards} cards
 */
function personCard(person, index, quotes, cards) {
  const office = [person.organization, person.department, person.title].filter(Boolean);
  return cards.card(
    "people",
    index,
    h(
      "h3",
      {},
      cards.fact(said(person.name), person.spans, person.name),
      office.length > 0 && h("span.office", {}, said(office.join(" "))),
    ),
    quotes.map((held) => quoteOf(held, cards)),
  );
}

/**
 * @param {{quote: any, index: number}} held
 * @param {Cards} cards
 */
function quoteOf({ quote, index }, cards) {
  const words = h("blockquote", {}, cards.fact(said(quote.text), [quote.span], "quote"));
  return h(
    "div.quote",
    { data: { part: `quotes/${index}` }, tabindex: -1 },
    words,
    cards.actions.tools?.("quotes", index),
  );
}

/**
 * @param {{quote: any, index: number}} held
 * @param {Cards} cards
 */
function strangersQuote(held, cards) {
  const { speaker, organization } = held.quote;
  const who = [organization, speaker].filter(Boolean).join(" ") || t("quotes.unknown");
  return h("article.card", {}, h("p.office", {}, said(who)), quoteOf(held, cards));
}

const FEW = 12;

/**
 * @param {Object<string, any>} record
 * @param {Cards} cards
 */
export function organizationList(record, cards) {
  const items = record.organizations.map((/** @type {any} */ one, /** @type {number} */ index) =>
    cards.row(
      "organizations",
      index,
      cards.fact(said(one.name), one.spans, one.name),
      one.aliases?.length > 0 && h("span.quiet", {}, said(one.aliases.join(", "))),
    ),
  );
  const rest = items.splice(FEW);
  const more =
    rest.length > 0 &&
    h("details.more", {}, h("summary", {}, t("more.names", { n: rest.length })), h("ul.names", {}, rest));
  return [items.length > 0 && h("ul.names", {}, items), more];
}

/**
 * @param {any} acronym
 * @param {number} index
 * @param {Cards} cards
 */
export function acronymCard(acronym, index, cards) {
  const letters = (acronym.components ?? []).map((/** @type {any} */ one) =>
    h(
      "li",
      {},
      h("b.letter", {}, said(one.letters)),
      h("span", {}, one.ko && said(one.ko), one.en && h("i", { lang: "en" }, said(one.en))),
    ),
  );
  return cards.card(
    "acronyms",
    index,
    h(
      "h3",
      {},
      cards.fact(said(acronym.short), acronym.spans, acronym.short),
      " ",
      h("span.tag", {}, t(`kind.${acronym.kind}`)),
    ),
    (acronym.long_ko || acronym.long_en) &&
      h(
        "p.long",
        {},
        acronym.long_ko && said(acronym.long_ko),
        acronym.long_en && h("i", { lang: "en" }, said(acronym.long_en)),
      ),
    letters.length > 0 && h("ol.letters", {}, letters),
  );
}

/**
 * @param {any} contact
 * @param {number} index
 * @param {Cards} cards
 */
export function contactCard(contact, index, cards) {
  const dial = contact.phone?.replace(/[^\d+]/g, "");
  return cards.card(
    "contacts",
    index,
    h(
      "h3",
      {},
      cards.fact(
        said(contact.name ?? contact.department ?? contact.phone ?? contact.email ?? ""),
        contact.spans,
        "contact",
      ),
      contact.title && h("span.office", {}, said(contact.title)),
    ),
    contact.department && contact.name && h("p.quiet", {}, said(contact.department)),
    h(
      "p.reach",
      {},
      contact.phone && (dial ? h("a", { href: `tel:${dial}` }, said(contact.phone)) : said(contact.phone)),
      contact.email &&
        h("a", { href: `mailto:${encodeURIComponent(contact.email).replace("%40", "@")}` }, said(contact.email)),
    ),
  );
}

/**
 * @param {[string, any][]} held slots and what they hold; empty ones are left out
 */
function slots(held) {
  const rows = held
    .filter(([, content]) => content)
    .map(([slot, content]) => [h("dt", {}, t(`slot.${slot}`)), h("dd", {}, content)]);
  return rows.length > 0 && h("dl.slots", {}, rows);
}

/** @param {Node[]} items parted by commas */
function listed(items) {
  return items.flatMap((item, at) => (at ? [", ", item] : [item]));
}
