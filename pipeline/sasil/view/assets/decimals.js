/** Amounts: decimal strings, reckoned exactly and never as floating point. */

/** @typedef {{digits: bigint, scale: number}} Decimal */

/** An amount as a record may have it: `-?\d+(\.\d+)?`. */
export const AMOUNT = /^-?\d+(\.\d+)?$/;

/**
 * @param {string} text
 * @returns {Decimal}
 */
export function decimal(text) {
  const [whole, part = ""] = text.split(".");
  return { digits: BigInt(whole + part), scale: part.length };
}

/** @param {Decimal[]} amounts */
export function sum(amounts) {
  const scale = Math.max(0, ...amounts.map((one) => one.scale));
  return { digits: amounts.reduce((total, one) => total + scaled(one, scale), 0n), scale };
}

/**
 * @param {Decimal} a
 * @param {Decimal} b
 * @returns {number} below, at or above 0
 */
export function compare(a, b) {
  const scale = Math.max(a.scale, b.scale);
  const gap = scaled(a, scale) - scaled(b, scale);
  return gap < 0n ? -1 : gap > 0n ? 1 : 0;
}

/**
 * The share of a part in a whole as a number from 0 on, for drawing only.
 * @param {Decimal} part
 * @param {Decimal} whole
 */
export function share(part, whole) {
  const scale = Math.max(part.scale, whole.scale);
  const below = scaled(whole, scale);
  return below === 0n ? 0 : Number((scaled(part, scale) * 1000000n) / below) / 1000000;
}

/** @param {Decimal} amount */
export function written({ digits, scale }) {
  const sign = digits < 0n ? "-" : "";
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
  const part = scale ? text.slice(-scale).replace(/0+$/, "") : "";
  return sign + text.slice(0, text.length - scale) + (part && `.${part}`);
}

/**
 * Thousands parted by commas: "1260000000" → "1,260,000,000".
 * @param {string} text
 */
export function grouped(text) {
  const [whole, part] = text.split(".");
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? commas : `${commas}.${part}`;
}

const MYRIADS = ["", "만", "억", "조", "경", "해"];
const THOUSANDS = /** @type {const} */ ([
  [12, "trillion"],
  [9, "billion"],
  [6, "million"],
]);

/**
 * An amount as people say it, exact: "1260000000" → "12억 6,000만", "1.26 billion".
 * @param {string} text
 * @param {string} lang
 */
export function spoken(text, lang) {
  const sign = text.startsWith("-") ? "-" : "";
  const [whole, part] = text.replace("-", "").split(".");
  const digits = whole.replace(/^0+(?=\d)/, "");
  if (part !== undefined || digits.length < 5 || digits.length > 24) return grouped(text);
  return sign + (lang === "ko" ? inMyriads(digits) : inThousands(digits));
}

/** @param {string} digits */
function inMyriads(digits) {
  const words = [];
  for (let at = 0, rest = digits; rest; at += 1, rest = rest.slice(0, -4)) {
    const four = rest.slice(-4).replace(/^0+/, "");
    if (four) words.unshift(grouped(four) + MYRIADS[at]);
  }
  return words.join(" ");
}

/** @param {string} digits */
function inThousands(digits) {
  for (const [zeros, word] of THOUSANDS) {
    if (digits.length <= zeros) continue;
    const shifted = written({ digits: BigInt(digits), scale: zeros });
    // More than three places would not be easier to read than the number itself.
    return /\.\d{4,}$/.test(shifted) ? grouped(digits) : `${grouped(shifted)} ${word}`;
  }
  return grouped(digits);
}

/**
 * @param {Decimal} amount
 * @param {number} scale
 */
function scaled(amount, scale) {
  return amount.digits * 10n ** BigInt(scale - amount.scale);
}
