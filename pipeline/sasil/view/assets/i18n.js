/** The languages of the interface; the facts themselves stay in the language of their text. */

import { ENGLISH } from "./messages.en.js";
import { KOREAN } from "./messages.ko.js";

const MESSAGES = { ko: KOREAN, en: ENGLISH };

/** @returns {"ko" | "en"} */
export function lang() {
  return document.documentElement.lang === "en" ? "en" : "ko";
}

/** @param {"ko" | "en"} name */
export function setLang(name) {
  document.documentElement.lang = name;
  remember("sasil.lang", name);
}

/**
 * A message of the interface.
 * @param {string} key
 * @param {Object<string, string | number>} [held] what stands in its braces
 */
export function t(key, held = {}) {
  const table = /** @type {Object<string, string>} */ (MESSAGES[lang()]);
  return (table[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(held[name] ?? ""));
}

/** @param {string} key whether there is a message of that name */
export function has(key) {
  return key in KOREAN;
}

/**
 * Keep a setting for the next visit, where the browser allows it.
 * @param {string} key
 * @param {string | null} value
 */
export function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A page from a file may have no storage: the setting then holds as long as the page is open.
  }
}
