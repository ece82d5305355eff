/** One article on the screen: its text beside its facts, each leading to the other. */

import { Detail } from "./detail.js";
import { dateSaid } from "./dates.js";
import { announce, h, icon, said, still } from "./dom.js";
import { downloads } from "./downloads.js";
import { Editing } from "./editing.js";
import { factsOf } from "./facts.js";
import { filters } from "./filters.js";
import { t } from "./i18n.js";
import { nameOf } from "./places.js";
import { Reading } from "./reading.js";

export class ArticleView {
  /**
   * @param {import("./session.js").Session} session
   * @param {import("./session.js").Entry} entry
   */
  constructor(session, entry) {
    this.session = session;
    this.entry = entry;
    this.editing = new Editing(session, entry, this);
    this.detail = new Detail(session, { toCard: (field, index) => this.toCard(field, index), editor: null });
    this.reading = new Reading(entry.record, session.hidden);
    /** @type {HTMLElement[]} */
    this.paneButtons = [];
    this.columns = h("div.columns", { data: { pane: session.pane } });
    this.textPane = h("section.pane.text", { "aria-label": t("text.label") });
    this.factsPane = h("section.pane.side", { "aria-label": t("facts.label"), tabindex: 0 });
    this.filterBox = h("div");
    this.backButton = h(
      "button.float",
      { type: "button", hidden: true, on: { click: () => this.#back() } },
      icon("back"),
      t("back"),
    );
    /** @type {HTMLElement | null} */
    this.cameFrom = null;
    this.element = this.#frame();
    this.#listen();
    this.draw();
  }

  #frame() {
    this.columns.append(this.textPane, this.factsPane);
    return h(
      "div.article",
      {},
      this.#head(),
      this.filterBox,
      this.editing.bar,
      this.columns,
      this.#panes(),
      this.backButton,
      this.detail.element,
      this.editing.selecting.toolbar,
    );
  }

  #head() {
    const { article, source, id } = this.entry.record;
    const date = article?.published_at
      ? t("article.published", { date: dateSaid(article.published_at.slice(0, 10)) })
      : t("article.undated");
    const words = [article?.outlet, article?.byline, article?.kind].filter(Boolean).join(" · ");
    const link =
      /^https?:\/\//.test(article?.url ?? "") &&
      h("a", { href: article.url, rel: "noopener noreferrer", target: "_blank" }, t("article.source"));
    const embargo = article?.embargo?.raw;
    this.titleBox = h("div.titles");
    return h(
      "header.head",
      {},
      h(
        "div",
        {},
        this.titleBox,
        h(
          "p.meta",
          {},
          h("span", {}, date),
          words && h("span", {}, said(words)),
          embargo && h("span", {}, `${t("article.embargo")}: `, said(embargo)),
          link && h("span", {}, link),
          h("span.id", { title: source?.uri ?? null }, said(id)),
        ),
      ),
      h("div.actions", {}, this.editing.toggle, downloads(this.session, this.entry)),
    );
  }

