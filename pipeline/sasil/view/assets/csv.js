/** Records as tables: CSV by RFC 4180, with the mark by which spreadsheets know UTF-8. */

import { AMOUNT } from "./decimals.js";

const ARTICLE = ["article_id", "title", "published_at"];
const SPAN = ["start", "end", "by"];

/** The columns of each table; what is nested is joined. */
export const TABLES = {
  mentions: [
    "type",
    "text",
    "amount",
    "low",
    "high",
    "currency",
    "unit",
    "of",
    "modifier",
    "per",
    "value",
    "first_day",
    "last_day",
    ...SPAN,
  ],
  projects: ["name", "program", "phase", "period_start", "period_end", "organizations", "locations", "status", ...SPAN],
  budgets: [
    "position",
    "projects",
    "count",
    "role",
    "basis",
    "year",
    "amount",
    "low",
    "high",
    "currency",
    "modifier",
    "part_of",
    "adds_up",
    ...SPAN,
  ],
  events: ["name", "date", "time", "place", "host", ...SPAN],
  people: ["name", "title", "organization", "department", ...SPAN],
  quotes: ["text", "speaker", "organization", ...SPAN],
  organizations: ["name", "aliases", ...SPAN],
  acronyms: ["short", "long_ko", "long_en", "kind", "components", ...SPAN],
  contacts: ["department", "name", "title", "phone", "email", ...SPAN],
};

/**
 * @param {Object<string, any>[]} records
 * @param {string} table
 */
export function csv(records, table) {
  const columns = /** @type {Object<string, string[]>} */ (TABLES)[table];
  const rows = records.flatMap((record) =>
    (record[table] ?? []).map((/** @type {any} */ fact, /** @type {number} */ position) => {
      const held = { ...articleCells(record), position, ...(table === "mentions" ? mention(fact) : part(fact)) };
      return [...ARTICLE, ...columns].map((column) => cell(/** @type {any} */ (held)[column]));
    }),
  );
  return `\ufeff${[[...ARTICLE, ...columns], ...rows].map((row) => row.join(",")).join("\r\n")}\r\n`;
}

/** @param {Object<string, any>} record */
function articleCells(record) {
  return { article_id: record.id, title: record.article?.title, published_at: record.article?.published_at };
}

/** @param {any} fact */
function mention({ value, ...fact }) {
  const { start: first_day, end: last_day, article: cited, ...held } = value ?? {};
  return { ...held, value: held.value ?? cited, first_day, last_day, ...fact };
}

/** @param {any} fact */
function part(fact) {
  const [start, end] = fact.span ?? fact.spans?.[0] ?? [];
  return { ...fact, start, end, period_start: fact.period?.start, period_end: fact.period?.end };
}

/** @param {any} value a list is joined by "; ", an object in it by its values */
function flat(value) {
  if (value === null || value === undefined) return "";
  if (!Array.isArray(value)) return String(value);
  return value
    .map((one) => (one && typeof one === "object" ? Object.values(one).filter(Boolean).join(" ") : String(one)))
    .join("; ");
}

/**
 * A cell that no spreadsheet takes for a formula; numbers stay as they are.
 * @param {any} value
 */
export function cell(value) {
  let text = flat(value);
  if (/^\s*[=+\-@\t\r]/.test(text) && !AMOUNT.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
