/** Correcting an article: its bar, the forms of its mentions, and what selecting text offers. */

import { changeMention, removeMention } from "./corrections.js";
import { announceAloud } from "./downloads.js";
import { h, icon } from "./dom.js";
import { BEGINNINGS, VALUES } from "./fields.js";
import { formOf } from "./forms.js";
import { found, Refused } from "./grounding.js";
import { t } from "./i18n.js";
import { choice } from "./listing.js";
import { PartForms } from "./partforms.js";
import { factOf, MENTION_TYPES } from "./places.js";
import { saving } from "./saving.js";
import { Selecting } from "./selecting.js";

export class Editing {
  /**
   * @param {import("./session.js").Session} session
   * @param {import("./session.js").Entry} entry
   * @param {import("./article.js").ArticleView} view
   */
  constructor(session, entry, view) {
    this.session = session;
    this.entry = entry;
    this.view = view;
    this.toggle = h("button", { type: "button", on: { click: () => this.#switch() } }, icon("edit"), h("span"));
    this.bar = h("div.editbar", { role: "group", "aria-label": t("edit.on") });
    this.selecting = new Selecting(this);
    this.parts = new PartForms(this);
    this.#fillBar();
  }

  #fillBar() {
    const turn = (/** @type {"undo" | "redo"} */ way) =>
      h("button", { type: "button", on: { click: () => this.turn(way) } }, icon(way), t(`edit.${way}`));
    this.undo = turn("undo");
    this.redo = turn("redo");
    this.checked = h("input", { type: "checkbox", id: "checked", checked: this.entry.checked });
    this.checked.addEventListener("change", () => {
      this.entry.checked = this.checked.checked;
      this.refresh();
    });
    this.save = h(
      "button.primary",
      { type: "button", on: { click: () => this.view.element.append(saving(this.session, () => this.refresh())) } },
      icon("save"),
      h("span"),
    );
    const checks = h("span.check", {}, this.checked, h("label", { for: "checked" }, t("edit.checked")));
    this.bar.append(
      h("p.hint", {}, t("edit.hint")),
      h("div.pair", {}, this.undo, this.redo, checks, this.save),
      this.#finder(),
    );
  }

  /** Adding by keyboard: the words are typed instead of selected. */
  #finder() {
    const words = h("input", { type: "text", id: "find-words", autocomplete: "off" });
    const nth = h("input", { type: "number", id: "find-nth", min: 1, value: "1" });
    const type = choice(
      MENTION_TYPES.map((one) => [one, t(`type.${one}`)]),
      "PROJECT",
    );
    type.id = "find-type";
    const form = h(
      "form.finder",
      { novalidate: true },
      h("div.field", {}, h("label", { for: words.id }, t("edit.find.words")), words),
      h("div.field", {}, h("label", { for: nth.id }, t("edit.find.nth")), nth),
      h("div.field", {}, h("label", { for: type.id }, t("edit.type")), type),
      h("button", { type: "submit" }, icon("plus"), t("edit.add")),
    );
    form.addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      const span = found(this.entry.record.text, words.value)[Math.max(1, Number(nth.value)) - 1];
      if (span) this.selecting.add(type.value, span);
      else announceAloud(t("edit.find.none"));
    });
    return h("details.more", {}, h("summary", {}, t("edit.find")), form);
  }

  #switch() {
    this.session.editing = !this.session.editing;
    this.view.draw();
  }

  /** Show how things stand. */
  refresh() {
    const { editing, unsaved } = this.session;
    this.bar.hidden = !editing;
    this.selecting.toolbar.hidden = true;
    this.toggle.setAttribute("aria-pressed", String(editing));
    this.toggle.querySelector("span").textContent = t(editing ? "edit.off" : "edit.on");
    this.undo.disabled = !this.entry.past.length;
    this.redo.disabled = !this.entry.future.length;
    const n = unsaved.length;
    this.save.querySelector("span").textContent = n ? `${t("edit.save")} (${n})` : t("edit.save");
    this.save.title = n ? t("edit.unsaved", { n }) : "";
  }

  /** @param {"undo" | "redo"} way */
  turn(way) {
    if (!(way === "undo" ? this.entry.undo() : this.entry.redo())) return;
    this.view.draw();
    announceAloud(t(way === "undo" ? "edit.undone" : "edit.redone"));
    const button = way === "undo" ? this.undo : this.redo;
    if (document.activeElement === document.body)
      (button.disabled ? (way === "undo" ? this.redo : this.undo) : button).focus();
  }

  /**
   * Make a correction, or say why it is refused.
   * @param {() => import("./session.js").SasilRecord} change
   * @param {string} message
   * @param {[number, number]} [span] where to go on
   * @returns {boolean}
   */
  correct(change, message, span) {
    try {
      this.entry.correct(change());
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      announceAloud(t(error.key, error.held));
      return false;
    }
    this.view.draw();
    if (span) this.view.reading.enterAt(span);
    announceAloud(message);
    return true;
  }

  /**
   * The form of a fact, in its detail.
   * @param {string} key
   * @returns {Node}
   */
  form(key) {
    const { field, index, fact } = factOf(this.entry.record, key);
    if (field !== "mentions") return h("div.used", {}, this.parts.tools(field, index));
    const type = choice(
      MENTION_TYPES.map((one) => [one, t(`type.${one}`)]),
      fact.type,
    );
    type.id = "detail-type";
    type.addEventListener("change", () => this.change(index, { type: type.value }));
    const fields = VALUES[fact.type];
    return h(
      "div.editor",
      {},
      h("div.field", {}, h("label", { for: type.id }, t("edit.type")), type),
      this.#bounds(index, fact),
      fields && this.#valueForm(index, fact, fields),
      h("button.danger", { type: "button", on: { click: () => this.#delete(index) } }, icon("bin"), t("edit.delete")),
    );
  }

  /**
   * @param {number} index
   * @param {any} change
   */
  change(index, change) {
    const before = this.entry.record.mentions[index];
    const span = /** @type {[number, number]} */ ([change.start ?? before.start, change.end ?? before.end]);
    return this.correct(() => changeMention(this.entry.record, index, change), t("edit.applied"), span);
  }

  /**
   * @param {number} index
   * @param {any} fact
   */
  #bounds(index, { start, end }) {
    const nudge = (/** @type {string} */ key, /** @type {any} */ change, /** @type {"left" | "right"} */ shape) => {
      const label = t(`edit.${key}`);
      const click = () =>
        this.change(index, change) && this.view.reopen([change.start ?? start, change.end ?? end], label);
      return h("button", { type: "button", "aria-label": label, title: label, on: { click } }, icon(shape));
    };
    return h(
      "div.field",
      { role: "group", "aria-label": t("edit.bounds") },
      h("span.label", {}, t("edit.bounds")),
      h(
        "div.bounds",
        {},
        h("span.quiet", {}, t("slot.start")),
        nudge("start.less", { start: start - 1 }, "left"),
        nudge("start.more", { start: start + 1 }, "right"),
        h("span.quiet", {}, t("slot.end")),
        nudge("end.less", { end: end - 1 }, "left"),
        nudge("end.more", { end: end + 1 }, "right"),
      ),
      h("p.hint", {}, t("edit.bounds.hint")),
    );
  }

  /**
   * @param {number} index
   * @param {any} fact
   * @param {import("./fields.js").Field[]} fields
   */
  #valueForm(index, fact, fields) {
    const { nodes, read } = formOf(fields, fact.value ?? BEGINNINGS[fact.type]);
    const form = h(
      "form",
      { novalidate: true },
      h("div.fields", {}, nodes),
      h("button", { type: "submit" }, t("edit.apply")),
    );
    form.addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      this.correct(() => changeMention(this.entry.record, index, { value: compact(read()) }), t("edit.applied"), [
        fact.start,
        fact.end,
      ]);
    });
    return form;
  }

  /** @param {number} index */
  #delete(index) {
    /** @type {string[]} */
    let dropped = [];
    const change = () => {
      const result = removeMention(this.entry.record, index);
      dropped = result.dropped;
      return result.record;
    };
    if (!this.correct(change, t("edit.deleted"))) return;
    if (dropped.length)
      announceAloud(t("edit.deleted.with", { parts: dropped.map((field) => t(`one.${field}`)).join(", ") }));
    this.toggle.focus();
  }

  /** @param {KeyboardEvent} event Ctrl+Z and Ctrl+Shift+Z, outside fields, which undo for themselves */
  key(event) {
    const typing = /** @type {HTMLElement} */ (event.target).closest("input, textarea, select");
    if (!this.session.editing || typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    this.turn(event.shiftKey ? "redo" : "undo");
  }
}

/** @param {Object<string, any>} value without what is left out of the JSON */
function compact(value) {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined));
}
