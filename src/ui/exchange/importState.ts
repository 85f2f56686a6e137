import type { Article, Metadata } from "../../model/article.ts";
import type { ProjectBundle } from "../../model/bundle.ts";
import type { Problem } from "../../model/problem.ts";
import type { Encoding, FoundArticle, InputFile, Skipped, Table } from "../../import/format.ts";
import type { Mapping } from "../../import/table.ts";

/** What one file gave: articles, a table that gives them by its mapping, a project, or a reason. */
export type Source = {
  readonly key: string;
  readonly name: string;
} & (
  | {
      readonly kind: "articles";
      readonly articles: readonly FoundArticle[];
      readonly skipped: readonly Skipped[];
      readonly encoding: Encoding | null;
      readonly file: InputFile | null;
    }
  | {
      readonly kind: "table";
      readonly table: Table;
      readonly mapping: Mapping;
      readonly articles: readonly FoundArticle[];
      readonly skipped: readonly Skipped[];
      readonly encoding: Encoding | null;
      readonly file: InputFile | null;
    }
  | { readonly kind: "project"; readonly bundle: ProjectBundle }
  | { readonly kind: "problem"; readonly problem: Problem }
);

/** An article that was read and waits for a look before it is saved. */
export interface ArticleDraft {
  readonly key: string;
  /** The file it came from. */
  readonly source: string;
  readonly found: FoundArticle;
  readonly metadata: Metadata;
  readonly words: number;
  readonly hash: string;
  /** The same text, or nearly the same, in the project or earlier among those that were read. */
  readonly like: Like | null;
  readonly include: boolean;
}

export interface Like {
  readonly title: string;
  readonly publisher: string;
  /** The article of the project; null for one that is only being added. */
  readonly article: Article | null;
  /** From 0 to 1; 1 for the very same text. */
  readonly share: number;
  readonly exact: boolean;
}

export interface ImportState {
  readonly sources: readonly Source[];
  readonly drafts: readonly ArticleDraft[];
  readonly pasted: string;
  /** How articles' details are read from the names of their files; empty: they are not. */
  readonly pattern: string;
  readonly patternProblem: Problem | null;
  /** What is being done; null when all is. */
  readonly reading: { readonly done: number; readonly of: number; readonly name: string } | null;
}

/** What was changed of a draft in the review. */
export type DraftEdit = Partial<Pick<ArticleDraft, "metadata" | "include">>;

/** An article as a file gave it. */
export interface FoundIn {
  readonly key: string;
  /** The file's name. */
  readonly source: string;
  readonly article: FoundArticle;
}

/** The articles of all sources, in their order, each with a key that stays its own. */
export function foundIn(sources: readonly Source[]): FoundIn[] {
  return sources.flatMap((source) =>
    source.kind === "articles" || source.kind === "table"
      ? source.articles.map((article, i) => ({
          key: `${source.key} ${i}`,
          source: source.name,
          article,
        }))
      : [],
  );
}

/** The articles that are to be saved, each text once unless it was asked for again. */
export function chosenArticles(drafts: readonly ArticleDraft[]) {
  return drafts
    .filter(({ include }) => include)
    .map(({ metadata, found: { document, note, fields } }) => ({
      metadata,
      document,
      note,
      fields,
    }));
}
