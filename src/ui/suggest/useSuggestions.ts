import { useLiveQuery } from "dexie-react-hooks";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Article, ArticleText } from "../../model/article.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { learningOf } from "../../store/suggestions.ts";
import type { Suggestion } from "../../suggest/suggest.ts";
import { knownCodebook } from "./knowledge.ts";
import { suggester } from "./suggester.ts";

const none: readonly Suggestion[] = [];

/** All that the worker proposes for an article, as soon as it has read it; nothing while it is off. */
export function useSuggestions(
  live: LiveProject,
  article: Article,
  text: ArticleText,
  on: boolean,
): readonly Suggestion[] {
  const codebook = useSyncExternalStore(live.subscribe, () => knownCodebook(live));
  const learnt = useLiveQuery(
    async () => ({ learning: (await learningOf(live.store, live.id)) ?? null }),
    [live],
  );
  const [made, setMade] = useState<{ textId: string; suggestions: readonly Suggestion[] } | null>(
    null,
  );
  useEffect(() => {
    if (!on || !learnt) return undefined;
    let wanted = true;
    const asking = { title: article.title, language: article.language };
    const knowledge = { codebook, learnt: learnt.learning };
    void suggester.suggest(text.text, asking, knowledge).then((suggestions) => {
      if (wanted) setMade({ textId: text.id, suggestions: suggestions ?? none });
    });
    return () => {
      wanted = false;
    };
  }, [on, learnt, codebook, article.title, article.language, text]);
  return on && made?.textId === text.id ? made.suggestions : none;
}
