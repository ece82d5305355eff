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

/** UTF-16 units after which a line is parted at the next space. */
const MOST = 4000;

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
    const row = line.includes(" | ") && line.length < MOST;
    const last = found.at(-1);
    if (line.trim() === "") gap = true;
    else if (row && last?.kind === "table" && !gap) last.lines.push(rowOf(line, start));
    else if (row) found.push({ kind: "table", lines: [rowOf(line, start)], gap });
    else
      found.push(
        ...portions(line, start).map((held, at) => ({
          kind: /** @type {"line"} */ ("line"),
          lines: [held],
          gap: gap || at > 0,
        })),
      );
    if (line.trim() !== "") gap = false;
    start += line.length + 1;
  }
  return found.map((block) =>
    block.kind === "table" && block.lines.length === 1 ? { ...block, kind: "line" } : block,
  );
}

/**
 * A line without an end would cost a browser seconds to set: it becomes several paragraphs.
 * @param {string} line
 * @param {number} start
 */
function portions(line, start) {
  const found = [];
  for (let at = 0; at < line.length;) {
    const space = line.length - at > MOST ? line.indexOf(" ", at + MOST) : -1;
    const end = space < 0 ? line.length : space + 1;
    found.push({ start: start + at, end: start + end, cells: [] });
    at = end;
  }
  return found;
}

/**
 * @param {string} line
 * @param {number} start
 */
function rowOf(line, start) {
  return { start, end: start + line.length, cells: cells(line, start) };
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
