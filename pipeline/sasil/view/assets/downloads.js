/** What is taken away: JSON, CSV, a calendar; made here, without a server. */

import { calendar } from "./calendar.js";
import { csv, TABLES } from "./csv.js";
import { announce, h, icon } from "./dom.js";
import { t } from "./i18n.js";

/**
 * Give a file to the reader.
 * @param {string} name
 * @param {string} type
 * @param {string} content
 */
export function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = h("a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  announce(t("save.done", { name }));
}

/** @param {Object<string, any>} record → a name that any file system takes */
export function fileName(record) {
  const stem = String(record.id).split(/[/\\]/).pop() ?? "";
  return (
    stem
      .replace(/\.\w{1,5}$/, "")
      .replace(/[^\p{L}\p{N}._-]+/gu, "-")
      .replace(/^[-.]+|[-.]+$/g, "")
      .slice(0, 80) || "sasil"
  );
}

/** @param {Object<string, any>[]} records */
export function lines(records) {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

/**
 * The menu of one article, or of all.
 * @param {import("./session.js").Session} session
 * @param {import("./session.js").Entry | null} entry null for all articles
 */
export function downloads(session, entry) {
  const records = () => (entry ? [entry.record] : session.entries.map((one) => one.record));
  const name = () => (entry ? fileName(entry.record) : "records");
  const table = h(
    "select",
    { id: entry ? "table" : "table-all" },
    Object.keys(TABLES).map((one) => h("option", { value: one }, one === "mentions" ? t("facts") : t(`part.${one}`))),
  );
  const saveCsv = () => download(`${name()}.${table.value}.csv`, "text/csv", csv(records(), table.value));
  const menu = h(
    "details.menu",
    {},
    h("summary", {}, icon("down"), t("save.menu")),
    h(
      "div.sheet",
      {},
      !entry && h("p.quiet", {}, t("save.all")),
      entry
        ? [
            button("save.json", () =>
              download(`${name()}.json`, "application/json", `${JSON.stringify(entry.record, null, 2)}\n`),
            ),
            button("save.json.copy", () => copy(JSON.stringify(entry.record, null, 2))),
          ]
        : button("save.jsonl", () => download(`${name()}.jsonl`, "application/x-ndjson", lines(records()))),
      button("save.ics", () => saveCalendar(records(), name())),
      h("div.pair", {}, h("label", { for: table.id }, t("save.table")), table, button("save.csv", saveCsv)),
    ),
  );
  menu.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  menu.addEventListener("focusout", (/** @type {FocusEvent} */ event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  return menu;
}

/**
 * @param {string} key
 * @param {() => void} click
 */
function button(key, click) {
  return h("button", { type: "button", on: { click } }, t(key));
}

/**
 * @param {Object<string, any>[]} records
 * @param {string} name
 */
function saveCalendar(records, name) {
  const { text, count } = calendar(records);
  if (count) download(`${name}.ics`, "text/calendar", text);
  else announceAloud(t("save.ics.none"));
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    announceAloud(t("save.copied"));
  } catch {
    announceAloud(copiedByHand(text) ? t("save.copied") : t("save.copy.failed"));
  }
}

/**
 * A page from a file, or without TLS, may not have the clipboard's own interface.
 * @param {string} text
 */
function copiedByHand(text) {
  const area = h("textarea.unseen", { value: text, "aria-hidden": "true", tabindex: -1 });
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

/** @param {string} message for the eye as well as for screen readers */
export function announceAloud(message) {
  announce(message);
  document.querySelector(".toast")?.remove();
  const toast = h("div.toast", { "aria-hidden": "true" }, message);
  document.body.append(toast);
  setTimeout(() => toast.remove(), 3500);
}
