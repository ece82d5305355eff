/** The page of a server: a text, a file or an address goes in. */

import { announce, h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { extract, Failure, health, isRecord } from "./server.js";
import { Entry } from "./session.js";

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

export class Live {
  /**
   * @param {import("./session.js").Session} session
   * @param {(at: number | null) => void} go shows an article, or the list
   */
  constructor(session, go) {
    this.session = session;
    this.go = go;
    this.draft = { text: "", url: "", published: "", token: "" };
    /** @type {import("./server.js").Health} */
    this.health = {};
    /** @type {AbortController | null} */
    this.running = null;
    /** @type {{title: string, detail: string} | null} */
    this.error = null;
    this.#drops();
    health()
      .then((found) => (this.health = found))
      .catch((error) => this.#fail(error))
      .finally(() => this.element?.isConnected && this.element.replaceWith(this.form()));
  }

  /** The screen on which an article is given. */
  form() {
    const { urls, token, limits } = this.health;
    const text = this.#input(
      "text",
      h("textarea", { rows: 12, placeholder: t("live.text.hint"), spellcheck: "false" }),
    );
    const go = h("button.primary", { type: "submit" }, t("live.go"));
    this.state = h("div.state");
    const form = h(
      "form",
      { novalidate: true },
      this.#field("text", text),
      this.#row(),
      urls && this.#urlField(),
      token && this.#tokenField(),
      this.state,
      h("div.submit", {}, go, this.#limits(limits)),
    );
    form.addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#readText();
    });
    this.element = h("div.live", {}, h("h1", {}, t("live.title")), h("p.lead", {}, t("live.lead")), form);
    this.#tell();
    return this.element;
  }

  #row() {
    const file = h("input.unseen", {
      type: "file",
      id: "live-file",
      accept: ".txt,.html,.htm,.hwp,.hwpx,.pdf,.docx,.json,.jsonl,.ndjson",
      "aria-describedby": "live-file-hint",
    });
    file.addEventListener("change", () => file.files?.[0] && this.#readFile(file.files[0]));
    const published = this.#input("published", h("input", { type: "date", "aria-describedby": "live-published-hint" }));
    return h(
      "div.pairs",
      {},
      h(
        "div.field",
        {},
        file,
        h("label.button", { for: "live-file" }, icon("file"), t("live.file")),
        h("p.hint", { id: "live-file-hint" }, t("live.file.hint")),
      ),
      this.#field("published", published, h("p.hint", { id: "live-published-hint" }, t("live.published.hint"))),
    );
  }

  #urlField() {
    const url = this.#input(
      "url",
      h("input", { type: "url", inputmode: "url", placeholder: "https://", autocomplete: "off" }),
    );
    const read = h("button", { type: "button", on: { click: () => this.#readUrl() } }, t("live.url.read"));
    url.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.#readUrl();
    });
    return h("div.field", {}, h("label", { for: "live-url" }, t("live.url")), h("div.pair", {}, url, read));
  }

  #tokenField() {
    const token = this.#input(
      "token",
      h("input", { type: "password", autocomplete: "off", "aria-describedby": "live-token-hint" }),
    );
    return this.#field("token", token, h("p.hint", { id: "live-token-hint" }, t("live.token.hint")));
  }

  /** @param {{bytes?: number} | undefined} limits */
  #limits(limits) {
    const words = [
      limits?.bytes && t("live.limit", { size: sized(limits.bytes) }),
      LOOPBACK.test(location.hostname) && t("live.local"),
    ];
    return h("p.hint", {}, words.filter(Boolean).join(" "));
  }

  /**
   * A field whose content outlives a change of screen or language.
   * @param {"text" | "url" | "published" | "token"} key
   * @param {any} input
   */
  #input(key, input) {
    input.id = `live-${key}`;
    input.value = this.draft[key];
    input.addEventListener("input", () => {
      this.draft[key] = input.value;
      this.session.token = this.draft.token;
    });
    return input;
  }

  /**
   * @param {string} key
   * @param {Node} input
   * @param {Node | null} [hint]
   */
  #field(key, input, hint = null) {
    return h(`div.field.${key}`, {}, h("label", { for: `live-${key}` }, t(`live.${key}`)), input, hint);
  }

  #readText() {
    if (this.draft.text.trim()) this.#read({ text: this.draft.text });
    else if (this.draft.url.trim()) this.#readUrl();
    else this.#fail(new Failure(t("error.empty")));
  }

  #readUrl() {
    if (this.draft.url.trim()) this.#read({ url: this.draft.url.trim() });
    else this.#fail(new Failure(t("error.empty")));
  }

  /** @param {File} file an article, or records that are shown as they are */
  async #readFile(file) {
    if (/\.(jsonl|ndjson|json)$/i.test(file.name)) return this.#open(await file.text());
    const limit = this.health.limits?.bytes;
    if (limit && file.size > limit)
      return this.#fail(new Failure(t("error.size", { size: sized(file.size), limit: sized(limit) })));
    return this.#read({ file });
  }

  /** @param {string} text JSON lines of records, or one record */
  #open(text) {
    const [records, wrong] = parsed(text);
    if (!records.length) return this.#fail(new Failure(t("error.line", { line: wrong[0] ?? 1 })));
    const first = this.session.entries.length;
    this.session.entries.push(...records.map((record) => new Entry(record)));
    this.error = wrong.length
      ? { title: t("error.skipped", { n: wrong.length, lines: wrong.slice(0, 9).join(", ") }), detail: "" }
      : null;
    announce(t("live.opened", { n: records.length }));
    this.go(records.length === 1 ? first : null);
  }

  /** @param {{text?: string, url?: string, file?: File}} given */
  async #read(given) {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.error = null;
    this.#tell();
    try {
      const record = await extract({
        ...given,
        published: this.draft.published,
        token: this.draft.token,
        signal: running.signal,
      });
      this.session.entries.push(new Entry(record));
      this.running = null;
      announce(t("live.read", { n: record.mentions.length }));
      this.go(this.session.entries.length - 1);
    } catch (error) {
      if (this.running !== running) return;
      this.running = null;
      this.#fail(error);
    }
  }

  /** @param {any} error */
  #fail(error) {
    this.error = { title: error.message, detail: error.detail ?? "" };
    this.#tell();
    if (error.status === 401) document.getElementById("live-token")?.focus();
  }

  /** Say how it stands: being read, failed, or nothing. */
  #tell() {
    if (!this.state) return;
    const cancel = h("button.plain", { type: "button", on: { click: () => this.running?.abort() } }, t("live.cancel"));
    const reading =
      this.running &&
      h("div.busy", { role: "status" }, h("span.spinner", { "aria-hidden": "true" }), t("live.reading"), cancel);
    this.state.replaceChildren(...[reading, this.error && failed(this.error)].filter(Boolean));
    if (this.running || this.error) this.state.scrollIntoView({ block: "nearest" });
    this.element?.setAttribute("aria-busy", String(Boolean(this.running)));
  }

  #drops() {
    const files = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files");
    addEventListener("dragover", (event) => {
      if (!files(event)) return;
      event.preventDefault();
      document.body.dataset.drop = t("live.drop");
    });
    addEventListener("dragleave", (event) => event.relatedTarget === null && delete document.body.dataset.drop);
    addEventListener("drop", (event) => {
      delete document.body.dataset.drop;
      const file = event.dataTransfer?.files[0];
      if (!files(event) || !file) return;
      event.preventDefault();
      this.go(-1);
      this.#readFile(file);
    });
  }
}

