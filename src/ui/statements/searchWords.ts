import type { ArticleId, StatementId, TextId } from "../../model/id.ts";
import type { Folding } from "../../model/query/folding.ts";
import type { HitList, SearchedStatement } from "../../model/query/searchIndex.ts";

/*
 * What the page and its search worker say to each other. Both are of the same build and no one else
 * can speak to the worker, so the types are the parser.
 */

/** What is to be found. Article texts are read by the worker itself. */
export type SearchJob =
  | { readonly find: "statements"; readonly typed: string; readonly folding: Folding }
  | {
      readonly find: "hits";
      readonly typed: string;
      readonly folding: Folding;
      /** The statements in whose words and notes to look; null for all texts and notes. */
      readonly only: readonly StatementId[] | null;
    }
  /** Statements whose words are not where they were marked. */
  | { readonly find: "misplaced" };

export interface SearchedArticle {
  readonly id: ArticleId;
  readonly textId: TextId;
}

/** To the worker. What changed is told before a job that is to know of it. */
export type ToSearch =
  | { readonly say: "open"; readonly database: string }
  | {
      readonly say: "statements";
      readonly changed: readonly SearchedStatement[];
      readonly gone: readonly StatementId[];
    }
  /** In the order in which hits are to be listed. */
  | { readonly say: "articles"; readonly articles: readonly SearchedArticle[] }
  /** Names by the id of what has them; several names are lines. */
  | { readonly say: "names"; readonly names: ReadonlyMap<string, string> }
  | { readonly say: "find"; readonly number: number; readonly job: SearchJob }
  | { readonly say: "stop"; readonly number: number };

/** From the worker, about the job of a number. */
export type FromSearch = { readonly number: number } & (
  | { readonly say: "going on"; readonly hits: HitList | null; readonly share: number }
  | { readonly say: "statements"; readonly ids: readonly StatementId[] }
  | { readonly say: "hits"; readonly hits: HitList }
  | { readonly say: "failed"; readonly message: string }
);
