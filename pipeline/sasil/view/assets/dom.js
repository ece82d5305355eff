/** Elements made of plain data; text is always text, never HTML. */

/**
 * Make an element.
 * @param {string} tag "tag" or "tag.class.class"
 * @param {Object<string, any>} [props] attributes; `on` holds listeners, `data` goes to the dataset; null, false and undefined are left out
 * @param {...(Node | string | null | undefined | false | Array<any>)} children
 * @returns {any}
 */
export function h(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (key === "data") Object.assign(element.dataset, value);
    else if (key === "value" || key === "disabled" || key === "checked" || key === "hidden")
      /** @type {any} */ (element)[key] = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * Make an SVG element.
 * @param {string} tag
 * @param {Object<string, string | number>} props
 * @param {...Node} children
 */
export function svg(tag, props = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(props)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

const SHAPES = {
  down: "M12 4v11m-5-5 5 5 5-5M5 20h14",
  edit: "M4 20h4L19 9l-4-4L4 16v4zM13 7l4 4",
  back: "M10 6l-6 6 6 6M4 12h16",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  undo: "M9 7L4 12l5 5M4 12h10a6 6 0 0 1 0 12",
  redo: "M15 7l5 5-5 5M20 12H10a6 6 0 0 0 0 12",
  moon: "M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.5 1.5m11 11L19 19M19 5l-1.5 1.5m-11 11L5 19",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  yes: "M5 13l4 4L19 7",
  no: "M6 6l12 12M18 6L6 18",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  save: "M5 4h12l2 2v14H5zM8 4v5h7V4M8 20v-6h8v6",
  bin: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
};

/**
 * Make an icon, which says nothing to a screen reader.
 * @param {keyof typeof SHAPES} name
 */
export function icon(name) {
  const box = svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", focusable: "false" });
  box.append(svg("path", { d: SHAPES[name] }));
  return box;
}

/**
 * Show signs that have no shape of their own, one for one, so that offsets stay.
 * @param {string} text
 */
export function visible(text) {
  // eslint-disable-next-line no-control-regex -- these are the signs that are meant
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, (sign) =>
    sign === "\u007f" ? "\u2421" : String.fromCharCode(0x2400 + sign.charCodeAt(0)),
  );
}

/**
 * Make text of an article: isolated, so that right-to-left marks in it reach no further.
 * @param {string} text
 */
export function said(text) {
  return h("bdi", {}, visible(text));
}

/** @param {string} message told to screen readers */
export function announce(message) {
  const region = document.getElementById("announce");
  if (region) region.textContent = message;
}

/** Whether the reader has asked for less motion. */
export function still() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
