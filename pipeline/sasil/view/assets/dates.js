/** Times in TIMEX3, as people read them. */

import { lang } from "./i18n.js";

const HALVES = { H1: ["상반기", "first half of"], H2: ["하반기", "second half of"] };
const SEASONS = { SP: ["봄", "spring"], SU: ["여름", "summer"], FA: ["가을", "autumn"], WI: ["겨울", "winter"] };
const MODS = { START: ["초", "early"], MID: ["중순", "mid"], END: ["말", "late"], APPROX: ["께", "about"] };
const MORE_MODS = { BEFORE: ["전", "before"], AFTER: ["후", "after"] };
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** @param {string} day YYYY-MM-DD that is in the calendar, or not */
export function isDay(day) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day;
}

/**
 * A date, a time or a range of them, read aloud: "2025-10-03" → "2025년 10월 3일 (금)"; what is not known is left out.
 * @param {string | null | undefined} timex
 * @param {string} [mod]
 * @returns {string}
 */
export function dateSaid(timex, mod) {
  if (!timex) return "";
  const [from, to] = timex.split("/");
  const first = pointSaid(from);
  const whole = to === undefined ? first : rangeSaid(from, first, to);
  const word = mod && { ...MODS, ...MORE_MODS }[mod];
  if (!word) return whole;
  return lang() === "ko" ? `${whole} ${word[0]}` : `${word[1]} ${whole}`;
}

/**
 * @param {string} from
 * @param {string} first
 * @param {string} to
 */
function rangeSaid(from, first, to) {
  const clocks = /T(\d\d:\d\d)$/.exec(to);
  // A range within one day names the day once.
  if (clocks && (to.startsWith("T") || to.slice(0, 10) === from.slice(0, 10))) return `${first}–${clocks[1]}`;
  return `${first} ~ ${pointSaid(to)}`;
}

/** @param {string} point */
function pointSaid(point) {
  const [, date, clock] = /^([^T]*)(?:T(.*))?$/.exec(point) ?? ["", point, ""];
  const day = date ? daySaid(date) : "";
  return [day, clock].filter(Boolean).join(" ");
}

/** @param {string} date */
function daySaid(date) {
  const korean = lang() === "ko";
  const parts = /^([\dX]{4})(?:-(\d{2}|XX|H[12]|Q[1-4]|SP|SU|FA|WI))?(?:-(\d{2}|XX))?$/.exec(date);
  if (!parts) return date;
  const [, year, second, day] = parts;
  const part = second && partSaid(second, korean);
  const known = (/** @type {string | undefined} */ text) => text !== undefined && !text.includes("X");
  const numbers = [
    known(year) ? Number(year) : null,
    known(second) ? Number(second) : null,
    known(day) ? Number(day) : null,
  ];
  if (part) return korean ? [yearSaid(year), part].filter(Boolean).join(" ") : `${part} ${yearSaid(year)}`.trim();
  if (numbers.every((one) => one === null)) return yearSaid(year) || date;
  return korean ? koreanDay(date, year, numbers) : englishDay(date, year, numbers);
}

/** @param {string} year "2024", "202X", "XXXX" */
function yearSaid(year) {
  if (/^\d{4}$/.test(year)) return lang() === "ko" ? `${year}년` : year;
  if (/^\d{3}X$/.test(year)) return lang() === "ko" ? `${year.slice(0, 3)}0년대` : `${year.slice(0, 3)}0s`;
  return "";
}

/**
 * @param {string} second
 * @param {boolean} korean
 */
function partSaid(second, korean) {
  const words = { ...HALVES, ...SEASONS }[second];
  if (words) return korean ? words[0] : words[1];
  if (second.startsWith("Q")) return korean ? `${second[1]}분기` : second;
  return "";
}

/**
 * @param {string} date
 * @param {string} year
 * @param {(number | null)[]} numbers
 */
function koreanDay(date, year, [, month, day]) {
  const words = [yearSaid(year), month && `${month}월`, day && `${day}일`, weekday(date)];
  return words.filter(Boolean).join(" ");
}

/**
 * @param {string} date
 * @param {string} year
 * @param {(number | null)[]} numbers
 */
function englishDay(date, year, [, month, day]) {
  const week = weekday(date);
  const words = [
    week && `${week},`,
    day && (month ? `${day}` : `day ${day}`),
    month && MONTHS[month - 1],
    yearSaid(year),
  ];
  return words.filter(Boolean).join(" ");
}

/** @param {string} date */
function weekday(date) {
  if (!isDay(date)) return "";
  const at = new Date(`${date}T00:00:00Z`).getUTCDay();
  return lang() === "ko" ? `(${"일월화수목금토"[at]})` : "Sun Mon Tue Wed Thu Fri Sat".split(" ")[at];
}

const UNITS = {
  Y: ["년", "year"],
  M: ["개월", "month"],
  W: ["주", "week"],
  D: ["일", "day"],
  TH: ["시간", "hour"],
  TM: ["분", "minute"],
  TS: ["초", "second"],
};

/**
 * A length of time: "P1Y10M" → "1년 10개월", "P2D/P3D" → "2일 ~ 3일".
 * @param {string} iso
 * @returns {string}
 */
export function lengthSaid(iso) {
  if (iso.includes("/")) return iso.split("/").map(lengthSaid).join(" ~ ");
  const [, days, clock] = /^P([^T]*)(?:T(.*))?$/.exec(iso) ?? [];
  if (days === undefined) return iso;
  const pieces = [...pieced(days, ""), ...pieced(clock ?? "", "T")];
  return pieces.join(" ") || iso;
}

/**
 * @param {string} text
 * @param {string} prefix
 */
function pieced(text, prefix) {
  return [...text.matchAll(/([\d.]+|X+)([A-Z]+)/g)].map(([whole, amount, unit]) => {
    const word = /** @type {Object<string, string[]>} */ (UNITS)[prefix + unit];
    if (!word) return whole;
    return lang() === "ko" ? `${amount}${word[0]}` : `${amount} ${word[1]}${amount === "1" ? "" : "s"}`;
  });
}
