/** What the page asks of its server; every failure is one message. */

import { t } from "./i18n.js";

/** @typedef {{version?: string, limits?: {bytes?: number, seconds?: number}, urls?: boolean, token?: boolean}} Health */

/** A failure in words for the reader. */
export class Failure extends Error {
  /**
   * @param {string} title
   * @param {string} [detail]
   * @param {number} [status]
   */
  constructor(title, detail = "", status = 0) {
    super(title);
    this.detail = detail;
    this.status = status;
  }
}

/** @returns {Promise<Health>} */
export async function health() {
  const response = await ask("health", {});
  return response.json();
}

/**
 * @param {{text?: string, url?: string, file?: File, published: string, token: string, signal: AbortSignal}} given
 * @returns {Promise<Object<string, any>>} a record
 */
export async function extract({ text, url, file, published, token, signal }) {
  /** @type {Object<string, string>} */
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  /** @type {BodyInit} */
  let body;
  if (file) {
    body = new FormData();
    body.set("file", file);
    if (published) body.set("published", published);
  } else {
    headers["Content-Type"] = "application/json";
    body = JSON.stringify({ ...(url ? { url } : { text }), ...(published && { published }) });
  }
  const response = await ask("extract", { method: "POST", headers, body, signal });
  try {
    const record = await response.json();
    if (isRecord(record)) return record;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw new Failure(t("error.cancelled"));
  }
  throw new Failure(t("error.record"));
}

/**
 * The normal form of words that a reader marks, where the server gives one.
 * @param {string} text
 * @param {string | null} published
 * @param {string} token
 * @returns {Promise<any[]>} mentions
 */
export async function normalize(text, published, token) {
  const headers = { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) };
  const body = JSON.stringify({ text, ...(published && { published }) });
  const found = await (await ask("normalize", { method: "POST", headers, body })).json();
  return Array.isArray(found) ? found : (found.mentions ?? []);
}

/** @param {any} record whether it can be shown */
export function isRecord(record) {
  return (
    Boolean(record) &&
    typeof record.text === "string" &&
    typeof record.id === "string" &&
    Array.isArray(record.mentions)
  );
}

/**
 * @param {string} path
 * @param {RequestInit} options
 */
async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw new Failure(t("error.cancelled"));
    throw new Failure(t("error.unreachable"));
  }
  if (response.ok) return response;
  throw await problem(response);
}

/** @param {Response} response an error, by RFC 9457 or not */
async function problem(response) {
  const fallback = response.status === 401 ? t("error.token") : t("error.status", { status: response.status });
  try {
    const { title, detail } = await response.json();
    return new Failure(String(detail || title || fallback), detail && title ? String(title) : "", response.status);
  } catch {
    return new Failure(fallback, "", response.status);
  }
}
