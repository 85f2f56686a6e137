import { dayPattern } from "./newsDate.ts";

/** The parts of a dateline, as they stand; empty where there is none. */
export interface Dateline {
  /** All of it, up to the first word of the report. */
  readonly words: string;
  readonly place: string;
  readonly date: string;
  readonly agency: string;
}

/** What a distributor put before it: "MENAFN - Nam News Network) ". */
const distributor = String.raw`(?:\(?[^()]{2,60}\)[ ]*(?=\p{Lu}{2}))?`;
const lower = "de|do|da|dos|das|del|di|du|of|the|and|au|sur|am|an|der|upon|on|la|le|les|el|al";
const word = String.raw`\p{Lu}[\p{L}\p{M}'’.]*`;
/** "ALMATY", "XI'AN", "GABORONE/NEW YORK", "PORT-AU-PRINCE", "Tunis/Geneva", "The Hague". */
const place = String.raw`${word}(?:(?:[ /-]|[ -](?:${lower})[ -]| \p{Lu}\.)${word}){0,4}`;
/** The state or country after it: ", Ohio", ", N.D.", ", Thailand". */
const region = String.raw`(?:, (?!${dayPattern})\p{Lu}[\p{L}\p{M}.'’ -]{1,30}?){0,2}`;
const agency = String.raw`(?:\((?<inBrackets>[^()]{2,40})\)|/(?<inSlashes>[^/]{2,40})/)`;
/** What parts a dateline from the report: a dash before a space, "--", ".-". */
const dash = String.raw`(?:\.|[ ]*)(?:-{2,3}|[-–—―])[ ]+`;

const pattern = new RegExp(
  String.raw`^${distributor}(?<open>\()?(?<place>${place}${region})?` +
    String.raw`(?:,? ?(?<date>${dayPattern})\.?)?[ ]*(?:${agency})?` +
    String.raw`(?:,? ?(?<dateAfter>${dayPattern}))?(?<close>\))?(?<end>${dash}|\.?[ ]+(?![-–—―]))(?=\S)`,
  "u",
);

/** What stands before a dash in capitals, or before a date, and is no place. */
const noPlaces = new RegExp(
  "^(?:UPDATED?|EXCLUSIVE|BREAKING(?: NEWS)?|ANALYSIS|FACTBOX|EXPLAINER|OPINION|COMMENT|INTERVIEW|CORRECT(?:ED|ION)|" +
    "WATCH|LIVE|VIDEO|NATO|OPEC|ASEAN|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$",
  "i",
);

/**
 * The dateline that a paragraph begins with, if it begins with one: "ALMATY, April 26 (Agency) -- ".
 * Words alone are not enough: there must be a date, an agency's letters in brackets, or a place in
 * capitals before a dash.
 */
export function datelineOf(paragraph: string): Dateline | null {
  const found = pattern.exec(paragraph.slice(0, 300));
  if (!found?.groups) return null;
  const { open, close, end = "" } = found.groups;
  const part = (name: string) => found.groups?.[name]?.trim() ?? "";
  const dateline: Dateline = {
    words: found[0].trim(),
    place: part("place"),
    date: part("date") || part("dateAfter"),
    agency: part("inBrackets") || part("inSlashes"),
  };
  if (open === undefined ? close !== undefined : close === undefined) return null;
  const dashed = /[-–—―]/.test(end);
  const capitals = /^\p{Lu}[\p{Lu}\p{M}'’./ -]+(?=,|$)/u.test(dateline.place);
  if (noPlaces.test(dateline.place)) return null;
  if (dateline.date !== "" && dateline.place !== "")
    return dashed || dateline.agency !== "" || /\d{4}\. $/.test(found[0]) ? dateline : null;
  if (!dashed) return null;
  if (open !== undefined && dateline.agency === "")
    return { ...dateline, place: "", agency: dateline.place };
  if (dateline.place === "") return dateline.agency === "" ? null : dateline;
  return capitals || /^[\p{Lu}-]{2,}$/u.test(dateline.agency) ? dateline : null;
}

/** A place in capitals as it is written elsewhere: "RIO DE JANEIRO, Brazil" → "Rio de Janeiro, Brazil". */
export function placeName(words: string): string {
  const small = new Set(lower.split("|"));
  return words
    .split(", ")
    .map((part) =>
      /\p{Ll}/u.test(part)
        ? part
        : part.replaceAll(/[\p{L}\p{M}'’]+/gu, (each, at: number) => {
            const name = each.toLowerCase();
            return at > 0 && small.has(name) ? name : each.charAt(0) + name.slice(1);
          }),
    )
    .join(", ");
}
