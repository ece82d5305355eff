/** Events as a calendar: iCalendar by RFC 5545; times are those of Korea, which has no summer time. */

import { isDay } from "./dates.js";

const DAY = 86400000;
const KOREA = 9 * 3600000;

/**
 * @param {Object<string, any>[]} records
 * @param {Date} [now] the time of the stamp
 * @returns {{text: string, count: number}} events whose days are not fully known are left out
 */
export function calendar(records, now = new Date()) {
  const stamp = `${now.toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const events = records.flatMap((record) =>
    record.events
      .map((/** @type {any} */ event, /** @type {number} */ at) => entry(record, event, at, stamp))
      .filter(Boolean),
  );
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Sasil//view//KO",
    "CALSCALE:GREGORIAN",
    ...events.flat(),
    "END:VCALENDAR",
  ];
  return { text: lines.map((line) => `${folded(line)}\r\n`).join(""), count: events.length };
}

/**
 * @param {Object<string, any>} record
 * @param {any} event
 * @param {number} at
 * @param {string} stamp
 */
function entry(record, event, at, stamp) {
  const [first, last = first] = (event.date ?? "").split("/");
  if (!isDay(first) || !isDay(last) || last < first) return null;
  const about = [event.host, record.article?.title].filter(Boolean).join("\n");
  return [
    "BEGIN:VEVENT",
    `UID:${encodeURIComponent(record.id)}-event-${at}@sasil`,
    `DTSTAMP:${stamp}`,
    ...when(first, last, event.time),
    `SUMMARY:${escaped(event.name)}`,
    ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
    ...(about ? [`DESCRIPTION:${escaped(about)}`] : []),
    ...(/^https?:\/\//.test(record.article?.url ?? "") ? [`URL:${record.article.url.replace(/\s/g, "")}`] : []),
    "END:VEVENT",
  ];
}

/**
 * @param {string} first
 * @param {string} last
 * @param {string | null} time "T14:00" or "T14:00/T16:00"
 */
function when(first, last, time) {
  const clock = /^T(\d\d:\d\d)(?:\/T(\d\d:\d\d))?$/.exec(time ?? "");
  if (clock && first === last) {
    const [start, end] = [instant(first, clock[1]), clock[2] && instant(first, clock[2])];
    if (start) return [`DTSTART:${start}`, ...(end && end > start ? [`DTEND:${end}`] : [])];
  }
  // The end of a whole-day event is the day after its last one.
  const after = new Date(Date.parse(`${last}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  return [`DTSTART;VALUE=DATE:${first.replaceAll("-", "")}`, `DTEND;VALUE=DATE:${after.replaceAll("-", "")}`];
}

/**
 * @param {string} day
 * @param {string} clock in Korea; 24:00 is the midnight after the day
 */
function instant(day, clock) {
  const [hours, minutes] = clock.split(":").map(Number);
  if (hours > 24 || minutes > 59) return null;
  const time = Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * 60000 - KOREA;
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** @param {string} text */
function escaped(text) {
  // eslint-disable-next-line no-control-regex -- a calendar may hold none of them
  const clean = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ");
  return clean.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");
}

/** @param {string} line at most 75 octets; the next begin with a space, and no character is cut */
function folded(line) {
  const encoder = new TextEncoder();
  let width = 0;
  let text = "";
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (width + size > 75) {
      text += "\r\n ";
      width = 1;
    }
    text += sign;
    width += size;
  }
  return text;
}
