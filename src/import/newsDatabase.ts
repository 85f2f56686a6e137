import { noMetadata, type Metadata } from "../model/article.ts";
import { documentOf } from "../model/document.ts";
import type { FoundArticle, Reading, Skipped } from "./format.ts";
import { languageTag } from "./headerLines.ts";
import { parseNewsDate } from "./newsDate.ts";
import { paragraphsOf } from "./paragraphs.ts";

/** One article of a database's export, before it is checked. */
interface Entry {
  readonly fields: Partial<Record<keyof Metadata, string>>;
  readonly lines: readonly string[];
}

/**
 * The articles of a news database's text export: Nexis Uni, LexisNexis (before 2017) or Factiva,
 * the last with or without its field codes. Null when the text is no such export.
 */
export function databaseArticles(
  text: string,
): { articles: FoundArticle[]; skipped: Skipped[] } | null {
  const lines = text.split(/\r\n|[\n\r\f]/).map((line) => line.replaceAll("\u00a0", " ").trimEnd());
  const entries = nexisUni(lines) ?? lexisNexis(lines) ?? factiva(lines);
  if (!entries) return null;
  const articles: FoundArticle[] = [];
  const skipped: Skipped[] = [];
  for (const [i, entry] of entries.entries()) {
    const article = articleOf(entry);
    if (article) articles.push(article);
    else
      skipped.push({
        what: `Article ${i + 1}${entry.fields.title ? `, “${entry.fields.title}”` : ""}`,
        why: "it has no text",
      });
  }
  return { articles, skipped };
}

function articleOf({ fields, lines }: Entry): FoundArticle | null {
  const paragraphs = paragraphsOf(lines.join("\n"), () => false);
  if (!paragraphs.some(({ text }) => /[^\s\u200b]/u.test(text))) return null;
  const metadata: Record<keyof Metadata, string> = { ...noMetadata };
  const readings: Reading[] = [];
  for (const [field, words] of Object.entries(fields) as [keyof Metadata, string][]) {
    if (words === "") continue;
    const value = valueOf(field, words);
    const remark = value === "" ? `“${words}” could not be read` : "";
    readings.push({ field, value, words, from: "header line", remark });
    metadata[field] = value;
  }
  return {
    metadata,
    readings,
    document: documentOf(paragraphs.map((paragraph) => paragraph.text).join("\n")),
    remarks: [],
  };
}

const languages: Readonly<Record<string, string>> = {
  english: "en",
  german: "de",
  french: "fr",
  spanish: "es",
  russian: "ru",
  chinese: "zh",
  "chinese - simplified": "zh-Hans",
  "chinese - traditional": "zh-Hant",
  japanese: "ja",
  korean: "ko",
  arabic: "ar",
  italian: "it",
  portuguese: "pt",
  dutch: "nl",
  polish: "pl",
  turkish: "tr",
};

function valueOf(field: keyof Metadata, words: string): string {
  if (field === "publishedAt") return newsDateIn(words);
  if (field === "language")
    return languages[(words.split(";")[0] ?? "").trim().toLowerCase()] ?? languageTag(words);
  if (field === "byline") return words.replace(/^by:?\s+/i, "");
  return words;
}

/** "May 3, 2024 Friday 5:12 PM GMT" → 2024-05-03: the longest beginning that is a date. */
function newsDateIn(words: string): string {
  const parts = words.trim().split(/\s+/);
  for (let length = Math.min(parts.length, 5); length > 0; length -= 1) {
    const date = parseNewsDate(parts.slice(0, length).join(" ").replace(/,$/, ""))?.date ?? "";
    if (date !== "") return date;
  }
  return "";
}

function isDateLine(line: string): boolean {
  return newsDateIn(line) !== "" && line.length < 80 && /\d{4}/.test(line);
}

