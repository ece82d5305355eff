/** Corrections: every one gives a new record, with text[start:end] the surface of each mention; wrong ones are refused. */

import { Offsets } from "./codepoints.js";
import { NEW_PARTS } from "./fields.js";
import { grounding, Refused } from "./grounding.js";
import { spanOf, spansOf } from "./places.js";
import { PARTS } from "./session.js";

/** @typedef {Object<string, any>} Rec a record */

/** The rule that stands in `by` of what a person wrote. */
export const BY = "view.hand";

/** The parts that stand on mentions of a type: without the mention they fall. @type {Object<string, string>} */
const OWNED = { PROJECT: "projects", EVENT: "events", PERSON: "people", ORG: "organizations", MONEY: "budgets" };

/**
 * @param {Rec} record
 * @param {string} type
 * @param {number} start
 * @param {number} end
 * @param {any} [value]
 * @returns {Rec}
 */
export function addMention(record, type, start, end, value = null) {
  const mention = placed(record, { type, start, end, text: "", value, by: BY }, -1);
  return owned(withMentions(record, [...record.mentions, mention]), mention);
}

/**
 * @param {Rec} record
 * @param {number} index
 * @param {{type?: string, start?: number, end?: number, value?: any}} change
 * @returns {Rec}
 */
export function changeMention(record, index, change) {
  const before = record.mentions[index];
  const retyped = change.type !== undefined && change.type !== before.type;
  const after = placed(record, { ...before, ...change, ...(retyped && { value: null }), by: BY }, index);
  const mentions = record.mentions.map((/** @type {any} */ one, /** @type {number} */ at) =>
    at === index ? after : one,
  );
  const changed = withMentions(record, mentions);
  if (retyped) return owned(disowned(changed, before).record, after);
  return before.start === after.start && before.end === after.end ? changed : followed(changed, before, after);
}

/**
 * @param {Rec} record
 * @param {number} index
 * @returns {{record: Rec, dropped: string[]}} and the fields from which parts fell with the mention
 */
export function removeMention(record, index) {
  const mentions = record.mentions.filter((/** @type {any} */ _, /** @type {number} */ at) => at !== index);
  return disowned({ ...record, mentions }, record.mentions[index]);
}

/**
 * @param {Rec} record
 * @param {string} field
 * @param {number} index the part to change; -1 for a new one
 * @param {any} change slots
 * @returns {Rec}
 */
export function changePart(record, field, index, change) {
  const before =
    index < 0 ? { ...NEW_PARTS[field], ...(field === "quotes" ? {} : { spans: [] }) } : record[field][index];
  const after = { ...before, ...change, by: BY };
  for (const [slot, value] of Object.entries(after)) if (value === undefined) delete after[slot];
  const grounded = grounding(record, field, after);
  const parts =
    index < 0
      ? [...record[field], grounded]
      : record[field].map((/** @type {any} */ one, /** @type {number} */ at) => (at === index ? grounded : one));
  const changed = { ...record, [field]: parts };
  return index >= 0 && before.name && before.name !== grounded.name
    ? renamed(changed, field, before.name, grounded.name)
    : changed;
}

/**
 * @param {Rec} record
 * @param {string} field
 * @param {number} index
 * @returns {Rec}
 */
export function removePart(record, field, index) {
  const gone = record[field][index];
  const parts = record[field].toSpliced(index, 1);
  if (field === "budgets") return { ...record, budgets: parts.map((/** @type {any} */ one) => repointed(one, index)) };
  const changed = { ...record, [field]: parts };
  if (field !== "projects" || parts.some((/** @type {any} */ one) => one.name === gone.name)) return changed;
  const freed = record.budgets.map((/** @type {any} */ one) => ({
    ...one,
    projects: one.projects.filter((/** @type {string} */ name) => name !== gone.name),
  }));
  return { ...changed, budgets: freed };
}

/**
 * @param {any} budget
 * @param {number} gone the position that was taken out
 */
function repointed(budget, gone) {
  if (!Number.isInteger(budget.part_of)) return budget;
  const { part_of, ...alone } = budget;
  if (part_of === gone) return alone;
  return part_of > gone ? { ...alone, part_of: part_of - 1 } : budget;
}

/**
 * A mention with its surface, in a place that it may have.
 * @param {Rec} record
 * @param {any} mention
 * @param {number} index its own position, which does not count as an overlap
 */
function placed(record, mention, index) {
  const offsets = new Offsets(record.text);
  const { start, end } = mention;
  if (!(start >= 0 && start < end && end <= offsets.length)) throw new Refused("refused.empty");
  record.mentions.forEach((/** @type {any} */ other, /** @type {number} */ at) => {
    if (at !== index && other.start < end && start < other.end && !nests(mention, other) && !nests(other, mention)) {
      throw new Refused("refused.overlap", { words: other.text });
    }
  });
  return { ...mention, text: offsets.slice(start, end) };
}

