import { useLiveQuery } from "dexie-react-hooks";
import { useEffect, useState } from "react";
import type { Article, ArticleText } from "../../model/article.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { learningOf } from "../../store/suggestions.ts";
import type { Suggestion } from "../../suggest/suggest.ts";
import { useRecords } from "../live.ts";
import { suggester } from "./suggester.ts";

const none: readonly Suggestion[] = [];

/** All that the worker proposes for an article, as soon as it has read it; nothing while it is off. */
export function useSuggestions(
  live: LiveProject,
  article: Article,
  text: ArticleText,
  on: boolean,
): readonly Suggestion[] {
  const speakers = useRecords(live, "speakers");
  const organisations = useRecords(live, "organisations");
  const topics = useRecords(live, "topics");
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
    const context = {
      speakers: speakers.filter(({ archived }) => !archived),
      organisations,
      topics: topics.filter(({ archived }) => !archived),
      title: article.title,
      language: article.language,
    };
    void suggester.suggest(text.text, context, learnt.learning).then((suggestions) => {
      if (wanted) setMade({ textId: text.id, suggestions });
    });
    return () => {
      wanted = false;
    };
  }, [on, learnt, speakers, organisations, topics, article.title, article.language, text]);
  return on && made?.textId === text.id ? made.suggestions : none;
}
