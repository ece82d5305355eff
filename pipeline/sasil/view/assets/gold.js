/** Corrected articles as gold JSON lines, which `sasil evaluate --gold` takes. */

import { PARTS } from "./session.js";

/**
 * @param {{record: Object<string, any>, corrected: boolean}[]} entries
 * @param {string} kind the kind of source
 * @param {Date} [now]
 * @returns {string}
 */
export function goldLines(entries, kind, now = new Date()) {
  const day = now.toISOString().slice(0, 10);
  const seen = new Set();
  return entries
    .map(({ record, corrected }) => {
      const origin = `${corrected ? "corrected" : "checked"} by hand in sasil view, ${day}`;
      return `${JSON.stringify(goldOf(record, unique(String(record.id), seen), kind, origin))}\n`;
    })
    .join("");
}

/**
 * @param {Object<string, any>} record
 * @param {string} id
 * @param {string} kind
 * @param {string} origin
 */
function goldOf(record, id, kind, origin) {
  const { article, text } = record;
  const parts = Object.fromEntries(PARTS.map((field) => [field, record[field].map(unsigned)]));
  return {
    id,
    kind,
    published_at: article?.published_at ?? null,
    title: article?.title ?? text.split("\n")[0].trim(),
    origin,
    schema_version: record.schema_version ?? "1.0",
    text,
    mentions: record.mentions.map(unsigned),
    ...parts,
  };
}

/** @param {any} fact without the rule that found it: a person has seen it */
function unsigned({ by, ...fact }) {
  return fact;
}

/**
 * @param {string} id
 * @param {Set<string>} seen
 */
function unique(id, seen) {
  let name = id;
  for (let n = 2; seen.has(name); n += 1) name = `${id}-${n}`;
  seen.add(name);
  return name;
}
