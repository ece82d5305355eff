/** What can be written into a fact, slot by slot: the forms of the corrections are made of this. */

/**
 * @typedef {Object} Field
 * @property {string} slot
 * @property {"text" | "long" | "amount" | "number" | "choice" | "truth" | "list" | "roles" | "components" | "period" | "total"} kind
 * @property {boolean} [needed]
 * @property {string[]} [options] of a choice
 * @property {string} [prefix] of the messages that name the options
 * @property {boolean} [absent] left out of the JSON when empty, instead of null
 */

const MODIFIERS = ["about", "over", "at_least", "more_than", "at_most", "less_than", "nearly", "vague"];

/** @type {Field[]} */
const AMOUNTS = [
  { slot: "amount", kind: "amount", absent: true },
  { slot: "low", kind: "amount", absent: true },
  { slot: "high", kind: "amount", absent: true },
];

/** @type {Field} */
const MODIFIER = { slot: "modifier", kind: "choice", options: MODIFIERS, prefix: "modifier", absent: true };

/** @type {Field} */
const PER = { slot: "per", kind: "text", absent: true };

/** @type {Field} */
const MOD = {
  slot: "mod",
  kind: "choice",
  options: ["START", "MID", "END", "APPROX", "BEFORE", "AFTER"],
  absent: true,
};

/** The values of mentions; types that are not here have none. @type {Object<string, Field[]>} */
export const VALUES = {
  MONEY: [...AMOUNTS, { slot: "currency", kind: "text", needed: true }, MODIFIER, PER],
  PERCENT: [
    ...AMOUNTS,
    { slot: "unit", kind: "choice", options: ["percent", "percentage_point"], needed: true },
    MODIFIER,
  ],
  QUANTITY: [...AMOUNTS, { slot: "unit", kind: "text", needed: true }, { slot: "of", kind: "text" }, MODIFIER, PER],
  DATE: [{ slot: "value", kind: "text" }, { slot: "start", kind: "text" }, { slot: "end", kind: "text" }, MOD],
  TIME: [{ slot: "value", kind: "text" }, MOD],
  DURATION: [{ slot: "value", kind: "text", needed: true }, MODIFIER],
  SET: [
    { slot: "value", kind: "text", needed: true },
    { slot: "freq", kind: "text", absent: true },
    { slot: "quant", kind: "text", absent: true },
  ],
  LAW: [{ slot: "article", kind: "text", needed: true }],
};

/** What a new value begins with. @type {Object<string, Object<string, string>>} */
export const BEGINNINGS = { MONEY: { currency: "KRW" }, PERCENT: { unit: "percent" } };

/** The parts of a record. @type {Object<string, Field[]>} */
export const PART_FIELDS = {
  projects: [
    { slot: "name", kind: "text", needed: true },
    { slot: "program", kind: "text" },
    { slot: "phase", kind: "text" },
    { slot: "period", kind: "period" },
    { slot: "organizations", kind: "roles" },
    { slot: "locations", kind: "list" },
    {
      slot: "status",
      kind: "choice",
      options: ["planned", "ongoing", "completed", "unknown"],
      prefix: "status",
      needed: true,
    },
  ],
  budgets: [
    { slot: "projects", kind: "list" },
    {
      slot: "role",
      kind: "choice",
      options: ["total", "national", "provincial", "municipal", "private", "other"],
      prefix: "role",
      needed: true,
    },
    ...AMOUNTS,
    { slot: "currency", kind: "text", needed: true },
    MODIFIER,
    {
      slot: "basis",
      kind: "choice",
      options: ["total", "per_unit", "per_year", "phase"],
      prefix: "basis",
      needed: true,
    },
    { slot: "year", kind: "number" },
    { slot: "count", kind: "number" },
    { slot: "part_of", kind: "total", absent: true },
    { slot: "adds_up", kind: "truth", absent: true },
  ],
  events: ["name", "date", "time", "place", "host"].map((slot, at) => ({ slot, kind: "text", needed: at === 0 })),
  people: ["name", "title", "organization", "department"].map((slot, at) => ({ slot, kind: "text", needed: at === 0 })),
  quotes: [
    { slot: "text", kind: "long", needed: true },
    { slot: "speaker", kind: "text" },
    { slot: "organization", kind: "text" },
  ],
  organizations: [
    { slot: "name", kind: "text", needed: true },
    { slot: "aliases", kind: "list" },
  ],
  acronyms: [
    { slot: "short", kind: "text", needed: true },
    { slot: "long_ko", kind: "text" },
    { slot: "long_en", kind: "text" },
    { slot: "kind", kind: "choice", options: ["initialism", "abbreviation", "alias"], prefix: "kind", needed: true },
    { slot: "components", kind: "components" },
  ],
  contacts: ["department", "name", "title", "phone", "email"].map((slot) => ({ slot, kind: "text" })),
};

/** What a new part holds. @type {Object<string, Object<string, any>>} */
export const NEW_PARTS = {
  projects: { program: null, phase: null, period: null, organizations: [], locations: [], status: "unknown" },
  budgets: { projects: [], count: null, role: "total", basis: "total", year: null, currency: "KRW" },
  events: { date: null, time: null, place: null, host: null },
  people: { title: null, organization: null, department: null },
  quotes: { text: "", speaker: null, organization: null },
  organizations: { aliases: [] },
  acronyms: { short: "", long_ko: null, long_en: null, kind: "initialism", components: null },
  contacts: { department: null, name: null, title: null, phone: null, email: null },
};

/** The kinds of source by which gold articles are told apart. */
export const GOLD_KINDS = [
  "local-government",
  "central-government",
  "public-body",
  "university",
  "company",
  "trade-news",
  "regional-news",
  "earnings",
  "tender",
  "exhibition",
  "rnd-programme",
  "interview",
];
