/** A date as news writes it, read as far as it goes. */
export interface NewsDate {
  /** YYYY-MM-DD, YYYY-MM or YYYY; empty when the words leave it open. */
  readonly date: string;
  /** What is not certain: "no year given". Else empty. */
  readonly remark: string;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Parts of a regular expression: no groups, case as news writes it, or all capitals. */
const weekday = String.raw`(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?`;
const month = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)\b\.?`;
const day = String.raw`\d{1,2}(?:st|nd|rd|th)?\b`;
const year = String.raw`(?:19|20)\d\d\b`;
/** Matches a date of a day in words, with or without a year, or in ISO 8601. */
export const dayPattern = `(?:${weekday},? )?(?:${month} ${day}(?:,? ${year})?|${day} (?:of )?${month}(?:,? ${year})?|${year}-\\d\\d-\\d\\d)`;

const monthFirst = new RegExp(`^(${month}) (?:(${day}),? ?)?(${year})?$`, "i");
const dayFirst = new RegExp(`^(${day})\\.? (?:of )?(${month}),? ?(${year})?$`, "i");
const iso = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/;
const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/**
 * Reads a date that stands alone: ISO 8601, "April 26, 2024", "26 Apr", "May 2024", "26.4.2024",
 * with or without a weekday; months in English. Null when it is none. A part that is not written
 * is not guessed.
 */
export function parseNewsDate(words: string): NewsDate | null {
  const text = words
    .trim()
    .replace(new RegExp(`^${weekday},? `, "i"), "")
    .replaceAll(/\s+/g, " ");
  const isoParts = iso.exec(text);
  if (isoParts) return certain(isoParts[1], isoParts[2], isoParts[3]);
  const inWords = monthFirst.exec(text);
  if (inWords) return certain(inWords[3], monthNumber(inWords[1]), inWords[2]);
  const britishly = dayFirst.exec(text);
  if (britishly) return certain(britishly[3], monthNumber(britishly[2]), britishly[1]);
  const numbers = numeric.exec(text);
  if (numbers) return byNumbers(Number(numbers[1]), Number(numbers[2]), numbers[3]);
  return null;
}

/** Which of two numbers is the month shows only where the other is more than twelve. */
function byNumbers(first: number, second: number, yearNumber: string | undefined): NewsDate | null {
  if (first > 12) return certain(yearNumber, String(second), String(first));
  if (second > 12 || first === second) return certain(yearNumber, String(first), String(second));
  return { date: "", remark: "which number is the month is not certain" };
}

function certain(
  yearWords: string | undefined,
  monthWords: string | undefined,
  dayWords: string | undefined,
): NewsDate | null {
  const [m, d] = [Number(monthWords ?? 1), Number.parseInt(dayWords ?? "1", 10)];
  // Without a year, 29 February is a day.
  const last = new Date(Date.UTC(Number(yearWords ?? 2000), m, 0)).getUTCDate();
  if (m < 1 || m > 12 || d < 1 || d > last) return null;
  if (yearWords === undefined) return { date: "", remark: "no year given" };
  const parts = [yearWords];
  if (monthWords !== undefined) parts.push(String(m).padStart(2, "0"));
  if (dayWords !== undefined) parts.push(String(d).padStart(2, "0"));
  return { date: parts.join("-"), remark: "" };
}

function monthNumber(name: string | undefined): string {
  return String(1 + months.indexOf((name ?? "").slice(0, 3).toLowerCase()));
}
