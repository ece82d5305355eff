/** The normal form of a fact: for people, and exactly. */

import { dateSaid, lengthSaid } from "./dates.js";
import { grouped, spoken } from "./decimals.js";
import { lang, t } from "./i18n.js";

/** @typedef {{main: string, exact: string | null}} Said what people read, and the exact form where it differs */

const CURRENCIES = {
  KRW: ["원", "won"],
  USD: ["달러", "dollars"],
  EUR: ["유로", "euros"],
  JPY: ["엔", "yen"],
  CNY: ["위안", "yuan"],
  GBP: ["파운드", "pounds"],
};
const PERIODS = {
  P1Y: ["한 해에", "a year"],
  P1M: ["한 달에", "a month"],
  P1D: ["하루에", "a day"],
  P1W: ["한 주에", "a week"],
};

/**
 * @param {string} type
 * @param {any} value a mention's value, or null
 * @returns {Said | null} null where there is nothing to say
 */
export function valueSaid(type, value) {
  if (!value) return null;
  if (type === "MONEY") return moneySaid(value);
  if (type === "PERCENT") return plain(value, value.unit === "percent" ? "%" : "%p");
  if (type === "QUANTITY") return quantitySaid(value);
  if (type === "DATE") return dated(value);
  if (type === "TIME") return { main: dateSaid(value.value, value.mod) || t("detail.unknown"), exact: value.value };
  if (type === "DURATION") return { main: modified(lengthSaid(value.value), value.modifier), exact: value.value };
  if (type === "SET")
    return { main: setSaid(value), exact: [value.value, value.freq, value.quant].filter(Boolean).join(" ") };
  if (type === "LAW") return { main: value.article, exact: null };
  return null;
}

/**
 * Money, of a mention or of a budget: {"amount": "1260000000", "currency": "KRW"} → "12억 6,000만 원".
 * @param {{amount?: string, low?: string, high?: string, currency: string, modifier?: string, per?: string}} value
 * @returns {Said}
 */
export function moneySaid(value) {
  const numbers = value.amount === undefined ? [value.low, value.high] : [value.amount];
  const known = /** @type {string[]} */ (numbers.filter((one) => typeof one === "string"));
  const words = known.map((one) => spoken(one, lang())).join(" ~ ");
  const names = /** @type {Object<string, string[]>} */ (CURRENCIES)[value.currency];
  const money = names ? `${words} ${names[lang() === "ko" ? 0 : 1]}` : `${words} ${value.currency}`;
  const exact = `${known.map(grouped).join(" – ")} ${value.currency}`;
  return { main: each(modified(money, value.modifier), value.per), exact };
}

/** @param {any} value */
function quantitySaid(value) {
  const said = plain(value, /^[가-힣%℃°]/.test(value.unit ?? "") ? value.unit : ` ${value.unit ?? ""}`.trimEnd());
  const of = value.of ? ` (${value.of})` : "";
  return { main: each(said.main, value.per) + of, exact: said.exact };
}

/**
 * @param {any} value
 * @param {string} unit
 * @returns {Said}
 */
function plain(value, unit) {
  const numbers = (value.amount === undefined ? [value.low, value.high] : [value.amount]).filter(Boolean);
  const main = numbers.map((/** @type {string} */ one) => spoken(one, lang())).join(" ~ ");
  const exact = numbers.map(grouped).join(" – ");
  return { main: modified(main + unit, value.modifier), exact: exact === main ? null : exact + unit };
}

/**
 * @param {any} value
 * @returns {Said}
 */
function dated(value) {
  const distance = value.rel ? ` (${value.rel.offset > 0 ? "+" : ""}${value.rel.offset} ${value.rel.unit})` : "";
  const main = (dateSaid(value.value, value.mod) || t("detail.unknown")) + distance;
  const days = value.start && value.end && value.start !== value.end ? ` · ${value.start} ~ ${value.end}` : "";
  return { main, exact: value.value === null ? null : value.value + days };
}

/** @param {any} value */
function setSaid(value) {
  const often = value.freq ? `${value.freq.replace("X", lang() === "ko" ? "번" : " times")}` : "";
  const length = value.value.startsWith("P") ? lengthSaid(value.value) : value.value;
  if (lang() === "ko") return [length + (value.value.startsWith("P") ? "마다" : ""), often].filter(Boolean).join(" ");
  return [often, `every ${length}`].filter(Boolean).join(" ");
}

/**
 * @param {string} text
 * @param {string | undefined} modifier
 */
function modified(text, modifier) {
  if (!modifier) return text;
  const before = lang() === "en" || modifier === "about";
  const word = t(`modifier.${modifier}`);
  if (modifier === "vague" && lang() === "ko") return `${text} (${word})`;
  return before ? `${word} ${text}` : `${text} ${word}`;
}

/**
 * @param {string} text
 * @param {string | undefined} per
 */
function each(text, per) {
  if (!per) return text;
  const words = /** @type {Object<string, string[]>} */ (PERIODS)[per];
  if (lang() === "ko") return words ? `${words[0]} ${text}` : `${per}당 ${text}`;
  return words ? `${text} ${words[1]}` : `${text} per ${per}`;
}

/**
 * A project's period.
 * @param {{start: string | null, end: string | null} | null} period
 */
export function periodSaid(period) {
  if (!period || (!period.start && !period.end)) return "";
  const [start, end] = [dateSaid(period.start), dateSaid(period.end)];
  if (start && end) return t("period.both", { start, end });
  return start ? t("period.from", { date: start }) : t("period.to", { date: end });
}