/**
 * Only a PROJECT in an EVENT's name may lie inside another mention.
 * @param {any} inner
 * @param {any} outer
 */
function nests(inner, outer) {
  return outer.type === "EVENT" && inner.type === "PROJECT" && outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * @param {Rec} record
 * @param {any[]} mentions
 */
function withMentions(record, mentions) {
  return { ...record, mentions: [...mentions].sort((a, b) => a.start - b.start || b.end - a.end) };
}

/** @param {[number, number]} a @param {[number, number]} b */
const same = (a, b) => a[0] === b[0] && a[1] === b[1];

/**
 * A mention of a new name makes a part of its own; a further place of a known one is added to its part.
 * @param {Rec} record
 * @param {any} mention
 */
function owned(record, mention) {
  const field = OWNED[mention.type];
  if (!field || field === "budgets") return record; // whose money it is no mark can say
  const at = record[field].findIndex(
    (/** @type {any} */ one) => one.name === mention.text || one.aliases?.includes(mention.text),
  );
  if (at < 0) {
    const part = { name: mention.text, ...NEW_PARTS[field], spans: [spanOf(mention)], by: BY };
    return { ...record, [field]: [...record[field], part] };
  }
  const spans = [...spansOf(record[field][at]), spanOf(mention)].sort((a, b) => a[0] - b[0]);
  return { ...record, [field]: record[field].with(at, { ...record[field][at], spans }) };
}

/**
 * @param {Rec} record without the mention, or with another type for it
 * @param {any} mention as it was
 */
function disowned(record, mention) {
  const field = OWNED[mention.type];
  /** @type {string[]} */
  const dropped = [];
  let changed = record;
  for (let at = (record[field] ?? []).length - 1; at >= 0; at -= 1) {
    const part = record[field][at];
    const spans = spansOf(part).filter((span) => !same(span, spanOf(mention)));
    if (spans.length === spansOf(part).length) continue;
    if (!spans.length) dropped.push(field);
    changed = spans.length
      ? { ...changed, [field]: changed[field].with(at, { ...part, spans }) }
      : removePart(changed, field, at);
  }
  return { record: changed, dropped };
}

/**
 * A mention has moved: the parts that stand on it go along, and a part that bore its words takes the new ones.
 * @param {Rec} record
 * @param {any} before
 * @param {any} after
 */
function followed(record, before, after) {
  const moved = (/** @type {[number, number]} */ span) => (same(span, spanOf(before)) ? spanOf(after) : span);
  let changed = record;
  for (const field of PARTS) {
    if (field === "quotes") continue;
    const parts = changed[field].map((/** @type {any} */ part) => ({ ...part, spans: spansOf(part).map(moved) }));
    changed = { ...changed, [field]: parts };
  }
  const field = OWNED[after.type];
  const holder =
    field &&
    changed[field].find(
      (/** @type {any} */ one) =>
        one.name === before.text && one.spans.some((/** @type {any} */ span) => same(span, spanOf(after))),
    );
  if (!holder || holder.spans.length > 1) return changed;
  const parts = changed[field].map((/** @type {any} */ one) => (one === holder ? { ...one, name: after.text } : one));
  return renamed({ ...changed, [field]: parts }, field, before.text, after.text);
}

/**
 * A name has changed: all that refer to it take the new one.
 * @param {Rec} record
 * @param {string} field
 * @param {string} from
 * @param {string} to
 */
function renamed(record, field, from, to) {
  const swap = (/** @type {string | null} */ name) => (name === from ? to : name);
  const each = (/** @type {string} */ other, /** @type {(part: any) => any} */ change) => ({
    [other]: record[other].map(change),
  });
  if (field === "projects") {
    return { ...record, ...each("budgets", (one) => ({ ...one, projects: one.projects.map(swap) })) };
  }
  if (field === "people") return { ...record, ...each("quotes", (one) => ({ ...one, speaker: swap(one.speaker) })) };
  if (field !== "organizations") return record;
  return {
    ...record,
    ...each("projects", (one) => ({
      ...one,
      organizations: one.organizations.map((/** @type {any} */ held) => ({ ...held, name: swap(held.name) })),
    })),
    ...each("people", (one) => ({ ...one, organization: swap(one.organization) })),
    ...each("quotes", (one) => ({ ...one, organization: swap(one.organization) })),
    ...each("events", (one) => ({ ...one, host: swap(one.host) })),
  };
}
