/** Forms made of fields: what a fact holds goes in, what a person wrote comes out, checked. */

import { Refused } from "./grounding.js";
import { AMOUNT, spoken } from "./decimals.js";
import { h } from "./dom.js";
import { lang, t } from "./i18n.js";
import { choice } from "./listing.js";

let made = 0;

/**
 * @param {import("./fields.js").Field[]} fields
 * @param {any} held the value or part as it is
 * @param {any[]} [budgets] among which a total is chosen; null for what can be none
 * @returns {{nodes: Node[], read: () => Object<string, any>}} read raises Refused
 */
export function formOf(fields, held, budgets = []) {
  const inputs = fields.map((field) => ({ field, input: inputOf(field, held?.[field.slot], budgets) }));
  const nodes = inputs.map(({ field, input }) => labelled(field, input));
  const read = () => {
    const pairs = inputs.map(({ field, input }) => [field.slot, valueOf(field, input)]);
    const found = Object.fromEntries(pairs);
    if (fields.some((field) => field.slot === "low")) ranged(found);
    return found;
  };
  return { nodes, read };
}

/**
 * @param {import("./fields.js").Field} field
 * @param {any} input
 */
function labelled(field, input) {
  made += 1;
  input.id = `field-${made}`;
  input.name = field.slot;
  const hints = /** @type {Object<string, string>} */ ({
    list: "edit.list.hint",
    roles: "edit.roles.hint",
    components: "edit.components.hint",
  });
  const hint = hints[field.kind] && h("p.hint", { id: `hint-${made}` }, t(hints[field.kind]));
  if (hint) input.setAttribute("aria-describedby", hint.id);
  const echo = field.kind === "amount" && h("output.hint", { for: input.id });
  if (echo) {
    const say = () =>
      (echo.textContent = AMOUNT.test(input.value) && input.value.length > 4 ? spoken(input.value, lang()) : "");
    input.addEventListener("input", say);
    say();
  }
  return h("div.field", {}, h("label", { for: input.id }, t(`slot.${field.slot}`)), input, echo, hint);
}

/**
 * @param {import("./fields.js").Field} field
 * @param {any} value
 * @param {any[]} budgets
 */
function inputOf(field, value, budgets) {
  const none = [["", t("edit.none")]];
  if (field.kind === "choice") {
    const options = (field.options ?? []).map((one) => [one, field.prefix ? t(`${field.prefix}.${one}`) : one]);
    return choice(field.needed ? options : [...none, ...options], value ?? "");
  }
  if (field.kind === "truth")
    return choice(
      [...none, ["true", t("yes")], ["false", t("no")]],
      value === undefined || value === null ? "" : String(value),
    );
  if (field.kind === "total") {
    const named = (/** @type {any} */ one, /** @type {number} */ at) =>
      one && [String(at), `${at + 1}. ${t(`role.${one.role}`)} ${one.amount ?? `${one.low}–${one.high}`}`];
    return choice([...none, ...budgets.map(named).filter(Boolean)], String(value ?? ""));
  }
  if (["list", "roles", "components", "long"].includes(field.kind))
    return h("textarea", { rows: 3, value: textOf(field.kind, value), spellcheck: "false" });
  const text =
    field.kind === "period"
      ? [value?.start ?? "", value?.end ?? ""].join("/").replace(/^\/$/, "")
      : String(value ?? "");
  const numeric = field.kind === "amount" ? "decimal" : field.kind === "number" ? "numeric" : null;
  return h("input", {
    type: "text",
    value: text,
    inputmode: numeric,
    autocomplete: "off",
    spellcheck: "false",
    placeholder: field.kind === "period" ? "2025-01-01/2026-12-31" : null,
  });
}

/**
 * @param {string} kind
 * @param {any} value
 */
function textOf(kind, value) {
  if (kind === "long") return String(value ?? "");
  const held = value ?? [];
  if (kind === "roles") return held.map((/** @type {any} */ one) => `${t(`role.${one.role}`)} ${one.name}`).join("\n");
  if (kind === "components")
    return held.map((/** @type {any} */ one) => [one.letters, one.ko ?? "", one.en ?? ""].join(" | ")).join("\n");
  return held.join("\n");
}

/**
 * @param {import("./fields.js").Field} field
 * @param {any} input
 * @returns {any} undefined for what is left out of the JSON
 */
function valueOf(field, input) {
  const text = field.kind === "long" ? input.value : input.value.trim();
  const slot = t(`slot.${field.slot}`);
  if (field.kind === "list") return linesOf(text);
  if (field.kind === "roles") return linesOf(text).map((line) => roleOf(line, slot));
  if (field.kind === "components") return text ? linesOf(text).map(componentOf) : null;
  if (!text) {
    if (field.needed) throw new Refused("refused.needed", { slot });
    return field.absent ? undefined : null;
  }
  if (field.kind === "amount" && !AMOUNT.test(text)) throw new Refused("refused.amount", { slot });
  if ((field.kind === "number" || field.kind === "total") && !/^\d+$/.test(text))
    throw new Refused("refused.number", { slot });
  if (field.slot === "currency" && !/^[A-Z]{3}$/.test(text)) throw new Refused("refused.currency");
  if (field.kind === "number" || field.kind === "total") return Number(text);
  if (field.kind === "truth") return text === "true";
  if (field.kind === "period") return periodOf(text);
  return text;
}

/** @param {string} text */
function linesOf(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** @param {string} text "start/end", either side may be empty */
function periodOf(text) {
  const [start, end] = text.split("/").map((side) => side.trim() || null);
  return { start, end: end ?? null };
}

/**
 * @param {string} line "주관 나루시", "lead: 나루시"
 * @param {string} slot
 */
function roleOf(line, slot) {
  const [, word, name] = /^(\S+?):?\s+(.+)$/.exec(line) ?? ["", line, ""];
  const role = ["lead", "partner", "funder"].find((one) => one === word || t(`role.${one}`) === word);
  if (!role || !name) throw new Refused("refused.choice", { slot, value: line });
  return { name, role };
}

/** @param {string} line "I | 정보통신기술 | Information Technology" */
function componentOf(line) {
  const [letters, ko, en] = line.split("|").map((part) => part.trim() || null);
  if (!letters) throw new Refused("refused.needed", { slot: t("slot.components") });
  return { letters, ko: ko ?? null, en: en ?? null };
}

/** @param {Object<string, any>} found an amount, or both ends of a range */
function ranged({ amount, low, high }) {
  if ((amount === undefined) !== (low !== undefined && high !== undefined)) throw new Refused("refused.range");
}
