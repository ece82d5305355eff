/** Saving what was corrected as gold: for which articles, of what kind. */

import { download } from "./downloads.js";
import { h, icon } from "./dom.js";
import { GOLD_KINDS } from "./fields.js";
import { goldLines } from "./gold.js";
import { t } from "./i18n.js";
import { choice } from "./listing.js";

/**
 * A dialog that shows itself.
 * @param {import("./session.js").Session} session
 * @param {() => void} saved
 * @returns {HTMLDialogElement}
 */
export function saving(session, saved) {
  const entries = session.entries.filter((entry) => entry.corrected || entry.checked);
  const kind = choice([["", t("edit.saving.choose")], ...GOLD_KINDS.map((one) => [one, t(`kind.${one}`)])], "");
  kind.id = "gold-kind";
  kind.required = true;
  const form = h(
    "form",
    { method: "dialog" },
    h("h2", { id: "saving-title" }, t("edit.saving")),
    h("p", {}, entries.length ? t("edit.saving.hint", { n: entries.length }) : t("edit.saving.none")),
    entries.length > 0 && h("div.field", {}, h("label", { for: kind.id }, t("edit.saving.kind")), kind),
    h(
      "div.pair",
      {},
      entries.length > 0 && h("button.primary", { type: "submit", value: "save" }, icon("save"), t("edit.saving.go")),
      h("button.plain", { type: "button", on: { click: () => dialog.close() } }, t("edit.part.cancel")),
    ),
  );
  const dialog = h("dialog", { "aria-labelledby": "saving-title" }, form);
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "save") {
      download("gold.jsonl", "application/x-ndjson", goldLines(entries, kind.value));
      for (const entry of entries) entry.keep();
      saved();
    }
    dialog.remove();
  });
  queueMicrotask(() => dialog.showModal());
  return dialog;
}
