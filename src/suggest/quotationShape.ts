import type { Reading } from "./reading.ts";

/** How a quotation that ends before token `index` ends: with a stop inside, with a mark after it. */
export function quotationEnd(reading: Reading, index: number): number {
  const region = reading.quotedOf[index - 1] ?? -1;
  if (region < 0 || region === reading.quotedOf[index]) return 0;
  const inner = reading.tokens[index - 2];
  const stop = inner?.kind === "mark" && /^(?:[.,!?…;]|\.+)$/u.test(inner.text);
  return (stop ? 2 : 1) + (reading.tokens[index]?.kind === "mark" ? 2 : 0);
}

/** Where a token stands to the quotation around it. */
export function quoteState(reading: Reading, index: number): string {
  const region = reading.quoted[reading.quotedOf[index] ?? -1];
  if (!region) return "out";
  const token = reading.tokens[index];
  if (!token) return "out";
  const contentStart = region.start + region.opening;
  const contentEnd = region.end - region.closing;
  if (token.end <= contentStart) return "open";
  if (token.start >= contentEnd) return "close";
  return "in";
}

/** What kind of quotation it looks like: a sentence, a clause, a fragment, a title. */
export function regionShape(reading: Reading, index: number): string {
  const region = reading.quoted[index];
  if (!region) return "";
  const inner = reading.text.slice(region.start + region.opening, region.end - region.closing);
  const words = inner.split(/\s+/u).length;
  const size = words <= 1 ? "1" : words <= 3 ? "3" : words <= 6 ? "6" : "9";
  const last = /[.,!?…]$/u.exec(inner.trimEnd())?.[0] ?? "-";
  const next = reading.text.slice(region.end, region.end + 1);
  const before = reading.text.slice(0, region.start).trimEnd().slice(-1);
  const begun = region.resumes
    ? "r"
    : before === "" || reading.text.charAt(region.start - 1) === "\n"
      ? "p"
      : /[.!?”"’]/u.test(before)
        ? "s"
        : /[,:]/u.test(before)
          ? before
          : "m";
  const capital = isTitle(inner) ? "T" : /^\p{Lu}/u.test(inner) ? "A" : "a";
  return `${size}${last}${/[.,;]/u.test(next) ? next : " "}${begun}${capital}${region.closing === 0 ? "open" : ""}`;
}

/** Whether every longer word has a capital, as in titles of works: “Make America Great Again”. */
export function isTitle(inner: string): boolean {
  const words = inner.split(/\s+/u).filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
  return words.length >= 2 && words.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
}
