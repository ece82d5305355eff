/** The view: a list of articles, or one of them; on a server also the place where they are given. */

import { ArticleView } from "./article.js";
import { h, icon } from "./dom.js";
import { lang, remember, setLang, t } from "./i18n.js";
import { listing } from "./listing.js";
import { failed, Live } from "./live.js";
import { Session } from "./session.js";

const given = JSON.parse(document.getElementById("data")?.textContent || "{}");
const session = new Session(given.records ?? [], given.rules ?? { ko: {}, en: {} }, Boolean(given.live));
const app = /** @type {HTMLElement} */ (document.getElementById("app"));
const main = h("main", { id: "main", tabindex: -1 });
const top = h("header.top");

/** @param {number | null} at an article's position, null for the list, -1 for a new article */
function go(at) {
  const hash = at === null ? "#/list" : at < 0 ? "#/" : `#/${at}`;
  if (location.hash === hash) draw();
  else location.hash = hash;
}

const live = session.live ? new Live(session, go) : null;

/** @returns {number | "list" | "new"} what the address asks for */
function route() {
  const name = location.hash.replace(/^#\/?/, "");
  const at = /^\d+$/.test(name) ? Number(name) : -1;
  if (at >= 0 && at < session.entries.length) return at;
  if (live) return name === "list" && session.entries.length ? "list" : "new";
  return session.entries.length === 1 ? 0 : "list";
}

function draw() {
  const where = route();
  top.replaceChildren(...head(where));
  const screen =
    where === "new" && live
      ? live.form()
      : where === "list"
        ? listing(session, live?.error ? failed(live.error) : null)
        : article(Number(where));
  main.replaceChildren(screen);
  main.className = where === "new" ? "narrow" : where === "list" ? "middle" : "wide";
  const title = typeof where === "number" ? session.entries[where].title : "";
  document.title = title ? `${title} · ${t("name")}` : t("name");
  const skip = document.getElementById("skip");
  if (skip) skip.textContent = t("skip");
}

/** @param {number} at */
function article(at) {
  return new ArticleView(session, session.entries[at]).element;
}

/** @param {number | "list" | "new"} where */
function head(where) {
  const many = session.entries.length > 1;
  const links = [];
  if (many && where !== "list") links.push(h("a", { href: "#/list" }, t("list.back")));
  if (live && where !== "new") links.push(h("a", { href: "#/" }, icon("plus"), t("live.another")));
  if (many && typeof where === "number") links.push(...neighbours(where));
  const brand = h(
    "a.brand",
    { href: live ? "#/" : many ? "#/list" : "#/0", "aria-label": t("name") },
    mark(),
    t("name"),
  );
  return [
    brand,
    h("nav", { "aria-label": t("list.label") }, links),
    h("div.settings", {}, languageButton(), themeButton()),
  ];
}

function mark() {
  return h("span.logo", { "aria-hidden": "true" });
}

/** @param {number} at whose neighbours in the list are offered, as it was sorted and sifted */
function neighbours(at) {
  const order = session.order.includes(at) ? session.order : [...session.entries.keys()];
  const place = order.indexOf(at);
  return [step(order[place - 1], "list.previous", "left"), step(order[place + 1], "list.next", "right")].filter(
    Boolean,
  );
}

/**
 * @param {number | undefined} at
 * @param {string} key
 * @param {"left" | "right"} shape
 */
function step(at, key, shape) {
  if (at === undefined) return null;
  return h("a.step", { href: `#/${at}`, "aria-label": t(key), title: t(key) }, icon(shape));
}

function languageButton() {
  const other = lang() === "ko" ? "en" : "ko";
  const change = () => {
    setLang(other);
    draw();
    /** @type {HTMLElement | null} */ (top.querySelector("[data-set=language]"))?.focus();
  };
  return h(
    "button.plain",
    {
      type: "button",
      lang: other,
      data: { set: "language" },
      "aria-label": t("language.label"),
      on: { click: change },
    },
    t("language"),
  );
}

function themeButton() {
  const dark = isDark();
  const change = () => {
    document.documentElement.dataset.theme = dark ? "light" : "dark";
    remember("sasil.theme", dark ? "light" : "dark");
    top.replaceChildren(...head(route()));
    /** @type {HTMLElement | null} */ (top.querySelector("[data-set=theme]"))?.focus();
  };
  const name = t(dark ? "theme.light" : "theme.dark");
  return h(
    "button.plain.round",
    { type: "button", data: { set: "theme" }, "aria-label": name, title: name, on: { click: change } },
    icon(dark ? "sun" : "moon"),
  );
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => top.replaceChildren(...head(route())));
addEventListener("hashchange", () => {
  if (location.hash === "#main") return; // the skip link
  draw();
  scrollTo(0, route() === "list" ? session.list.scroll : 0);
  main.focus({ preventScroll: true });
});
addEventListener("beforeunload", (event) => {
  if (session.unsaved.length) event.preventDefault();
});
document.getElementById("skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});

app.append(top, main);
draw();
