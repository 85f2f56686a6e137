import { progresses, type Article, type Progress } from "../../model/article.ts";
import type { Field } from "../../model/field.ts";
import { folded } from "../../model/name.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { fieldText } from "../parts/fieldInput.tsx";
import type { Route } from "../route.ts";

/** The columns that a table of articles may be sorted by, beside the project's own fields. */
const sortable = [
  "title",
  "publisher",
  "byline",
  "place",
  "section",
  "publishedAt",
  "language",
  "progress",
  "statements",
  "createdAt",
] as const;

/** What the Library shows, and how; kept in the address. An empty part narrows nothing. */
export interface LibraryFilter {
  /** Stands in the title, publisher, byline, place, section, note, address or a field. */
  readonly text: string;
  readonly progress: Progress | "";
  readonly publisher: string;
  /** The first and the last date, YYYY-MM-DD or less; both included. */
  readonly from: string;
  readonly until: string;
  /** One of `sortable`, or a field's id. */
  readonly sort: string;
  readonly descending: boolean;
  /** Empty, one of `groupable`, or a field's id. */
  readonly group: string;
}

/** What a table of articles may be grouped by, beside the project's own fields. */
export const groupable = [
  "publisher",
  "month",
  "progress",
  "section",
  "place",
  "language",
] as const;

export function libraryFilterOf({ filter }: Route): LibraryFilter {
  const { progress, group } = filter;
  return {
    text: filter.text ?? "",
    progress: progresses.find((each) => each === progress) ?? "",
    publisher: filter.publisher ?? "",
    from: filter.from ?? "",
    until: filter.until ?? "",
    sort: filter.sort ?? "publishedAt",
    descending: (filter.order ?? (filter.sort === undefined ? "down" : "up")) === "down",
    group: group ?? "",
  };
}

/** The part of the address that says this; what is as it starts is left out. */
export function addressFilter(filter: LibraryFilter): Record<string, string> {
  const { text, progress, publisher, from, until, group, sort, descending } = filter;
  const sorted = sort !== "publishedAt" || !descending;
  const parts = { text, progress, publisher, from, until, group };
  return {
    ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== "")),
    ...(sorted && { sort, order: descending ? "down" : "up" }),
  };
}

/** A row of the table: an article, or the head of a group of them. */
export type LibraryRow =
  | { readonly kind: "article"; readonly article: Article }
  | { readonly kind: "group"; readonly name: string; readonly count: number };

/** The articles that the filter leaves, in order. */
export function shownArticles(live: LiveProject, filter: LibraryFilter): Article[] {
  const sought = folded(filter.text);
  // "2024" until "2024" is that year: compared as far as the limit is given.
  const before = (date: string, limit: string) => date.slice(0, limit.length) <= limit;
  const shown = live
    .all("articles")
    .filter(
      (article) =>
        (filter.progress === "" || article.progress === filter.progress) &&
        (filter.publisher === "" || article.publisher === filter.publisher) &&
        (filter.from === "" || article.publishedAt >= filter.from) &&
        (filter.until === "" ||
          (article.publishedAt !== "" && before(article.publishedAt, filter.until))) &&
        (sought === "" || folded(wordsOf(article)).includes(sought)),
    );
  const compare = comparison(live, filter.sort);
  const way = filter.descending ? -1 : 1;
  return shown.toSorted((a, b) => {
    const [x, y] = [keyOf(live, a, filter.sort), keyOf(live, b, filter.sort)];
    // What has no value comes last, whichever way round.
    if (x === "" || y === "") return x === y ? a.createdAt - b.createdAt : x === "" ? 1 : -1;
    return way * compare(x, y) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
  });
}

/** The rows of a table: each group's head before its articles, groups in the order of their names. */
export function rowsOf(articles: readonly Article[], group: LibraryFilter["group"]): LibraryRow[] {
  if (group === "") return articles.map((article) => ({ kind: "article", article }));
  const groups = Map.groupBy(articles, (article) => groupOf(article, group));
  const names = [...groups.keys()].toSorted((a, b) => {
    if (group === "month") return a === "" ? 1 : b === "" ? -1 : b.localeCompare(a);
    if (group === "progress") return order(a) - order(b);
    return a === "" ? 1 : b === "" ? -1 : collator.compare(a, b);
  });
  return names.flatMap((name) => {
    const inside = groups.get(name) ?? [];
    return [
      { kind: "group" as const, name, count: inside.length },
      ...inside.map((article) => ({ kind: "article" as const, article })),
    ];
  });
}

/** All publishers of the project's articles, in order. */
export function publishersOf(articles: readonly Article[]): string[] {
  const names = new Set(articles.map(({ publisher }) => publisher).filter(Boolean));
  return [...names].toSorted(collator.compare);
}

const collator = new Intl.Collator(undefined, { numeric: true });

function groupOf(article: Article, group: string): string {
  const part = groupable.find((each) => each === group);
  if (part === undefined) return fieldText(article.fields[group as Field["id"]]); // none has no value
  return part === "month" ? article.publishedAt.slice(0, 7) : article[part];
}

function order(progress: string): number {
  return progresses.findIndex((each) => each === progress);
}

function wordsOf(article: Article): string {
  const { title, publisher, byline, place, section, note, url } = article;
  const fields = Object.values(article.fields).map(fieldText);
  return [title, publisher, byline, place, section, note, url, ...fields].join("\n");
}

type Key = string | number;

function keyOf(live: LiveProject, article: Article, sort: string): Key {
  const part = sortable.find((each) => each === sort);
  if (part === undefined) {
    const value = article.fields[sort as Field["id"]]; // one that is none has no value
    return typeof value === "number" ? value : fieldText(value);
  }
  if (part === "statements") return live.statementsOf(article.id).length;
  return part === "progress" ? order(article.progress) : article[part];
}

function comparison(live: LiveProject, sort: string): (a: Key, b: Key) => number {
  const numeric = live.get("fields", sort)?.kind === "number";
  return (a, b) =>
    typeof a === "number" && typeof b === "number"
      ? a - b
      : numeric
        ? Number(a) - Number(b)
        : collator.compare(String(a), String(b));
}
