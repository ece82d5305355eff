/** Where in the text a part stands that is written by hand: what the text does not bear out is refused. */

import { Offsets } from "./codepoints.js";
import { spanOf } from "./places.js";

/** A correction that would make a record that is none; `key` is the message. */
export class Refused extends Error {
  /**
   * @param {string} key
   * @param {Object<string, string>} [held]
   */
  constructor(key, held = {}) {
    super(key);
    this.key = key;
    this.held = held;
  }
}

/**
 * The places of a part that is written by hand, found as the gold set finds them.
 * @param {Object<string, any>} record
 * @param {string} field
 * @param {any} part
 */
export function grounding(record, field, part) {
  if (field === "quotes")
    return { ...part, span: found(record.text, part.text, part.span?.[0])[0] ?? refuse("refused.quote") };
  if (field === "acronyms") return { ...part, spans: needed(found(record.text, part.short)) };
  if (field === "contacts") {
    return {
      ...part,
      spans: needed(
        [part.name, part.phone, part.email, part.department]
          .filter(Boolean)
          .flatMap((one) => found(record.text, one).slice(0, 1)),
      ),
    };
  }
  if (field !== "budgets") return part;
  const of = (/** @type {any} */ value) => `${value.amount ?? `${value.low}..${value.high}`} ${value.currency}`;
  const money = record.mentions.filter(
    (/** @type {any} */ one) => one.type === "MONEY" && one.value && of(one.value) === of(part),
  );
  return { ...part, spans: needed(money.map(spanOf)) };
}

/** @param {string} key @returns {never} */
function refuse(key) {
  throw new Refused(key);
}

/** @param {[number, number][]} spans */
function needed(spans) {
  return spans.length ? spans : refuse("refused.ground");
}

/**
 * @param {string} text
 * @param {string} words
 * @param {number} [first] the code point of the place that comes first, if the words stand there
 * @returns {[number, number][]} where the words stand, in code points
 */
export function found(text, words, first = -1) {
  const offsets = new Offsets(text);
  /** @type {[number, number][]} */
  const spans = [];
  for (let at = words ? text.indexOf(words) : -1; at >= 0; at = text.indexOf(words, at + words.length)) {
    spans.push([offsets.point(at), offsets.point(at + words.length)]);
  }
  const own = spans.findIndex(([start]) => start === first);
  return own > 0 ? [spans[own], ...spans.toSpliced(own, 1)] : spans;
}
