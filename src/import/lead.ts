import { datelineOf, placeName } from "./dateline.ts";
import type { Reading } from "./format.ts";
import { remarkOn } from "./headerLines.ts";
import { parseNewsDate } from "./newsDate.ts";
import { endsSentence, type Paragraph } from "./paragraphs.ts";

/** A headline is shorter than this, in UTF-16 code units; the longest of a year's wire had 160. */
const longestHeadline = 200;
/** So many paragraphs may stand before the report itself: headline, byline, date, a label. */
const longestLead = 5;

/** Whether a line is the beginning of a report, so that the line before it ends a paragraph. */
export function startsReport(line: string): boolean {
  return datelineOf(line) !== null || bylineOf(line) !== null;
}

/**
 * The headline: a short first paragraph without a full stop, before a blank line, a byline or a
 * dateline. Null when the text begins otherwise.
 */
export function headlineOf(paragraphs: readonly Paragraph[]): Reading | null {
  const [first, second] = paragraphs;
  if (!first || !second || first.text.length >= longestHeadline) return null;
  if (endsLikeReport(first.text) || startsReport(first.text) || isDate(first.text)) return null;
  if (!first.blankAfter && !startsReport(second.text) && !isDate(second.text)) return null;
  return { field: "title", value: first.text, words: first.text, from: "headline", remark: "" };
}

/** What the first paragraphs say of author, date, place and agency; they stay in the text. */
export function leadReadings(paragraphs: readonly Paragraph[]): Reading[] {
  const readings: Reading[] = [];
  for (const { text } of paragraphs.slice(0, longestLead)) {
    const byline = bylineOf(text);
    if (byline !== null)
      readings.push({ field: "byline", value: byline, words: text, from: "byline", remark: "" });
    else if (isDate(text)) readings.push(dateReading(text, text, "date line"));
    else {
      const dateline = datelineOf(text);
      if (dateline) {
        const { words, place, date, agency } = dateline;
        const from = "dateline";
        if (place !== "")
          readings.push({ field: "place", value: placeName(place), words, from, remark: "" });
        if (date !== "") readings.push(dateReading(date, words, from));
        if (agency !== "")
          readings.push({ field: "publisher", value: agency, words, from, remark: "" });
      }
      if (dateline || endsSentence(text)) break;
    }
  }
  return readings;
}

function dateReading(date: string, words: string, from: Reading["from"]): Reading {
  const read = parseNewsDate(date);
  const value = read?.date ?? "";
  const remark = remarkOn(date, read?.remark ?? "not a day of the calendar");
  return { field: "publishedAt", value, words, from, remark };
}

/** A line that is a date and nothing else; "Published", "Updated" and a time of day may stand with it. */
function isDate(line: string): boolean {
  return line.length < 40 && /[\p{L}-]/u.test(line) && parseNewsDate(line) !== null;
}

/** The names of a line "By Jane Doe and John Roe"; null when it is none. */
function bylineOf(line: string): string | null {
  if (line.length > 120 || endsSentence(line)) return null;
  return /^By:?\s+(\p{Lu}.*)$/iu.exec(line)?.[1] ?? null;
}

/** Headlines end in "?" or "!" but not in a full stop, nor in what announces more. */
function endsLikeReport(line: string): boolean {
  return endsSentence(line) && !/[?!？！][\p{Pe}\p{Pf}\p{Pi}"'*]*$/u.test(line);
}
