import { Highlighter, Pencil, TextCursorInput } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { progresses, type Article } from "../../model/article.ts";
import { setProgress } from "../../store/articles.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { dateText } from "../parts/dateText.ts";
import { orNotice } from "../parts/notices.tsx";
import { prefer, usePreferences } from "../preferences.ts";
import { ColourBySelect, ColourLegend } from "./colourBy.tsx";
import { TextSettings } from "./textSettings.tsx";
import "./articleHead.css";

const ArticleDetails = lazy(async () => ({
  default: (await import("../library/articleDetails.tsx")).ArticleDetails,
}));

interface ArticleHeadProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly article: Article;
  /** How many keywords and names are marked in the text. */
  readonly hits: number;
  readonly onCorrect: () => void;
}

/** What stands over the text: title, source, progress, and what the colours mean. */
export function ArticleHead({ live, actor, article, hits, onCorrect }: ArticleHeadProps) {
  const [editing, setEditing] = useState(false);
  const { hits: hitsOn } = usePreferences();
  return (
    <header className="pane-head">
      <h1 className="pane-title" dir="auto">
        {article.title || "Untitled article"}
      </h1>
      <div className="pane-meta">
        {article.publisher && <strong>{article.publisher}</strong>}
        {article.byline && <span>{article.byline}</span>}
        {article.place && <span>{article.place}</span>}
        {article.publishedAt && (
          <time dateTime={article.publishedAt}>{dateText(article.publishedAt)}</time>
        )}
        {/^https?:\/\//.test(article.url) && (
          <a href={article.url} target="_blank" rel="noreferrer noopener">
            Source
          </a>
        )}
        <select
          className="pane-select"
          aria-label="Progress"
          value={article.progress}
          onChange={(event) => {
            const progress = progresses.find((p) => p === event.target.value);
            if (progress) void orNotice(setProgress(actor, [article.id], progress));
          }}
        >
          {progresses.map((progress) => (
            <option key={progress} value={progress}>
              {progress.charAt(0).toUpperCase() + progress.slice(1)}
            </option>
          ))}
        </select>
        <button type="button" className="button plain small" onClick={() => setEditing(true)}>
          <Pencil size={12} aria-hidden /> Details
        </button>
        <button
          type="button"
          className="button plain small"
          title="Correct the text (C)"
          onClick={onCorrect}
        >
          <TextCursorInput size={12} aria-hidden /> Correct text
        </button>
        <ColourBySelect live={live} />
        <button
          type="button"
          className="button plain small"
          aria-pressed={hitsOn}
          title="Mark keywords of topics and names of speakers (I)"
          onClick={() => prefer({ hits: !hitsOn })}
        >
          <Highlighter size={12} aria-hidden /> Keywords{hitsOn && ` ${hits}`}
        </button>
        <TextSettings />
      </div>
      <ColourLegend live={live} article={article} />
      <Suspense>
        {editing && (
          <ArticleDetails
            live={live}
            actor={actor}
            article={article}
            onClose={() => setEditing(false)}
          />
        )}
      </Suspense>
    </header>
  );
}
