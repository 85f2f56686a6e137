import { useEffect, useMemo } from "react";
import type { Article } from "../../model/article.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { keepLearning, learningOf } from "../../store/suggestions.ts";
import type { Lesson } from "../../suggest/learn.ts";
import { useRecords } from "../live.ts";
import { usePreferences } from "../preferences.ts";
import { suggester } from "./suggester.ts";

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
      const lessons = await lessonsOf(live, done);
      const statements = lessons.reduce((sum, { accepted }) => sum + accepted.length, 0);
      if (statements === 0 || (await learningOf(live.store, live.id))?.statements === statements)
        return;
      const learnt = await suggester.learn(lessons);
      if (learnt) await keepLearning(live.store, { ...learnt, projectId: live.id });
    };
    const wait = setTimeout(() => void learn().catch(() => undefined), quiet); // the next one tries again
    return () => clearTimeout(wait);
    // The same articles teach the same, whatever else of them changed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [live, suggest, which]);
}

async function lessonsOf(live: LiveProject, articles: readonly Article[]): Promise<Lesson[]> {
  const lessons: Lesson[] = [];
  for (const article of articles) {
    const text = await live.store.text(article.textId);
    if (!text) continue;
    const rejected = live
      .all("rejections")
      .filter(({ articleId, textId }) => articleId === article.id && textId === article.textId);
    lessons.push({
      text: text.text,
      accepted: live
        .statementsOf(article.id)
        .filter(({ lost }) => !lost)
        .map(({ ranges, cue }) => ({ ranges, cue, source: null })),
      rejected: rejected.map(({ ranges }) => ranges),
      complete: true,
    });
  }
  return lessons;
}
