/** The text with its facts: set in paragraphs and tables, every fact a place that can be reached and shown. */

import { Offsets } from "./codepoints.js";
import { h, still, visible } from "./dom.js";
import { t } from "./i18n.js";
import { placesOf } from "./places.js";
import { blocks, segments } from "./segments.js";

const LONG = 20000;

/** White space that opens a line, and the sign of an item behind it. */
const BULLET = /^[ \t\u3000]*([□○◯●◦■▶▷▸▲▴※*·∙•ㅇ–①-⑳-] +)?/;

/** The blocks at the top of a text among which its title may stand. */
const NEAR = 8;

/** Right-to-left letters, and the signs that turn the direction of text. */
const BIDI = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/;

const NARROW = /^[*·∙•–-]/;

export class Reading {
  /**
   * @param {Object<string, any>} record
   * @param {Set<string>} hidden types that are not marked
   */
  constructor(record, hidden) {
    this.record = record;
    this.offsets = new Offsets(record.text);
    this.places = new Map();
    for (const place of placesOf(record, this.offsets)) {
      if (!hidden.has(place.type)) this.places.set(`${place.key}@${place.start}`, place);
    }
    /** @type {{start: number, end: number, node: Text}[]} all text that is shown, in order */
    this.pieces = [];
    /** @type {HTMLElement[]} the places that the keyboard reaches, in order */
    this.stops = [];
    this.seen = new Set();
    this.element = h("div.reading", { on: { keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event) } });
    if (BIDI.test(record.text)) this.element.classList.add("bidi");
    if (record.text.length > LONG) this.element.classList.add("long");
    this.#fill();
  }

  #fill() {
    const text = this.record.text;
    const set = blocks(text);
    if (!set.length) this.element.append(h("p.quiet", {}, t("text.empty")));
    const breaks = set.flatMap((block) => block.lines.flatMap((line) => [line.start, line.end, ...line.cells.flat()]));
    const cut = segments([...this.places.values()], [0, text.length, ...breaks]);
    let at = 0;
    /** @param {number} start @param {number} end */
    const take = (start, end) => {
      const found = [];
      while (at < cut.length && cut[at].end <= start) at += 1;
      for (; at < cut.length && cut[at].end <= end; at += 1)
        if (cut[at].start >= start) found.push(this.#piece(cut[at]));
      return found;
    };
    const heading = this.#heading(set);
    for (const block of set)
      this.element.append(
        block.kind === "table" ? this.#table(block, take) : this.#line(block, take, block === heading),
      );
    if (this.stops.length) this.stops[0].tabIndex = 0;
  }

  /**
   * The line near the top that is the article's title, if one is.
   * @param {import("./segments.js").Block[]} set
   */
  #heading(set) {
    const title = (this.record.article?.title ?? "").trim();
    const isTitle = (/** @type {import("./segments.js").Block} */ { kind, lines: [{ start, end }] }) =>
      kind === "line" && this.record.text.slice(start, end).trim() === title;
    return title ? set.slice(0, NEAR).find(isTitle) : undefined;
  }

  /** Whether the text itself has the title of the article near its top. */
  get titled() {
    return this.element.querySelector(".title") !== null;
  }

  /**
   * @param {import("./segments.js").Block} block
   * @param {(start: number, end: number) => Node[]} take
   * @param {boolean} title
   */
  #line(block, take, title) {
    const [{ start, end }] = block.lines;
    const tag = title ? "p.title" : block.gap ? "p.gap" : "p";
    const element = h(tag, { tabindex: -1 }, take(start, end));
    const [indent, bullet] = BULLET.exec(this.record.text.slice(start, start + 40)) ?? [""];
    if (bullet) element.classList.add("bullet", ...(NARROW.test(bullet) ? ["slim"] : []));
    const depth = indent.length - (bullet?.length ?? 0);
    if (depth > 0) element.style.marginInlineStart = `${Math.min(depth, 12) * 0.42}em`;
    return element;
  }

  /**
   * @param {import("./segments.js").Block} block
   * @param {(start: number, end: number) => Node[]} take
   */
  #table(block, take) {
    const widest = Math.max(...block.lines.map((line) => line.cells.length));
    const rows = block.lines.map((line) => {
      const cells = line.cells.map(([start, end]) => h("td", {}, take(start, end)));
      // Cells that are merged are not told apart: what a row lacks is taken to be the width of its last one.
      if (cells.length < widest) cells[cells.length - 1].colSpan = widest - cells.length + 1;
      return h("tr", {}, cells);
    });
    const table = h("table", {}, h("tbody", {}, rows));
    return h("div.grid", { tabindex: 0, role: "region", "aria-label": t("save.table") }, table);
  }

  /**
   * One piece of text; the outermost element bears the facts, each one inside paints its own line.
   * @param {import("./segments.js").Segment} segment
   */
  #piece({ start, end, places }) {
    const node = document.createTextNode(visible(this.record.text.slice(start, end)));
    this.pieces.push({ start, end, node });
    if (!places.length) return node;
    /** @type {Node} */
    let inner = node;
    for (const place of [...places].reverse()) {
      const ends = place.end === end;
      inner = h("span.paint", { data: { type: place.type, ...(ends && { label: t(`type.${place.type}`) }) } }, inner);
    }
    const mark = h("span.mark", { data: { keys: places.map((place) => place.key).join(" ") } }, inner);
    const opened = places.filter((place) => !this.seen.has(`${place.key}@${place.start}`));
    if (opened.length) this.#stop(mark, opened);
    return mark;
  }

  /**
   * @param {HTMLElement} mark
   * @param {import("./segments.js").Place[]} opened the facts that begin here
   */
  #stop(mark, opened) {
    for (const place of opened) this.seen.add(`${place.key}@${place.start}`);
    const [outer] = opened;
    const surface = visible(this.record.text.slice(outer.start, Math.min(outer.end, outer.start + 200)));
    const types = opened.map((place) => t(`type.${place.type}`)).join(", ");
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-label", `${surface} (${types})`);
    mark.tabIndex = -1;
    this.stops.push(mark);
  }

  /** @param {KeyboardEvent} event arrows move from fact to fact */
  #key(event) {
    const at = this.stops.indexOf(/** @type {HTMLElement} */ (event.target));
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const moves = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: this.stops.length - 1,
    };
    const to = /** @type {Object<string, number>} */ (moves)[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = this.stops[Math.max(0, Math.min(to, this.stops.length - 1))];
    this.enter(next);
    next.scrollIntoView({ block: "nearest" });
  }

  /** @param {HTMLElement} stop takes the focus, and the one place in the order of the Tab key */
  enter(stop) {
    for (const other of this.stops) if (other.tabIndex === 0) other.tabIndex = -1;
    stop.tabIndex = 0;
    stop.focus({ preventScroll: true });
  }

  /** @param {[number, number]} span code points → the place that begins and ends there */
  stopAt([start, end]) {
    const key = this.record.mentions.findIndex((/** @type {any} */ one) => one.start === start && one.end === end);
    return this.stops.find((stop) => stop.dataset.keys?.split(" ").includes(`mentions/${key}`)) ?? null;
  }

  /** @param {[number, number]} span code points */
  enterAt(span) {
    const stop = this.stopAt(span);
    if (stop) this.enter(stop);
  }

  /**
   * Bring a place into view, flash it and move the focus there.
   * @param {[number, number]} span code points
   */
  show(span) {
    const [start, end] = span.map((point) => this.offsets.unit(point));
    const range = this.#range(start, end);
    const block = range?.startContainer.parentElement?.closest("p, td");
    if (!range || !block) return;
    const stop = this.stops.find((one) => one.contains(range.startContainer));
    const smooth = !still() && !this.element.classList.contains("long");
    (stop ?? block).scrollIntoView({ block: "center", behavior: smooth ? "smooth" : "auto" });
    if (stop) this.enter(stop);
    else /** @type {HTMLElement} */ (block).focus({ preventScroll: true });
    requestAnimationFrame(() => this.#flash(range));
  }

  /** @param {Range} range */
  #flash(range) {
    for (const old of this.element.querySelectorAll(".flash")) old.remove();
    const box = this.element.getBoundingClientRect();
    for (const rect of [...range.getClientRects()].slice(0, 40)) {
      const flash = h("div.flash", { "aria-hidden": "true" });
      flash.style.left = `${rect.left - box.left}px`;
      flash.style.top = `${rect.top - box.top}px`;
      flash.style.width = `${rect.width}px`;
      flash.style.height = `${rect.height}px`;
      this.element.append(flash);
      setTimeout(() => flash.remove(), 2600);
    }
  }

  /**
   * @param {number} start
   * @param {number} end UTF-16 units
   */
  #range(start, end) {
    const first = this.#pieceAt(start);
    const last = this.#pieceAt(end - 1);
    if (!first || !last) return null;
    const range = document.createRange();
    range.setStart(first.node, Math.max(0, start - first.start));
    range.setEnd(last.node, Math.min(last.node.length, Math.max(0, end - last.start)));
    return range;
  }

  /** @param {number} unit → the piece that holds it, or the next one */
  #pieceAt(unit) {
    let [low, high] = [0, this.pieces.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pieces[middle].end <= unit) low = middle + 1;
      else high = middle;
    }
    return this.pieces[low];
  }

  /**
   * What is selected in the text, without white space at its ends.
   * @returns {[number, number] | null} code points
   */
  selected() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!this.element.contains(range.commonAncestorContainer)) return null;
    const held = this.pieces.filter((piece) => range.intersectsNode(piece.node));
    if (!held.length) return null;
    const [first, last] = [held[0], held[held.length - 1]];
    let start = first.start + (range.startContainer === first.node ? range.startOffset : 0);
    let end = last.start + (range.endContainer === last.node ? range.endOffset : last.node.length);
    while (start < end && /\s/.test(this.record.text[start])) start += 1;
    while (end > start && /\s/.test(this.record.text[end - 1])) end -= 1;
    return start < end ? [this.offsets.point(start), this.offsets.point(end)] : null;
  }
}
