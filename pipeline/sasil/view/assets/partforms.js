/** Correcting the parts of a record: the buttons at their cards, and their forms. */

import { changePart, removePart } from "./corrections.js";
import { h, icon } from "./dom.js";
import { PART_FIELDS } from "./fields.js";
import { formOf } from "./forms.js";
import { t } from "./i18n.js";

/** The parts that are added by a form; the others come by marking their name in the text. */
const ADDED = ["budgets", "quotes", "acronyms", "contacts"];

export class PartForms {
  /** @param {import("./editing.js").Editing} editing */
  constructor(editing) {
    this.editing = editing;
  }

  /**
   * Buttons at a card.
   * @param {string} field
   * @param {number} index
   */
  tools(field, index) {
    const open = (/** @type {MouseEvent} */ event) =>
      this.#partForm(field, index, /** @type {HTMLElement} */ (event.currentTarget));
    const { entry, toggle } = this.editing;
    const remove = () =>
      this.editing.correct(() => removePart(entry.record, field, index), t("edit.deleted")) && toggle.focus();
    const named = (/** @type {string} */ key, /** @type {any} */ shape, /** @type {any} */ click) =>
      h(
        "button.plain",
        { type: "button", title: t(key), "aria-label": `${t(key)}: ${t(`one.${field}`)} ${index + 1}`, on: { click } },
        icon(shape),
      );
    return h("span.tools", {}, named("edit.part.edit", "edit", open), named("edit.delete", "bin", remove));
  }

  /** @param {string} field */
  adder(field) {
    if (!ADDED.includes(field)) return null;
    const open = (/** @type {MouseEvent} */ event) =>
      this.#partForm(field, -1, /** @type {HTMLElement} */ (event.currentTarget));
    return h(
      "button.add",
      { type: "button", on: { click: open } },
      icon("plus"),
      t("edit.part.add", { part: t(`one.${field}`) }),
    );
  }

  /**
   * @param {string} field
   * @param {number} index -1 for a new part
   * @param {HTMLElement} button at which the form opens
   */
  #partForm(field, index, button) {
    const { record } = this.editing.entry;
    const words = this.editing.view.reading.selected() ?? this.editing.selecting.span;
    const begun = field === "quotes" && words ? { text: this.editing.view.reading.offsets.slice(...words) } : {};
    const held = index < 0 ? { ...(field === "budgets" && { currency: "KRW" }), ...begun } : record[field][index];
    const totals = record.budgets.map((/** @type {any} */ one, /** @type {number} */ at) =>
      field === "budgets" && at === index ? null : one,
    );
    const { nodes, read } = formOf(PART_FIELDS[field], held, totals);
    const cancel = h(
      "button.plain",
      { type: "button", on: { click: () => (form.remove(), button.focus()) } },
      t("edit.part.cancel"),
    );
    const form = h(
      "form.partform",
      { novalidate: true },
      h("div.fields", {}, nodes),
      h("div.pair", {}, h("button", { type: "submit" }, t("edit.part.done")), cancel),
    );
    form.addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      const done = this.editing.correct(
        () => changePart(record, field, index, read()),
        t(index < 0 ? "edit.added" : "edit.applied"),
      );
      if (done) this.editing.view.toCard(field, index < 0 ? this.editing.entry.record[field].length - 1 : index);
    });
    const host = button.closest(".card, .row, .quote") ?? button.parentElement;
    host?.querySelector(":scope > .partform")?.remove();
    if (index < 0) button.after(form);
    else host?.append(form);
    /** @type {HTMLElement | null} */ (form.querySelector("input, select, textarea"))?.focus();
  }
}
