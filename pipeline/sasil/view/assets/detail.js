/** What is known of the facts at one place: shown beside them on hover and focus, held open by a click. */

import { h, icon, said } from "./dom.js";
import { t } from "./i18n.js";
import { factOf, nameOf, partsAt, spansOf } from "./places.js";
import { valueSaid } from "./values.js";

/**
 * @typedef {Object} DetailActions
 * @property {(field: string, index: number) => void} toCard shows the card of a part
 * @property {((key: string) => Node) | null} editor the form that corrects a fact, while correcting
 */

/** Pixels between the detail and what is around it. */
const GAP = 8;

export class Detail {
  /**
   * @param {import("./session.js").Session} session
   * @param {DetailActions} actions
   */
  constructor(session, actions) {
    this.session = session;
    this.actions = actions;
    this.element = h("div.detail", { id: "detail", hidden: true });
    /** @type {HTMLElement | null} */
    this.target = null;
    this.pinned = false;
    this.closing = 0;
    this.element.addEventListener("pointerenter", () => clearTimeout(this.closing));
    this.element.addEventListener("pointerleave", () => this.leave());
    this.element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape") this.close(true);
    });
  }

  /**
   * @param {HTMLElement} target the mark
   * @param {Object<string, any>} record
   * @param {import("./codepoints.js").Offsets} offsets
   * @param {boolean} pinned
   */
  open(target, record, offsets, pinned) {
    clearTimeout(this.closing);
    if (this.pinned && !pinned) return;
    this.#unbind();
    this.target = target;
    this.pinned = pinned;
    const keys = (target.dataset.keys ?? "").split(" ");
    const facts = keys.reverse().map((key) => this.#fact(record, offsets, key));
    this.element.replaceChildren(...facts, pinned ? this.#closer() : "");
    this.element.setAttribute("role", pinned ? "dialog" : "tooltip");
    if (pinned) this.element.setAttribute("aria-label", t("detail.label"));
    else this.element.removeAttribute("aria-label");
    this.element.classList.toggle("pinned", pinned);
    this.element.hidden = false;
    target.setAttribute("aria-describedby", "detail");
    target.classList.add("open");
    this.#place(target);
    if (pinned)
      /** @type {HTMLElement | null} */ (this.element.querySelector("button, select, input"))?.focus({
        preventScroll: true,
      });
  }

  /** The pointer or the focus has left: close in a moment, unless it comes back or the detail is held open. */
  leave() {
    if (this.pinned) return;
    clearTimeout(this.closing);
    this.closing = window.setTimeout(() => this.close(false), 180);
  }

  /** @param {boolean} back whether the focus goes back to the mark */
  close(back) {
    const target = this.target;
    this.#unbind();
    this.pinned = false;
    this.element.hidden = true;
    if (back) target?.focus({ preventScroll: true });
  }

  #unbind() {
    this.target?.removeAttribute("aria-describedby");
    this.target?.classList.remove("open");
    this.target = null;
  }

  /** @param {HTMLElement} target beside which it stands: below, or above where there is more room */
  #place(target) {
    const [first, all] = [target.getClientRects()[0] ?? target.getBoundingClientRect(), target.getBoundingClientRect()];
    const [above, below] = [first.top - 2 * GAP, innerHeight - all.bottom - 2 * GAP];
    this.element.style.maxHeight = "";
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const under = height <= below || below >= above;
    if (this.pinned && height > Math.max(above, below))
      this.element.style.maxHeight = `${Math.max(above, below, 200)}px`;
    const left = Math.max(GAP, Math.min(first.left, document.documentElement.clientWidth - width - GAP));
    const top = under ? all.bottom + GAP : first.top - this.element.offsetHeight - GAP;
    this.element.style.left = `${left + scrollX}px`;
    this.element.style.top = `${top + scrollY}px`;
  }

  #closer() {
    return h(
      "button.close",
      { type: "button", "aria-label": t("detail.close"), on: { click: () => this.close(true) } },
      icon("close"),
    );
  }

  /**
   * @param {Object<string, any>} record
   * @param {import("./codepoints.js").Offsets} offsets
   * @param {string} key
   */
  #fact(record, offsets, key) {
    const { field, index, fact } = factOf(record, key);
    const mention = field === "mentions";
    const type = mention ? fact.type : { quotes: "QUOTE", acronyms: "ACRONYM", contacts: "CONTACT" }[field];
    const [start, end] = mention ? [fact.start, fact.end] : spansOf(fact)[0];
    const value = mention ? valueSaid(type, fact.value) : this.#partSaid(field, fact);
    const used = mention ? partsAt(record, [start, end]) : [{ field, index, fact }];
    return h(
      "section.known",
      {},
      h("p.type", { data: { type } }, h("span.swatch", { "aria-hidden": "true" }), t(`type.${type}`)),
      h("p.surface", {}, said(clipped(mention ? fact.text : offsets.slice(start, end)))),
      value && h("p.value", {}, said(value.main), value.exact && h("code", {}, value.exact)),
      this.#origin(fact.by, start, end),
      this.pinned && this.#used(used),
      this.pinned && this.actions.editor?.(key),
    );
  }

  /**
   * @param {string} field
   * @param {any} fact
   */
  #partSaid(field, fact) {
    const slots = {
      quotes: ["speaker", "organization"],
      acronyms: ["long_ko", "long_en"],
      contacts: ["name", "department"],
    };
    const words = /** @type {Object<string, string[]>} */ (slots)[field].map((slot) => fact[slot]).filter(Boolean);
    return words.length ? { main: words.join(" · "), exact: null } : null;
  }

  /**
   * @param {string | undefined} by
   * @param {number} start
   * @param {number} end
   */
  #origin(by, start, end) {
    const about = by ? this.session.about(by) : "";
    return h(
      "dl.origin",
      {},
      by && [
        h("dt", {}, t("detail.rule")),
        h("dd", {}, h("code", {}, by), about && ` ${about}`),
      ],
      h("dt", {}, t("detail.place")),
      h("dd", {}, t("detail.place.is", { start, end })),
    );
  }

  /** @param {{field: string, index: number, fact: any}[]} used */
  #used(used) {
    if (!used.length) return null;
    const links = used.map(({ field, index, fact }) =>
      h(
        "button.link",
        { type: "button", on: { click: () => this.actions.toCard(field, index) } },
        `${t(`part.${field}`)}: `,
        said(clipped(nameOf(fact), 40)),
      ),
    );
    return h("div.used", {}, h("span.quiet", {}, t("detail.used")), links);
  }
}

/**
 * @param {string} text
 * @param {number} [most]
 */
export function clipped(text, most = 160) {
  const points = [...text.slice(0, most * 2 + 2)];
  return points.length > most ? `${points.slice(0, most).join("")}…` : text;
}