/** @param {{title: string, detail: string}} error */
export function failed(error) {
  return h(
    "div.error",
    { role: "alert" },
    icon("no"),
    h("div", {}, h("strong", {}, error.title), error.detail && h("p", {}, error.detail)),
  );
}

/**
 * @param {string} text
 * @returns {[Object<string, any>[], number[]]} the records, and the lines that are none
 */
export function parsed(text) {
  const whole = attempt(text);
  if (isRecord(whole)) return [[complete(whole)], []];
  /** @type {[Object<string, any>[], number[]]} */
  const found = [[], []];
  text.split("\n").forEach((line, at) => {
    if (!line.trim()) return;
    const record = attempt(line);
    if (isRecord(record)) found[0].push(complete(record));
    else found[1].push(at + 1);
  });
  return found;
}

/** @param {string} text */
function attempt(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const LISTS = [
  "projects",
  "budgets",
  "acronyms",
  "people",
  "organizations",
  "quotes",
  "events",
  "contacts",
  "warnings",
];

/** @param {Object<string, any>} record of any tool: lists that it lacks are empty */
function complete(record) {
  const lists = Object.fromEntries(LISTS.map((field) => [field, Array.isArray(record[field]) ? record[field] : []]));
  return { ...record, article: record.article ?? {}, ...lists };
}

/** @param {number} bytes */
function sized(bytes) {
  return bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1).replace(/\.0$/, "")} MB`;
}
