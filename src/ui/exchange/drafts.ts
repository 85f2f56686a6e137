import type { Article, Metadata } from "../../model/article.ts";
import { hashOf } from "../../model/article.ts";
import type { ProjectBundle } from "../../model/bundle.ts";
import { textOf } from "../../model/document.ts";
import type { Problem, Result } from "../../model/problem.ts";
import type { FoundArticle, Imported } from "../../import/format.ts";
import { findSameText } from "../../store/articles.ts";
import type { Actor } from "../../store/store.ts";

/** Something that was read and waits for a look before it is saved. */
export type Draft =
  | {
      readonly kind: "article";
      readonly key: string;
      readonly source: string;
      readonly found: FoundArticle;
      readonly metadata: Metadata;
      readonly words: number;
      readonly hash: string;
      /** The article of the project that has the same text. */
      readonly same: Article | undefined;
      readonly include: boolean;
    }
  | {
      readonly kind: "project";
      readonly key: string;
      readonly source: string;
      readonly bundle: ProjectBundle;
    }
  | {
      readonly kind: "problem";
      readonly key: string;
      readonly source: string;
      readonly problem: Problem;
    };

/** What one source gave, as drafts; a text that is there already is not included at first. */
export async function draftsOf(
  actor: Actor,
  source: string,
  read: Result<Imported>,
): Promise<Draft[]> {
  const key = `${source} ${(number += 1)}`;
  if (!read.ok) return [{ kind: "problem", key, source, problem: read.problem }];
  if (read.value.kind === "project")
    return [{ kind: "project", key, source, bundle: read.value.bundle }];
  return Promise.all(
    read.value.articles.map(async (found, i) => {
      const text = textOf(found.document);
      const hash = hashOf(text);
      const same = await findSameText(actor.store, actor.projectId, hash);
      return {
        kind: "article" as const,
        key: `${key} ${i}`,
        source,
        found,
        hash,
        same,
        metadata: found.metadata,
        words: text.split(/\s+/u).filter(Boolean).length,
        include: !same,
      };
    }),
  );
}

let number = 0;

/** The articles that are to be saved: those included, each text once. */
export function chosenArticles(drafts: readonly Draft[]) {
  const seen = new Set<string>();
  return drafts.flatMap((draft) => {
    if (draft.kind !== "article" || !draft.include || seen.has(draft.hash)) return [];
    seen.add(draft.hash);
    return [{ metadata: draft.metadata, document: draft.found.document }];
  });
}
