/** Budgets: a total and its sources as a bar, with what is missing or does not add up. */

import { compare, decimal, share, sum, written } from "./decimals.js";
import { h, icon, said } from "./dom.js";
import { t } from "./i18n.js";
import { moneySaid } from "./values.js";

/**
 * @typedef {Object} Held
 * @property {number} index its position in the record's budgets
 * @property {any} budget
 *
 * @typedef {Object} Group a total with its parts, or one amount alone
 * @property {Held} total
 * @property {Held[]} parts
 */

/**
 * @param {any[]} budgets
 * @returns {Group[]} in the order of the record
 */
export function groups(budgets) {
  const held = budgets.map((budget, index) => ({ index, budget }));
  const isPart = (/** @type {Held} */ { budget, index }) =>
    Number.isInteger(budget.part_of) && budget.part_of !== index && budgets[budget.part_of] !== undefined;
  return held
    .filter((one) => !isPart(one))
    .map((total) => ({ total, parts: held.filter((one) => isPart(one) && one.budget.part_of === total.index) }));
}

/** @typedef {"adds" | "differs" | "partial" | "unknown"} Sum how the stated parts stand to their total */

/**
 * @param {Group} group
 * @returns {{state: Sum, gap: string, stated: string}} gap and stated are exact amounts
 */
export function balance({ total, parts }) {
  const amounts = parts.map(({ budget }) => budget.amount);
  const comparable = parts.every(({ budget }) => budget.currency === total.budget.currency);
  if (!parts.length || !comparable || total.budget.amount === undefined || amounts.some((one) => one === undefined)) {
    return { state: "unknown", gap: "0", stated: "0" };
  }
  const [whole, stated] = [decimal(total.budget.amount), sum(amounts.map(decimal))];
  const gap = written(sum([whole, { digits: -stated.digits, scale: stated.scale }]));
  const order = compare(stated, whole);
  if (order === 0 || total.budget.adds_up === true) return { state: "adds", gap, stated: written(stated) };
  const differs = order > 0 || total.budget.adds_up === false;
  return { state: differs ? "differs" : "partial", gap: gap.replace("-", ""), stated: written(stated) };
}

/**
 * @param {Group} group
 * @param {import("./facts.js").Cards} cards
 */
export function budgetCard(group, cards) {
  const { budget, index } = group.total;
  const projects = budget.projects ?? [];
  return cards.card(
    "budgets",
    index,
    h(
      "div.owners",
      {},
      projects.map((/** @type {string} */ name) => h("span", {}, said(name))),
      budget.count > projects.length && h("span.quiet", {}, t("budget.group", { n: budget.count })),
    ),
    h("p.total", {}, cards.fact(h("strong", {}, moneySaid(budget).main), budget.spans, "total"), exact(budget)),
    h("p.tags", {}, tags(budget)),
    group.parts.length > 0 && bar(group),
    group.parts.length > 0 &&
      h(
        "ul.sources",
        {},
        group.parts.map((part) => source(part, group, cards)),
      ),
    group.parts.length > 0 && verdict(group),
  );
}

/** @param {any} budget */
function exact(budget) {
  return h("code", {}, moneySaid(budget).exact);
}

/** @param {any} budget */
function tags(budget) {
  const words = [
    budget.role !== "total" && t(`role.${budget.role}`),
    budget.basis !== "total" && t(`basis.${budget.basis}`),
    budget.year && `${budget.year}`,
  ];
  return words.filter(Boolean).map((word) => h("span.tag", {}, word));
}

/**
 * The bar is drawn for the eye; the list below it says the same in words.
 * @param {Group} group
 */
function bar(group) {
  const { state } = balance(group);
  if (state === "unknown") return null;
  const amounts = group.parts.map(({ budget }) => decimal(budget.amount));
  const stated = sum(amounts);
  const whole = decimal(group.total.budget.amount);
  const scale = compare(stated, whole) > 0 ? stated : whole;
  const pieces = group.parts.map(({ budget }, at) => piece(budget, at, share(amounts[at], scale)));
  const rest = 1 - share(stated, scale);
  if (rest > 0.0005) pieces.push(piece({ role: "rest" }, -1, rest));
  const parts = group.parts.map(({ budget }) => `${label(budget)} ${percent(budget, group)}`).join(", ");
  return h("div.bar", { role: "img", "aria-label": t("budget.bar", { parts }) }, pieces);
}

/**
 * What tells a part from the others: its source, or else its year.
 * @param {any} budget
 */
function label(budget) {
  const words = [
    budget.role !== "total" && t(`role.${budget.role}`),
    budget.year,
    budget.basis !== "total" && t(`basis.${budget.basis}`),
  ];
  return words.filter(Boolean).join(" · ") || t("role.total");
}

/**
 * @param {any} budget a part, or {"role": "rest"} for what is not stated
 * @param {number} at
 * @param {number} size
 */
function piece(budget, at, size) {
  const words = budget.role === "rest" ? "" : `${label(budget)} ${Math.round(size * 100)}%`;
  const element = h(
    "span",
    { data: { role: budget.role, tone: String(at % 3) } },
    size > words.length * 0.026 ? words : "",
  );
  element.style.flexGrow = String(Math.max(size, 0.004));
  return element;
}

/**
 * @param {any} budget
 * @param {Group} group
 */
function percent(budget, group) {
  const whole = group.total.budget;
  if (budget.amount === undefined || whole.amount === undefined || budget.currency !== whole.currency) return "";
  const size = share(decimal(budget.amount), decimal(whole.amount)) * 100;
  return size > 0 && size < 0.1 ? "< 0.1%" : `${size.toFixed(size >= 99.95 || Number.isInteger(size) ? 0 : 1)}%`;
}

/**
 * @param {Held} part
 * @param {Group} group
 * @param {import("./facts.js").Cards} cards
 */
function source({ budget, index }, group, cards) {
  return cards.row(
    "budgets",
    index,
    h("span.swatch", {
      "aria-hidden": "true",
      data: { role: budget.role, tone: String(group.parts.findIndex((one) => one.index === index) % 3) },
    }),
    h("span.label", {}, label(budget)),
    cards.fact(moneySaid(budget).main, budget.spans, t(`role.${budget.role}`)),
    h("span.percent", {}, percent(budget, group)),
    exact(budget),
  );
}

/** @param {Group} group */
function verdict(group) {
  const { state, gap, stated } = balance(group);
  const currency = group.total.budget.currency;
  if (state === "unknown") return null;
  if (state === "adds") return h("p.verdict.adds", {}, icon("yes"), t("budget.adds"));
  if (state === "partial")
    return h("p.verdict", {}, t("budget.partial", { sum: moneySaid({ amount: stated, currency }).main }));
  return h(
    "p.verdict.differs",
    {},
    icon("no"),
    t("budget.adds.not", { gap: moneySaid({ amount: gap, currency }).main }),
  );
}
