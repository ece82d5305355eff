/** Which types are shown: one button for each type in the article, which is its legend as well. */

import { h } from "./dom.js";
import { t } from "./i18n.js";
import { counts } from "./places.js";

/**
 * @param {Object<string, any>} record
 * @param {import("./session.js").Session} session
 * @param {() => void} changed
 */
export function filters(record, session, changed) {
  const found = counts(record);
  const chips = [...found].map(([type, n]) => {
    const chip = h(
      "button.chip",
      { type: "button", data: { type }, "aria-pressed": String(!session.hidden.has(type)) },
      h("span.swatch", { "aria-hidden": "true" }),
      t(`type.${type}`),
      h("span.count", {}, String(n)),
    );
    chip.addEventListener("click", () => {
      const off = !session.hidden.delete(type);
      if (off) session.hidden.add(type);
      chip.setAttribute("aria-pressed", String(!off));
      changed();
    });
    return chip;
  });
  const all = h("button.plain", { type: "button" });
  const say = () =>
    (all.textContent = [...found.keys()].every((type) => session.hidden.has(type))
      ? t("filter.all")
      : t("filter.none"));
  all.addEventListener("click", () => {
    const off = [...found.keys()].some((type) => !session.hidden.has(type));
    session.hidden = new Set(off ? found.keys() : []);
    for (const chip of chips) chip.setAttribute("aria-pressed", String(!off));
    changed();
    say();
  });
  for (const chip of chips) chip.addEventListener("click", say);
  say();
  const names = h("button.plain", { type: "button", "aria-pressed": String(session.labels) }, t("filter.names"));
  names.addEventListener("click", () => {
    session.labels = !session.labels;
    names.setAttribute("aria-pressed", String(session.labels));
    changed();
  });
  return h(
    "div.filters",
    { role: "group", "aria-label": t("filter.label") },
    chips,
    chips.length > 1 && all,
    chips.length > 0 && names,
  );
}
