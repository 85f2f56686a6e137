import { progresses, type Article } from "../../model/article.ts";
import type { LiveProject } from "../../store/liveProject.ts";

/** The orders that the list of articles offers, as its choice names them. */
export const articleOrders = [
  "newest first",
  "oldest first",
  "last added",
  "title",
  "publisher",
  "progress",
  "most statements",
] as const;
export type ArticleOrder = (typeof articleOrders)[number];

/** Newest first; those without a date last, in the order they came. */
export function inOrder(articles: readonly Article[]): Article[] {
  return articles.toSorted(
    (a, b) => compare(b.publishedAt, a.publishedAt) || a.createdAt - b.createdAt,
  );
}

/** The articles of a project in an order that the user chose. */
export function sortedArticles(
  live: LiveProject,
  articles: readonly Article[],
  order: ArticleOrder,
): Article[] {
  const newest = inOrder(articles);
  const count = ({ id }: Article) => live.statementsOf(id).length;
  const place = ({ progress }: Article) => progresses.indexOf(progress);
  switch (order) {
    case "newest first":
      return newest;
    case "oldest first":
      return newest.toSorted((a, b) => emptyLast(a.publishedAt, b.publishedAt, compare));
    case "last added":
      return newest.toSorted((a, b) => b.createdAt - a.createdAt || compare(b.id, a.id));
    case "title":
      return newest.toSorted((a, b) => emptyLast(a.title, b.title, collator.compare));
    case "publisher":
      return newest.toSorted((a, b) => emptyLast(a.publisher, b.publisher, collator.compare));
    case "progress":
      return newest.toSorted((a, b) => place(a) - place(b));
    case "most statements":
      return newest.toSorted((a, b) => count(b) - count(a));
  }
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** Dates and ids by their letters: a hundred times as fast as by a language's rules. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function emptyLast(a: string, b: string, order: (a: string, b: string) => number): number {
  return a === "" || b === "" ? Number(a === "") - Number(b === "") : order(a, b);
}
