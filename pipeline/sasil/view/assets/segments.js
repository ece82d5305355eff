/** Places over a text, nested or overlapping, cut into pieces that each have one set of facts. */

/**
 * @typedef {Object} Place a fact's place, in UTF-16 units
 * @property {string} key such as "mentions/3"
 * @property {string} type
 * @property {number} start
 * @property {number} end
 *
 * @typedef {Object} Segment
 * @property {number} start
 * @property {number} end
 * @property {Place[]} places the outermost first
 */

/**
 * @param {Place[]} places
 * @param {number[]} breaks further positions at which to cut: ends of lines and cells
 * @returns {Segment[]} in order, without gaps from the first cut to the last
 */
export function segments(places, breaks) {
  /** @type {Map<number, Place[]>} */
  const opening = new Map();
  const cuts = new Set(breaks);
  for (const place of places) {
    cuts.add(place.start).add(place.end);
    const here = opening.get(place.start);
    if (here) here.push(place);
    else opening.set(place.start, [place]);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  const found = [];
  /** @type {Place[]} */
  let active = [];
  for (let at = 0; at + 1 < ordered.length; at += 1) {
    const start = ordered[at];
    active = active.filter((place) => place.end > start);
    const opened = opening.get(start);
    if (opened) active = [...active, ...opened].sort((a, b) => a.start - b.start || b.end - a.end);
    found.push({ start, end: ordered[at + 1], places: active });
  }
  return found;
}

/**
 * The pieces of a text as it is set: its paragraphs, headings and tables.
 * @typedef {{kind: "line" | "table", lines: {start: number, end: number, cells: [number, number][]}[], gap: boolean}} Block
 */

/**
 * @param {string} text
 * @returns {Block[]} in UTF-16 units; lines that hold nothing only part what stands around them
 */
export function blocks(text) {
  /** @type {Block[]} */
  const found = [];
  let start = 0;
  let gap = false;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    if (line.trim() === "") gap = true;
    else {
      const row = line.includes(" | ");
      const last = found.at(-1);
      const held = { start, end, cells: row ? cells(line, start) : [] };
      if (row && last?.kind === "table" && !gap) last.lines.push(held);
      else found.push({ kind: row ? "table" : "line", lines: [held], gap });
      gap = false;
    }
    start = end + 1;
  }
  return found.map((block) => (block.kind === "table" && block.lines.length === 1 ? { ...block, kind: "line" } : block));
}

/**
 * @param {string} line
 * @param {number} start
 * @returns {[number, number][]}
 */
function cells(line, start) {
  /** @type {[number, number][]} */
  const found = [];
  let at = start;
  for (const cell of line.split(" | ")) {
    found.push([at, at + cell.length]);
    at += cell.length + 3;
  }
  return found;
}
