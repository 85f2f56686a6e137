import { useEffect, useMemo } from "react";
import type { Article } from "../../model/article.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { forgottenTexts, keepLearning, learningOf } from "../../store/suggestions.ts";
import { isOfThisVersion } from "../../suggest/modelVersion.ts";
import type { CodedArticle } from "../../suggest/sources.ts";
import { useRecords } from "../live.ts";
import { usePreferences } from "../preferences.ts";
import { knownCodebook } from "./knowledge.ts";
import { learner } from "./suggester.ts";

/** Done articles before there is anything to learn from, and of how many it learns at most. */
const fewest = 3;
const most = 200;
/** How long nothing was marked as done before it learns, in milliseconds: it takes seconds of a core. */
const quiet = 8_000;

/**
 * Lets the suggestions learn from the articles that are done: what was accepted, corrected or tagged
 * by hand is right, what was turned down is wrong, and so is what was left. In the worker, when the
 * analyst has marked another article as done.
 */
export function useLearning(live: LiveProject): void {
  const { suggest } = usePreferences();
  const articles = useRecords(live, "articles");
  const done = useMemo(
    () =>
      articles
        .filter(({ progress }) => progress === "done")
        .toSorted((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, most),
    [articles],
  );
  const which = done.map(({ textId }) => textId).join(" ");
  useEffect(() => {
    if (!suggest || done.length < fewest) return undefined;
    const learn = async () => {
      const forgotten = await forgottenTexts(live.store, live.id);
      const taught = done.filter(({ textId }) => !forgotten.includes(textId));
      if (taught.length < fewest) return;
      const coded = await codedArticles(live, taught);
      const statements = coded.reduce((sum, { accepted }) => sum + accepted.length, 0);
      const before = (await learningOf(live.store, live.id)) ?? null;
      if (statements === 0) return;
      if (before?.statements === statements && isOfThisVersion(before)) return;
      const learnt = await learner.learn(coded, { codebook: knownCodebook(live), learnt: before });
      learner.stop();
      const still = (await forgottenTexts(live.store, live.id)).length === forgotten.length;
      if (learnt && still)
        await keepLearning(live.store, { ...learnt, projectId: live.id, forgotten });
    };
    const wait = setTimeout(() => void learn().catch(() => undefined), quiet); // the next one tries again
    return () => clearTimeout(wait);
    // The same articles teach the same, whatever else of them changed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [live, suggest, which]);
}

async function codedArticles(
  live: LiveProject,
  articles: readonly Article[],
): Promise<CodedArticle[]> {
  const coded: CodedArticle[] = [];
  for (const article of articles) {
    const text = await live.store.text(article.textId);
    if (!text) continue;
    const rejected = live
      .all("rejections")
      .filter(({ articleId, textId }) => articleId === article.id && textId === article.textId);
    coded.push({
      text: text.text,
      title: article.title,
      language: article.language,
      accepted: live
        .statementsOf(article.id)
        .filter(({ lost }) => !lost)
        .map(({ ranges, cue, speakerIds }) => ({ ranges, cue, speakerIds })),
      rejected: rejected.map(({ ranges }) => ranges),
      complete: true,
    });
  }
  return coded;
}
