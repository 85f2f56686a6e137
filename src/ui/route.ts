import { useSyncExternalStore } from "react";
import { z } from "zod";
import { idSchema, type ArticleId, type ProjectId, type StatementId } from "../model/id.ts";
import type { Range } from "../model/range.ts";

/** The views that the header leads to. */
export const views = ["read", "statements", "codebook", "analysis"] as const;
/** The library stands beside Read, and is reached from its list of articles. */
const allViews = [...views, "library"] as const;
export type View = (typeof allViews)[number];

export const viewNames: Readonly<Record<View, string>> = {
  read: "Read",
  library: "Library",
  statements: "Statements",
  codebook: "Codebook",
  analysis: "Analysis",
};

/** What the address names. The hash holds it, so that any static host and any path will do. */
export interface Route {
  readonly projectId: ProjectId | null;
  readonly view: View;
  readonly articleId: ArticleId | null;
  readonly statementId: StatementId | null;
  /** What the view shows of its list: `text`, `speaker`, `topic` …; in Read, `at`: `START-END` of the text. */
  readonly filter: Readonly<Record<string, string>>;
}

export const start: Route = {
  projectId: null,
  view: "read",
  articleId: null,
  statementId: null,
  filter: {},
};

/** `#/p/PROJECT/read/ARTICLE/STATEMENT`, `#/p/PROJECT/statements?speaker=ID`. Nonsense is dropped. */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  const [, , project, view, article, statement] = path.split("/");
  return {
    projectId: idOrNull<"project">(project),
    view: z.enum(allViews).catch("read").parse(view),
    articleId: idOrNull<"article">(article),
    statementId: idOrNull<"statement">(statement),
    filter: Object.fromEntries(new URLSearchParams(query)),
  };
}

export function addressOf(route: Route): string {
  const { projectId, view, articleId, statementId } = route;
  if (!projectId) return "#/";
  const path = ["#", "p", projectId, view];
  if (view === "read" && articleId) path.push(articleId);
  if (view === "read" && articleId && statementId) path.push(statementId);
  // Read has no list to narrow; it may be asked for a place in the text.
  const { at } = route.filter;
  const filter = view !== "read" ? route.filter : articleId && at ? { at } : {};
  const query = new URLSearchParams(filter).toString();
  return path.join("/") + (query ? `?${query}` : "");
}

/** Goes to a place; `replace` leaves no entry behind, for what is not worth going back to. */
export function go(route: Route, how: "push" | "replace" = "push"): void {
  const address = addressOf(route);
  if (address === location.hash || kept(route, () => go(route, how))) return;
  history[how === "push" ? "pushState" : "replaceState"](null, "", address);
  for (const listener of listeners) listener();
}

/** The place in the article text that the address of Read names. */
export function placeIn({ view, filter }: Route): Range | null {
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(filter.at ?? "") ?? [];
  const range = { start: Number(from), end: Number(to) };
  return view === "read" && range.start < range.end ? range : null;
}

/** What is not saved yet where one is, and who asks about it before one goes elsewhere. */
interface Keeper {
  readonly route: Route;
  readonly ask: (leave: () => void) => void;
}

let keeper: Keeper | null = null;

/**
 * Keeps the place: before the address leads to another article or view, `ask` is called with what
 * to do if it may. Returns what to call to let go of it.
 */
export function keepPlace(ask: Keeper["ask"]): () => void {
  const mine: Keeper = { route: routeOf(location.hash), ask };
  keeper = mine;
  return () => {
    if (keeper === mine) keeper = null;
  };
}

function kept(to: Route, leave: () => void): boolean {
  if (!keeper) return false;
  const { route, ask } = keeper;
  const same =
    to.projectId === route.projectId && to.view === route.view && to.articleId === route.articleId;
  if (same) return false;
  ask(() => {
    keeper = null;
    leave();
  });
  return true;
}

/** The browser went elsewhere, by a link or its own buttons. */
function moved(): void {
  const to = parseRoute(location.hash);
  if (keeper && kept(to, () => go(to))) history.pushState(null, "", addressOf(keeper.route));
  else for (const listener of listeners) listener();
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return routeOf(hash);
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener("popstate", moved);
    window.addEventListener("hashchange", moved);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener("popstate", moved);
    window.removeEventListener("hashchange", moved);
  };
}

let last: { hash: string; route: Route } | null = null;

/** The same hash gives the same route, so that what depends on it stays equal. */
function routeOf(hash: string): Route {
  if (last?.hash !== hash) last = { hash, route: parseRoute(hash) };
  return last.route;
}

function idOrNull<Kind extends string>(value: string | undefined) {
  return idSchema<Kind>().nullable().catch(null).parse(value);
}
