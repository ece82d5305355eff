/** The articles that are open, and what was corrected in them. */

import { lang } from "./i18n.js";

/**
 * A record as `sasil schema` describes it.
 * @typedef {Object<string, any>} SasilRecord
 * @typedef {[number, number]} Span code points: start inclusive, end exclusive
 */

/** The parts of a record, in the order in which they are shown. */
export const PARTS = /** @type {const} */ ([
  "projects",
  "budgets",
  "events",
  "people",
  "quotes",
  "organizations",
  "acronyms",
  "contacts",
]);

/** One article: its record as it was read, as it is now, and every state between. */
export class Entry {
  /** @param {SasilRecord} record */
  constructor(record) {
    this.read = record;
    this.record = record;
    this.saved = record;
    this.checked = false;
    this.savedChecked = false;
    /** @type {SasilRecord[]} */
    this.past = [];
    /** @type {SasilRecord[]} */
    this.future = [];
  }

  /** @param {SasilRecord} record the corrected record; records are never changed in place */
  correct(record) {
    this.past.push(this.record);
    this.future = [];
    this.record = record;
  }

  /** @returns {boolean} whether there was something to undo */
  undo() {
    return this.#turn(this.past, this.future);
  }

  /** @returns {boolean} whether there was something to do again */
  redo() {
    return this.#turn(this.future, this.past);
  }

  /**
   * @param {SasilRecord[]} from
   * @param {SasilRecord[]} to
   */
  #turn(from, to) {
    const record = from.pop();
    if (!record) return false;
    to.push(this.record);
    this.record = record;
    return true;
  }

  get corrected() {
    return this.record !== this.read;
  }

  get unsaved() {
    return this.record !== this.saved || this.checked !== this.savedChecked;
  }

  /** Remember that what stands here has been written to a file. */
  keep() {
    this.saved = this.record;
    this.savedChecked = this.checked;
  }

  get title() {
    const { article, text } = this.record;
    return (article?.title || text.trimStart().split("\n")[0] || "").trim().slice(0, 200);
  }
}

/** What the reader has open and how it is shown; it outlives every change of screen. */
export class Session {
  /**
   * @param {SasilRecord[]} records
   * @param {{ko: Object<string, string>, en: Object<string, string>}} rules what each rule says
   * @param {boolean} live whether there is a server to ask
   */
  constructor(records, rules, live) {
    this.entries = records.map((record) => new Entry(record));
    this.rules = rules;
    this.live = live;
    /** @type {Set<string>} the types that are not shown */
    this.hidden = new Set();
    this.labels = false;
    this.editing = false;
    this.pane = "text";
    this.token = "";
    this.list = { words: "", sort: "given", type: "", shown: 0, scroll: 0 };
    /** @type {number[]} the articles in the order in which the list shows them */
    this.order = [];
  }

  get unsaved() {
    return this.entries.filter((entry) => entry.unsaved);
  }

  /**
   * What a rule says in the language of the interface; endings of one rule share its words.
   * @param {string} rule
   */
  about(rule) {
    const said = this.rules[lang()];
    return said[rule] ?? said[rule.replace(/_(unit|chain)$/, "")] ?? "";
  }
}
