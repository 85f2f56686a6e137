import { dateSchema } from "../../model/date.ts";
import type { Attribute } from "../../model/query/attribute.ts";
import type { Between, Filter, OneOf, Test } from "../../model/query/filter.ts";

/** What can be asked of an attribute, as the builder offers it. */
export const questions = {
  "is any of": false,
  "is none of": true,
  contains: false,
  "does not contain": true,
  "is between": false,
  "is not between": true,
  "is empty": false,
  "is not empty": true,
} as const;
export type Question = keyof typeof questions;

/** The questions that fit the kind of an attribute. */
export function questionsFor({ kind }: Attribute): readonly Question[] {
  switch (kind.is) {
    case "entry":
    case "name":
      return [
        "is any of",
        "is none of",
        "contains",
        "does not contain",
        "is empty",
        "is not empty",
      ];
    case "choice":
      return ["is any of", "is none of", "is empty", "is not empty"];
    case "words":
      return ["contains", "does not contain", "is empty", "is not empty"];
    case "date":
    case "number":
      return ["is between", "is not between", "is empty", "is not empty"];
  }
}

/** A test, or its contrary. */
export interface Line {
  readonly test: Test;
  readonly not: boolean;
}

/** The filter as one line of the builder; null when it is a group. */
export function lineOf(filter: Filter): Line | null {
  if (filter.is === "not") return isTest(filter.of) ? { test: filter.of, not: true } : null;
  return isTest(filter) ? { test: filter, not: false } : null;
}

export function filterOfLine({ test, not }: Line): Filter {
  return not ? { is: "not", of: test } : test;
}

export function questionOf({ test, not }: Line): Question {
  switch (test.is) {
    case "one of":
      return not ? "is none of" : "is any of";
    case "has":
      return not ? "does not contain" : "contains";
    case "between":
      return not ? "is not between" : "is between";
    case "empty":
      return not ? "is not empty" : "is empty";
  }
}

/** A line that asks this of the attribute; keeps of the line before what fits the question. */
export function lineAsking(attribute: string, question: Question, before?: Test): Line {
  const not = questions[question];
  const same = before?.attribute === attribute ? before : undefined;
  switch (question) {
    case "is any of":
    case "is none of": {
      const fresh: OneOf = {
        is: "one of",
        attribute,
        values: [],
        below: attribute === "topic",
        stances: [],
      };
      return { test: same?.is === "one of" ? same : fresh, not };
    }
    case "contains":
    case "does not contain":
      return { test: same?.is === "has" ? same : { is: "has", attribute, words: "" }, not };
    case "is between":
    case "is not between": {
      const open: Between = { is: "between", attribute, from: null, to: null };
      return { test: same?.is === "between" ? same : open, not };
    }
    case "is empty":
    case "is not empty":
      return { test: { is: "empty", attribute }, not };
  }
}

/** The first line of an attribute that was just chosen. */
export function newLine(attribute: Attribute): Line {
  return lineAsking(attribute.id, questionsFor(attribute)[0] ?? "is empty");
}

/** How the parts of a group are joined, as the builder names it. */
export const joins = ["all of", "any of", "none of"] as const;
type Join = (typeof joins)[number];

export interface FilterGroup {
  readonly join: Join;
  readonly parts: readonly Filter[];
}

/** A filter that is no line as a group; one that fits no other is a group of one. */
export function groupOf(filter: Filter): FilterGroup {
  if (filter.is === "all") return { join: "all of", parts: filter.of };
  if (filter.is === "any") return { join: "any of", parts: filter.of };
  if (filter.is !== "not") return { join: "all of", parts: [filter] };
  if (filter.of.is === "any") return { join: "none of", parts: filter.of.of };
  return { join: "none of", parts: [filter.of] };
}

export function filterOfGroup({ join, parts }: FilterGroup): Filter {
  if (join === "all of") return { is: "all", of: parts };
  const any: Filter = { is: "any", of: parts };
  return join === "any of" ? any : { is: "not", of: any };
}

/**
 * The filter without what is still being written: tests without a value, groups without a test.
 * Null when nothing is left.
 */
export function finished(filter: Filter): Filter | null {
  switch (filter.is) {
    case "all":
    case "any": {
      const of = filter.of.flatMap((part) => finished(part) ?? []);
      const [only] = of;
      if (!only) return null;
      return of.length === 1 ? only : { ...filter, of };
    }
    case "not": {
      const of = finished(filter.of);
      return of && { is: "not", of };
    }
    case "one of":
      return filter.values.length > 0 ? filter : null;
    case "has":
      return filter.words.trim() === "" ? null : filter;
    case "between":
      return boundsFit(filter) ? filter : null;
    case "empty":
      return filter;
  }
}

/** A bound that is typed halfway ("2024-") asks nothing yet. */
function boundsFit({ from, to }: Between): boolean {
  const fits = (bound: string | null) => bound === null || isDay(bound) || isNumber(bound);
  return (from !== null || to !== null) && fits(from) && fits(to);
}

/** What is wrong with the bounds of a condition on dates or numbers, in a sentence; null when nothing is. */
export function boundsFault({ from, to }: Between, kind: "date" | "number"): string | null {
  const fits = kind === "date" ? isDay : isNumber;
  const wrong = [from, to].find((bound) => bound !== null && !fits(bound));
  if (wrong)
    return kind === "date"
      ? `“${wrong}” is no date: YYYY, YYYY-MM or YYYY-MM-DD.`
      : `“${wrong}” is no number: digits, and a point before decimals.`;
  if (from === null || to === null) return null;
  const [least, most] = kind === "date" ? [from, to.padEnd(10, "~")] : [Number(from), Number(to)];
  return least > most ? "The first is after the second: nothing lies between them." : null;
}

function isDay(bound: string): boolean {
  return bound !== "" && dateSchema.safeParse(bound).success;
}

function isNumber(bound: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(bound);
}

function isTest(filter: Filter): filter is Test {
  return filter.is !== "all" && filter.is !== "any" && filter.is !== "not";
}
