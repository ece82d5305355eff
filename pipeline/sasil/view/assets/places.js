/** Where the facts of a record stand in its text. */

import { PARTS } from "./session.js";

/** All types that are shown in the text: those of mentions, and three of records. */
export const TYPES = /** @type {const} */ ([
  "PROJECT",
  "MONEY",
  "DATE",
  "TIME",
  "DURATION",
  "SET",
  "EVENT",
  "PERSON",
  "ORG",
  "LOC",
  "QUANTITY",
  "PERCENT",
  "LAW",
  "QUOTE",
  "ACRONYM",
  "CONTACT",
]);

/** The types of mentions alone, as gold files have them. */
export const MENTION_TYPES = TYPES.slice(0, 13);

const SHOWN_PARTS = { quotes: "QUOTE", acronyms: "ACRONYM", contacts: "CONTACT" };

/** @param {any} mention */
export const spanOf = (mention) => /** @type {[number, number]} */ ([mention.start, mention.end]);

/**
 * @param {Object<string, any>} part of a record
 * @returns {[number, number][]} its spans, in code points
 */
export function spansOf(part) {
  return part.span ? [part.span] : (part.spans ?? []);
}

/**
 * @param {Object<string, any>} record
 * @param {import("./codepoints.js").Offsets} offsets of its text
 * @returns {import("./segments.js").Place[]} in UTF-16 units; what lies outside the text is left out
 */
export function placesOf(record, offsets) {
  const length = offsets.length;
  /** @type {import("./segments.js").Place[]} */
  const found = [];
  const add = (
    /** @type {string} */ key,
    /** @type {string} */ type,
    /** @type {number} */ start,
    /** @type {number} */ end,
  ) => {
    if (start < 0 || end > length || start >= end) return;
    found.push({ key, type, start: offsets.unit(start), end: offsets.unit(end) });
  };
  record.mentions.forEach((/** @type {any} */ one, /** @type {number} */ at) =>
    add(`mentions/${at}`, one.type, one.start, one.end),
  );
  for (const [field, type] of Object.entries(SHOWN_PARTS)) {
    for (const [at, part] of (record[field] ?? []).entries()) {
      for (const [start, end] of spansOf(part)) add(`${field}/${at}`, type, start, end);
    }
  }
  return found;
}

/**
 * The fact that a key names.
 * @param {Object<string, any>} record
 * @param {string} key such as "mentions/3"
 * @returns {{field: string, index: number, fact: any}}
 */
export function factOf(record, key) {
  const [field, at] = key.split("/");
  return { field, index: Number(at), fact: record[field]?.[Number(at)] };
}

/**
 * The parts of the record that were read from a place.
 * @param {Object<string, any>} record
 * @param {[number, number]} span
 * @returns {{field: string, index: number, fact: any}[]}
 */
export function partsAt(record, [start, end]) {
  return PARTS.flatMap((field) =>
    (record[field] ?? [])
      .map((/** @type {any} */ fact, /** @type {number} */ index) => ({ field, index, fact }))
      .filter((/** @type {any} */ held) => spansOf(held.fact).some(([from, to]) => from === start && to === end)),
  );
}

/**
 * How a part is called in one line.
 * @param {Object<string, any>} part
 */
export function nameOf(part) {
  return String(part.name ?? part.short ?? part.text ?? part.email ?? part.phone ?? part.projects?.[0] ?? "");
}

/**
 * The types of facts in a record, with their numbers.
 * @param {Object<string, any>} record
 * @returns {Map<string, number>}
 */
export function counts(record) {
  /** @type {Map<string, number>} */
  const found = new Map();
  const count = (/** @type {string} */ type) => found.set(type, (found.get(type) ?? 0) + 1);
  for (const mention of record.mentions) count(mention.type);
  for (const [field, type] of Object.entries(SHOWN_PARTS)) for (const _ of record[field] ?? []) count(type);
  return new Map(TYPES.filter((type) => found.has(type)).map((type) => [type, found.get(type) ?? 0]));
}
