/** Offsets: a record counts code points, a JavaScript string UTF-16 units. */

export class Offsets {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    /** @type {number[]} the units at which a pair of surrogates begins */
    this.pairs = [];
    for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) this.pairs.push(match.index);
  }

  /** @param {number} point a code point's position → its UTF-16 position */
  unit(point) {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // The pair number `middle` begins at the code point pairs[middle] - middle.
      if (this.pairs[middle] - middle < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  }

  /** @param {number} unit a UTF-16 position → the code point's position */
  point(unit) {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pairs[middle] < unit) low = middle + 1;
      else high = middle;
    }
    return unit - low;
  }

  /** The number of code points. */
  get length() {
    return this.text.length - this.pairs.length;
  }

  /**
   * @param {number} start
   * @param {number} end code points
   */
  slice(start, end) {
    return this.text.slice(this.unit(start), this.unit(end));
  }
}
