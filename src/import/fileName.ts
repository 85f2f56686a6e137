import type { Metadata } from "../model/article.ts";
import { noMetadata } from "../model/article.ts";
import { done, refused, type Result } from "../model/problem.ts";
import { baseName, type Reading } from "./format.ts";
import { languageTag } from "./headerLines.ts";
import { parseCellDate } from "./table.ts";

/** The words in braces that a pattern may use, and the field each fills; `*` passes over anything. */
export const placeholders: Readonly<Record<string, keyof Metadata | null>> = {
  title: "title",
  date: "publishedAt",
  publisher: "publisher",
  byline: "byline",
  place: "place",
  section: "section",
  language: "language",
  "*": null,
};

/** Reads what a file's name says of its article; null for a name that is not written so. */
export type NamePattern = (fileName: string) => Reading[] | null;

/**
 * A pattern of file names such as `{date}_{publisher}_{title}`. What is not in braces must stand in
 * the name as it is; a part in braces is as short as it can be, the last one as long. The folder
 * before the name may be part of it: `{publisher}/{date}_{title}`. The ending needs not be written.
 */
export function namePattern(pattern: string): Result<NamePattern> {
  const fields: (keyof Metadata | null)[] = [];
  let source = "";
  let unknown: string | null = null;
  let touching = false;
  let after = false;
  for (const [, name, literal] of pattern.trim().matchAll(/\{([^{}]*)\}|([^{}]+|[{}])/g)) {
    if (name === undefined) {
      source += (literal ?? "").replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
      after = false;
      continue;
    }
    const field = placeholders[name.trim().toLowerCase()];
    if (field === undefined) unknown ??= name;
    touching ||= after;
    after = true;
    fields.push(field ?? null);
    source += field === "publishedAt" ? String.raw`([\d./-]+(?:\d|$)|[^/]+?)` : "([^/]+?)";
  }
  const known = Object.keys(placeholders)
    .map((each) => `{${each}}`)
    .join(", ");
  if (unknown !== null)
    return refused(`A pattern has no part “{${unknown}}”.`, `Its parts are ${known}.`);
  if (fields.every((field) => field === null))
    return refused("The pattern names no part of an article.", `Its parts are ${known}.`);
  if (touching)
    return refused(
      "Two parts of the pattern follow one another with nothing between them.",
      "Put what parts them in the names between them: “{date}_{title}”.",
    );
  const folders = pattern.split("/").length - 1;
  const expression = new RegExp(`^${source}$`, "u");
  return done((fileName) => {
    const parts = fileName.split("/").slice(-1 - folders);
    const withEnding = parts.join("/");
    const name = withEnding.slice(0, withEnding.length - endingOf(baseName(withEnding)).length);
    const found = expression.exec(name.trim()) ?? expression.exec(withEnding);
    if (!found) return null;
    return fields.flatMap((field, i) => (field ? [readingOf(field, found[i + 1] ?? "")] : []));
  });
}

/** A file name's ending, with its dot: ".txt". A date's dots are none. */
function endingOf(name: string): string {
  return /\.[a-z]\w{0,5}$/i.exec(name)?.[0] ?? "";
}

function readingOf(field: keyof Metadata, words: string): Reading {
  const plain = /\s/.test(words) ? words.trim() : words.replaceAll("_", " ").trim();
  const reading = { field, words, from: "file name" as const };
  if (field === "publishedAt") {
    const date = parseCellDate(words.replaceAll("_", "-"), "day first") ?? "";
    return { ...reading, value: date, remark: date === "" ? `“${words}” is no date` : "" };
  }
  if (field === "language") {
    const tag = languageTag(plain);
    return { ...reading, value: tag, remark: tag === "" ? `“${words}” is no language tag` : "" };
  }
  return { ...reading, value: plain, remark: "" };
}

/** The metadata with what the file's name says in place of what was read from the text. */
export function withReadings(metadata: Metadata, readings: readonly Reading[]): Metadata {
  const changed: Record<keyof Metadata, string> = { ...noMetadata, ...metadata };
  for (const { field, value } of readings) if (value !== "") changed[field] = value;
  return changed;
}
