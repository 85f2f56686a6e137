import { hashOf, type Article } from "../../model/article.ts";
import { textOf } from "../../model/document.ts";
import type { ArticleId, TextId } from "../../model/id.ts";
import { fingerprintsOf, LikenessIndex } from "../../model/likeness.ts";
import { withReadings, type NamePattern } from "../../import/fileName.ts";
import type { FoundArticle } from "../../import/format.ts";
import { Slices } from "../../import/slices.ts";
import { textsOf } from "../../store/articles.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { ArticleDraft, DraftEdit, FoundIn, Like } from "./importState.ts";

/** What is known of an article as it was found; the same for the same words, so kept. */
interface Facts {
  readonly words: number;
  readonly hash: string;
  readonly fingerprints: Uint32Array;
}

/** What an article is nearly the same as: one of the project, or one of those found, by its place. */
interface Near {
  readonly to: ArticleId | number;
  readonly share: number;
}

/** Compares articles that were read with those of the project, and with one another. */
export class DraftComparison {
  readonly #live: LiveProject;
  readonly #facts = new WeakMap<FoundArticle, Facts>();
  /** The texts of the project that are compared, and the articles they are of. */
  readonly #known = new Set<TextId>();
  readonly #places: Article[] = [];
  readonly #inProject = new LikenessIndex();
  #near: ReadonlyMap<FoundArticle, Near> = new Map();

  constructor(live: LiveProject) {
    this.#live = live;
  }

  /** Learns of each article what the review compares, and of the project's articles too. */
  async learn(
    found: readonly FoundIn[],
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<void> {
    const slices = new Slices(signal);
    for (const [i, { article }] of found.entries()) {
      if (!this.#facts.has(article)) {
        const text = textOf(article.document);
        this.#facts.set(article, {
          words: text.match(/\S+/gu)?.length ?? 0,
          hash: hashOf(text),
          fingerprints: fingerprintsOf(text),
        });
        if (i % 20 === 0) onProgress(i);
      }
      await slices.turn();
    }
    if (found.length === 0) return;
    const unknown = this.#live.all("articles").filter(({ textId }) => !this.#known.has(textId));
    for await (const { article, text } of textsOf(this.#live.store, unknown)) {
      this.#known.add(article.textId);
      this.#places.push(article);
      this.#inProject.add(fingerprintsOf(text));
      await slices.turn();
    }
    const amongThese = new LikenessIndex();
    const near = new Map<FoundArticle, Near>();
    for (const { article } of found) {
      const { fingerprints } = this.#factsOf(article);
      const inProject = this.#inProject.nearest(fingerprints);
      const here = amongThese.nearest(fingerprints);
      if (inProject && inProject.share >= (here?.share ?? 0)) {
        const { id } = this.#places[inProject.place] ?? {};
        if (id) near.set(article, { to: id, share: inProject.share });
      } else if (here) near.set(article, { to: here.place, share: here.share });
      amongThese.add(fingerprints);
      await slices.turn();
    }
    this.#near = near;
  }

  /**
   * The drafts of articles that it has learned of.
   * @param pattern reads details from the names of files; null where they are not read
   */
  drafts(
    found: readonly FoundIn[],
    pattern: NamePattern | null,
    edits: ReadonlyMap<string, DraftEdit>,
  ): ArticleDraft[] {
    const byHash = new Map(
      this.#live.all("articles").map((article) => [article.textHash, article]),
    );
    const earlier = new Map<string, ArticleDraft>();
    const drafts: ArticleDraft[] = [];
    for (const { key, source, article } of found) {
      const { words, hash } = this.#factsOf(article);
      const read = pattern?.(source) ?? [];
      const metadata = withReadings(article.metadata, read);
      const same = byHash.get(hash) ?? earlier.get(hash);
      const near = same ? undefined : this.#near.get(article);
      const nearest =
        typeof near?.to === "number"
          ? drafts[near.to]
          : near && this.#live.get("articles", near.to);
      const like = same
        ? likeOf(same, 1, true)
        : near && nearest
          ? likeOf(nearest, near.share, false)
          : null;
      const draft: ArticleDraft = {
        key,
        source,
        found: article,
        metadata,
        words,
        hash,
        like,
        include: !same,
        ...edits.get(key),
      };
      earlier.set(hash, earlier.get(hash) ?? draft);
      drafts.push(draft);
    }
    return drafts;
  }

  #factsOf(article: FoundArticle): Facts {
    const facts = this.#facts.get(article);
    if (!facts) throw new Error("An article is compared after it was learned of");
    return facts;
  }
}

function likeOf(like: Article | ArticleDraft, share: number, exact: boolean): Like {
  const isDraft = "found" in like;
  const { title, publisher } = isDraft ? like.metadata : like;
  return { title, publisher, article: isDraft ? null : like, share, exact };
}