/** The non-empty lines of some, trimmed. */
function filled(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

/** Nexis Uni: each article ends in "End of Document"; its details stand before a line "Body". */
function nexisUni(lines: readonly string[]): Entry[] | null {
  const parts = splitAfter(lines, (line) => /^\s*End of Document\s*$/.test(line));
  if (parts.ends === 0) return null;
  return parts.parts.map((part) => {
    const body = part.findIndex((line) => /^\s*Body\s*$/.test(line));
    const head = filled(body === -1 ? [] : part.slice(0, body)).filter(
      (line) =>
        !/^(?:Page \d+ of \d+|User Name:|Date and Time:|Job Number:|Documents? \(\d+\))/.test(line),
    );
    const dateAt = head.findIndex((line, i) => i > 0 && isDateLine(line));
    const labelled = labels(head.slice(dateAt + 1));
    const rest = trailing(body === -1 ? part : part.slice(body + 1), [
      "Load-Date",
      "Graphic",
      "Classification",
      "Notes",
    ]);
    return {
      fields: {
        title: dateAt > 1 ? head.slice(0, dateAt - 1).join(" ") : (head[0] ?? ""),
        publisher: dateAt > 0 ? (head[dateAt - 1] ?? "") : "",
        publishedAt: head[dateAt] ?? "",
        section: labelled.get("section") ?? "",
        byline: labelled.get("byline") ?? "",
        place: labelled.get("dateline") ?? "",
        language: rest.labels.get("language") ?? "",
      },
      lines: rest.lines,
    };
  });
}

/** LexisNexis before Nexis Uni: "3 of 200 DOCUMENTS", then publisher, date, headline, LABELS. */
function lexisNexis(lines: readonly string[]): Entry[] | null {
  const start = /^\s*(?:Document )?\d+ of \d+(?: DOCUMENTS?)?\s*$/i;
  const starts = lines.flatMap((line, i) =>
    start.test(line) && /document/i.test(line) ? [i] : [],
  );
  if (starts.length === 0) return null;
  return starts.map((from, i) => {
    const part = lines.slice(from + 1, starts[i + 1] ?? lines.length);
    const firstLabel = part.findIndex((line) => /^[A-Z-]{4,}: /.test(line.trim()));
    const lengthAt = part.findIndex((line) => /^\s*LENGTH: /.test(line));
    const bodyFrom = Math.max(lengthAt, firstLabel) + 1;
    const head = filled(part.slice(0, firstLabel === -1 ? 0 : firstLabel)).filter(
      (line) => !/^Copyright |^All Rights Reserved/i.test(line),
    );
    const dateAt = head.findIndex((line) => isDateLine(line));
    const labelled = labels(part.slice(Math.max(0, firstLabel), bodyFrom));
    const rest = trailing(part.slice(bodyFrom), [
      "LOAD-DATE",
      "LANGUAGE",
      "PUBLICATION-TYPE",
      "GRAPHIC",
      "SUBJECT",
      "Copyright",
    ]);
    return {
      fields: {
        publisher: head[0] ?? "",
        publishedAt: head[dateAt] ?? "",
        title: labelled.get("headline") ?? titleAfter(head, dateAt),
        byline: labelled.get("byline") ?? "",
        section: labelled.get("section") ?? "",
        place: labelled.get("dateline") ?? "",
        language: rest.labels.get("language") ?? "",
      },
      lines: rest.lines,
    };
  });
}

/** Lines after the date: an edition may come first, the headline is the last. */
function titleAfter(head: readonly string[], dateAt: number): string {
  return head.slice(Math.max(dateAt, 0) + 1).findLast((line) => !/\bEdition\b/i.test(line)) ?? "";
}

const accession = /^\s*(?:Document|AN\s+Document)\s+[A-Z\d]{6,}[a-z\d]{6,}\s*$/;
const code =
  /^(HD|BY|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CO|IN|NS|RE|PUB|AN|CR|CT|RF|ART|IPD|IPC|CLM|SE)(?:\s{2,}|\t|\s*$)(.*)$/;

/** Factiva: each article ends in its accession number, "Document REUT000020240503ek53004xx". */
function factiva(lines: readonly string[]): Entry[] | null {
  const { parts, ends } = splitAfter(lines, (line) => accession.test(line));
  if (ends === 0) return null;
  return parts.map((part) =>
    part.some((line) => /^HD(?:\s{2,}|\t|\s*$)/.test(line)) ? coded(part) : uncoded(part),
  );
}

function coded(part: readonly string[]): Entry {
  const fields = new Map<string, string[]>();
  let at: string[] | null = null;
  for (const line of part) {
    const found = code.exec(line);
    if (found) {
      at = fields.get(found[1] ?? "") ?? [];
      fields.set(found[1] ?? "", at);
      at.push(found[2] ?? "");
    } else at?.push(line);
  }
  const value = (name: string) => filled(fields.get(name) ?? []).join(" ");
  return {
    fields: {
      title: value("HD"),
      byline: value("BY"),
      publishedAt: value("PD"),
      publisher: value("SN"),
      section: value("SE"),
      language: value("LA"),
    },
    lines: [...(fields.get("LP") ?? []), "", ...(fields.get("TD") ?? [])],
  };
}

function uncoded(part: readonly string[]): Entry {
  const count = part.findIndex((line) => /^\s*[\d,.]+ words\s*$/i.test(line));
  const above = filled(part.slice(0, Math.max(0, count)));
  const byline = above.length > 1 && /^by\b/i.test(above.at(-1) ?? "") ? above.pop() : undefined;
  const title = above.pop() ?? "";
  const section = above.pop() ?? "";
  // Date, time, publisher, its code, a page, the language, the copyright: one line each.
  const below: string[] = [];
  let at = count + 1;
  for (; at < part.length; at += 1) {
    const line = part[at]?.trim() ?? "";
    if (line === "" && below.length > 2) break;
    if (line !== "") below.push(line);
    if (/^(?:Copyright|\(c\)|©)/i.test(line) || below.length > 9) break;
  }
  const date = below.find(isDateLine) ?? "";
  const publisher = below
    .slice(below.indexOf(date) + 1)
    .find((line) => !/^\d{1,2}:\d\d/.test(line));
  return {
    fields: {
      title,
      section,
      publishedAt: date,
      publisher: publisher ?? "",
      language: below.find((line) => line.toLowerCase() in languages) ?? "",
      ...(byline !== undefined && { byline }),
    },
    lines: part.slice(at + 1).filter((line) => !accession.test(line)),
  };
}

/** Cuts lines into parts, each ending before a line that `ends` names; what comes after the last is dropped. */
function splitAfter(lines: readonly string[], ends: (line: string) => boolean) {
  const parts: string[][] = [];
  let part: string[] = [];
  for (const line of lines)
    if (ends(line)) {
      parts.push(part);
      part = [];
    } else part.push(line);
  return { parts, ends: parts.length };
}

/** "Section: Foreign Desk; Pg. 1", "BYLINE: Jane Doe": the values by their folded labels. */
function labels(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const [, label = "", value = ""] = /^\s*([A-Za-z-]+):\s*(.+)$/.exec(line) ?? [];
    if (label !== "" && !found.has(label.toLowerCase()))
      found.set(label.toLowerCase(), value.trim());
  }
  return found;
}

/** The text before the first line that begins with one of these labels, and what the labels after it say. */
function trailing(lines: readonly string[], ends: readonly string[]) {
  const pattern = new RegExp(String.raw`^\s*(?:${ends.join("|")})(?::|\s*$| \d)`);
  const from = lines.findIndex((line) => pattern.test(line));
  const cut = from === -1 ? lines.length : from;
  return { lines: lines.slice(0, cut), labels: labels(lines.slice(cut)) };
}