  /** On a narrow screen one side is shown at a time. */
  #panes() {
    const buttons = ["text", "facts"].map((pane) => {
      const button = h("button", { type: "button", data: { pane }, on: { click: () => this.pane(pane) } }, t(pane));
      button.setAttribute("aria-pressed", String(this.session.pane === pane));
      return button;
    });
    this.paneButtons = buttons;
    return h("div.panes", { role: "group", "aria-label": t("pane.switch") }, buttons);
  }

  /** @param {string} name "text" or "facts" */
  pane(name) {
    this.session.pane = name;
    this.columns.dataset.pane = name;
    for (const button of this.paneButtons) button.setAttribute("aria-pressed", String(button.dataset.pane === name));
  }

  /** Draw text and facts as they are now. */
  draw() {
    const { record } = this.entry;
    const scrolled = this.factsPane.scrollTop;
    this.detail.close(false);
    this.drawText();
    // A title that stands in the text is there for the eye; the heading of the page stays.
    this.titleBox?.replaceChildren(
      h(this.reading.titled ? "h1.unseen" : "h1", {}, said(this.entry.title || t("article.untitled"))),
    );
    this.factsPane.replaceChildren(
      factsOf(record, this.reading.offsets, {
        show: (span, from) => this.toText(span, from),
        tools: this.session.editing ? (field, index) => this.editing.parts.tools(field, index) : null,
        adder: this.session.editing ? (field) => this.editing.parts.adder(field) : null,
      }),
    );
    this.factsPane.scrollTop = scrolled;
    this.filterBox.replaceChildren(filters(record, this.session, () => this.drawText()));
    this.editing.refresh();
  }

  /** Draw the text alone, as after a change of the filters. */
  drawText() {
    this.reading = new Reading(this.entry.record, this.session.hidden);
    this.reading.element.classList.toggle("labels", this.session.labels);
    this.reading.element.classList.toggle("editing", this.session.editing);
    this.textPane.replaceChildren(h("p.unseen", {}, t("text.keys")), this.reading.element);
  }

  #listen() {
    const mark = (/** @type {Event} */ event) =>
      /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest?.(".mark"));
    const open = (/** @type {Event} */ event, /** @type {boolean} */ pinned) => {
      const target = mark(event);
      if (target) this.open(target, pinned);
    };
    const hovers = matchMedia("(hover: hover)");
    this.textPane.addEventListener("pointerover", (/** @type {Event} */ event) => hovers.matches && open(event, false));
    this.textPane.addEventListener("pointerout", (/** @type {Event} */ event) => mark(event) && this.detail.leave());
    this.textPane.addEventListener("focusin", (/** @type {Event} */ event) => open(event, false));
    this.textPane.addEventListener("focusout", () => this.detail.leave());
    this.textPane.addEventListener(
      "click",
      (/** @type {Event} */ event) => getSelection()?.isCollapsed !== false && open(event, true),
    );
    this.element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape" && !this.detail.element.hidden) this.detail.close(this.detail.pinned);
      if ((event.key === "Enter" || event.key === " ") && mark(event)) {
        event.preventDefault();
        open(event, true);
      }
    });
    this.element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.editing.key(event));
    this.element.addEventListener("pointerdown", (/** @type {Event} */ event) => {
      // While correcting, the fact that is open stays so: what is selected next may be its new extent.
      const kept = this.session.editing ? ".detail, .reading, .toolbar" : ".detail, .mark";
      const inside = /** @type {HTMLElement} */ (event.target).closest(kept);
      if (!inside && this.detail.pinned) this.detail.close(false);
    });
  }

  /**
   * @param {HTMLElement} target
   * @param {boolean} pinned
   */
  open(target, pinned) {
    this.detail.actions.editor = this.session.editing ? (key) => this.editing.form(key) : null;
    this.detail.open(target, this.entry.record, this.reading.offsets, pinned);
  }

  /**
   * Hold the detail of a place open, as after a correction of it.
   * @param {[number, number]} span code points
   * @param {string} [label] of the button in it that takes the focus
   */
  reopen(span, label) {
    const stop = this.reading.stopAt(span);
    if (!stop) return;
    this.open(stop, true);
    if (label)
      /** @type {HTMLElement | null} */ (this.detail.element.querySelector(`[aria-label="${label}"]`))?.focus();
  }

  /**
   * @param {[number, number]} span
   * @param {HTMLElement} from where the way back leads
   */
  toText(span, from) {
    this.cameFrom = from;
    this.backButton.hidden = false;
    this.pane("text");
    this.reading.show(span);
    announce(t("at.text", { words: this.reading.offsets.slice(...span).slice(0, 80) }));
  }

  #back() {
    this.backButton.hidden = true;
    this.detail.close(false);
    if (!this.cameFrom?.isConnected) return;
    this.pane("facts");
    this.cameFrom.scrollIntoView({ block: "center" });
    this.cameFrom.focus({ preventScroll: true });
  }

  /**
   * @param {string} field
   * @param {number} index
   */
  toCard(field, index) {
    this.detail.close(false);
    this.pane("facts");
    const card = /** @type {HTMLElement | null} */ (this.factsPane.querySelector(`[data-part="${field}/${index}"]`));
    if (!card) return;
    card.closest("details")?.setAttribute("open", "");
    card.scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
    card.focus({ preventScroll: true });
    card.classList.add("found");
    setTimeout(() => card.classList.remove("found"), 2600);
    announce(t("at.card", { part: `${t(`part.${field}`)} ${nameOf(this.entry.record[field][index])}` }));
  }
}
