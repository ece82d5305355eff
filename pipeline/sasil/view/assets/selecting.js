/** Adding facts, and moving them, by selecting text. */

import { addMention, changeMention } from "./corrections.js";
import { clipped } from "./detail.js";
import { h, said } from "./dom.js";
import { VALUES } from "./fields.js";
import { t } from "./i18n.js";
import { MENTION_TYPES } from "./places.js";
import { normalize } from "./server.js";

export class Selecting {
  /** @param {import("./editing.js").Editing} editing */
  constructor(editing) {
    this.editing = editing;
    this.toolbar = h("div.toolbar", { role: "toolbar", "aria-label": t("edit.add"), hidden: true });
    /** @type {[number, number] | null} what is selected, or was last, in code points */
    this.span = null;
    document.onselectionchange = () => this.#offer(); // one article is open at a time
    this.toolbar.addEventListener("pointerdown", (/** @type {Event} */ event) => event.preventDefault()); // keeps the selection
  }

  /** Offer types for what is selected. */
  #offer() {
    if (!this.toolbar.isConnected || !this.editing.session.editing) return;
    const span = this.editing.view.reading.selected();
    this.span = span ?? this.span;
    this.toolbar.hidden = !span;
    if (!span) return;
    const words = clipped(this.editing.view.reading.offsets.slice(...span), 24);
    const pinned = this.editing.view.detail.pinned
      ? this.editing.view.detail.target?.dataset.keys?.split(" ").at(-1)
      : null;
    const index = pinned?.startsWith("mentions/") ? Number(pinned.slice(9)) : -1;
    const move =
      index >= 0 &&
      h(
        "button.primary",
        { type: "button", on: { click: () => this.editing.change(index, { start: span[0], end: span[1] }) } },
        t("edit.move"),
      );
    const types = MENTION_TYPES.map((type) =>
      h(
        "button",
        { type: "button", data: { type }, on: { click: () => this.add(type, span) } },
        h("span.swatch", { "aria-hidden": "true" }),
        t(`type.${type}`),
      ),
    );
    this.toolbar.replaceChildren(...[h("p.quiet", {}, said(words)), move, ...types].filter(Boolean));
    const rect = getSelection()?.getRangeAt(0).getBoundingClientRect();
    if (!rect) return;
    this.toolbar.style.top = `${rect.bottom + scrollY + 10}px`;
    this.toolbar.style.left = `${Math.max(8, Math.min(rect.left, document.documentElement.clientWidth - this.toolbar.offsetWidth - 8)) + scrollX}px`;
  }

  /**
   * @param {string} type
   * @param {[number, number]} span
   */
  async add(type, span) {
    if (!this.editing.correct(() => addMention(this.editing.entry.record, type, ...span), t("edit.added"), span))
      return;
    getSelection()?.removeAllRanges();
    const added = this.editing.entry.record;
    const value = VALUES[type] && this.editing.session.live ? await this.#valueOf(type, span) : null;
    const index = added.mentions.findIndex(
      (/** @type {any} */ one) => one.type === type && one.start === span[0] && one.end === span[1],
    );
    if (value && this.editing.entry.record === added) {
      this.editing.entry.record = changeMention(added, index, { value });
      this.editing.view.draw();
      this.editing.view.reading.enterAt(span);
    }
    if (VALUES[type]) this.editing.view.reopen(span);
  }

  /**
   * @param {string} type
   * @param {[number, number]} span
   */
  async #valueOf(type, span) {
    try {
      const words = this.editing.view.reading.offsets.slice(...span);
      const mentions = await normalize(
        words,
        this.editing.entry.record.article?.published_at ?? null,
        this.editing.session.token,
      );
      return mentions.find((one) => one.type === type && one.text === words)?.value ?? null;
    } catch {
      return null; // the value is then written by hand
    }
  }
}
