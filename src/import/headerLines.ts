import type { Metadata } from "../model/article.ts";
import type { Reading } from "./format.ts";
import { parseNewsDate } from "./newsDate.ts";

/** The names that a header line may begin with, and the field each fills. */
const names: Readonly<Record<string, keyof Metadata>> = {
  title: "title",
  headline: "title",
  date: "publishedAt",
  published: "publishedAt",
  publisher: "publisher",
  source: "publisher",
  author: "byline",
  byline: "byline",
  place: "place",
  location: "place",
  section: "section",
  url: "url",
  link: "url",
  language: "language",
  lang: "language",
};

/**
 * Reads header lines at the top of a plain text, up to its first blank line: "Title: …", "Date: …",
 * "Publisher: …", one each. They are header lines only where all lines up there are, and there are
 * two of them or a title; else a report that begins "Source: …" would lose its first line.
 * @returns what they say, and the text after them; the whole text when there are none
 */
export function headerLines(text: string): { readings: Reading[]; rest: string } {
  const none = { readings: [], rest: text };
  const block = /^\s*((?:\S.*(?:\r\n|\r|\n))+)[^\S\r\n]*(?:\r\n|\r|\n)/.exec(text.slice(0, 8000));
  if (!block?.[1]) return none;
  const readings: Reading[] = [];
  for (const line of block[1].trim().split(/\r\n|\r|\n/)) {
    const parts = /^([A-Za-z]+)[^\S\r\n]*:(.*)$/.exec(line.trim());
    const field = names[parts?.[1]?.toLowerCase() ?? ""];
    if (!parts || !field || readings.some((reading) => reading.field === field)) return none;
    readings.push({
      field,
      words: line.trim(),
      from: "header line",
      ...valueOf(field, parts[2] ?? ""),
    });
  }
  if (readings.length < 2 && readings[0]?.field !== "title") return none;
  const rest = text.slice(block[0].length);
  return rest.trim() === "" ? none : { readings, rest };
}

function valueOf(field: keyof Metadata, words: string): Pick<Reading, "value" | "remark"> {
  const value = words.trim();
  if (value === "") return { value, remark: "" };
  if (field === "publishedAt") {
    const date = parseNewsDate(value);
    return {
      value: date?.date ?? "",
      remark: date ? remarkOn(value, date.remark) : `“${value}” is no date`,
    };
  }
  if (field === "language") {
    const tag = languageTag(value);
    return { value: tag, remark: tag === "" ? `“${value}” is no language tag such as “en”` : "" };
  }
  return { value, remark: "" };
}

/** What to say of a date that its words leave open: "April 26, no year given". */
export function remarkOn(words: string, remark: string): string {
  return remark === "" ? "" : `${words}, ${remark}`;
}

/** The words as a BCP 47 tag, in its usual letter case; empty when they are none. */
export function languageTag(words: string): string {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(words)) return "";
  try {
    return Intl.getCanonicalLocales(words)[0] ?? "";
  } catch {
    return "";
  }
}
