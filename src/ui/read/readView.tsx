import { FileText, PanelLeft } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Article, ArticleText } from "../../model/article.ts";
import type { ArticleId } from "../../model/id.ts";
import type { Actor } from "../../store/store.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords, useText } from "../live.ts";
import { usePreferences } from "../preferences.ts";
import { go, placeIn, type Route } from "../route.ts";
import { ArticleList } from "./articleList.tsx";
import { inOrder, sortedArticles } from "./articleOrder.ts";
import { ArticlePane } from "./articlePane.tsx";
import type { TextPlace } from "./useTextPlace.ts";
import { sampleId } from "../sample.ts";
import { SampleNote } from "./sampleNote.tsx";
import "./readView.css";

// Comes when a text is corrected, with the editor's own parts.
const CorrectPane = lazy(async () => ({
  default: (await import("./correct/correctPane.tsx")).CorrectPane,
}));

interface ReadViewProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly route: Route;
  readonly onImport: () => void;
}

/** The Read view: the articles, and one of them with its statements. */
export function ReadView({ live, actor, route, onImport }: ReadViewProps) {
  const articles = useRecords(live, "articles");
  const article = articles.find((a) => a.id === route.articleId) ?? firstOf(articles);
  const { articleOrder } = usePreferences();
  // On a narrow window the list lies over the text, until an article was chosen from it.
  const [listOpenFor, setListOpenFor] = useState<ArticleId | null>(null);
  const listOpen = article !== undefined && listOpenFor === article.id;
  useEffect(() => {
    if (!listOpen) return undefined;
    const close = ({ key }: KeyboardEvent) => {
      if (key === "Escape") setListOpenFor(null);
    };
    window.addEventListener("keydown", close);
    return () => window.removeEventListener("keydown", close);
  }, [listOpen]);
  const text = useText(live.store, article?.textId ?? noText);
  const [correcting, setCorrecting] = useState<Correcting | null>(null);
  const [place, setPlace] = useState<(TextPlace & { readonly of: ArticleId }) | null>(null);
  // What was left is not come back to: the article is read from its beginning, as any other.
  if (correcting && correcting.article.id !== route.articleId) setCorrecting(null);
  if (place && place.of !== route.articleId) setPlace(null);

  const shown = correcting?.article ?? article;
  if (!shown)
    return (
      <main className="empty">
        <FileText size={28} aria-hidden />
        <h2>No article yet</h2>
        <p>
          Bring in the first ones: paste a text, or choose files and folders: text, Word, PDF, web
          pages, tables, exports of Nexis and Factiva. What they say of themselves is read, and you
          look it over before anything is saved.
        </p>
        <div className="actions">
          <button type="button" className="button primary" onClick={onImport}>
            Import articles
          </button>
        </div>
      </main>
    );
  return (
    <div className="read-view" data-list-open={listOpen || undefined}>
      <div className="read-rail">
        <ArticleList live={live} current={shown.id} />
        {live.id === sampleId && <SampleNote store={live.store} />}
      </div>
      {listOpen && (
        <button
          type="button"
          className="read-shade"
          aria-label="Close the list of articles"
          onClick={() => setListOpenFor(null)}
        />
      )}
      <main className="read-main">
        {!correcting && (
          <div className="read-bar">
            <button
              type="button"
              className="button small"
              aria-expanded={listOpen}
              onClick={() => setListOpenFor(listOpen ? null : shown.id)}
            >
              <PanelLeft size={14} aria-hidden /> Articles
            </button>
          </div>
        )}
        {correcting && (
          <Suspense>
            <CorrectPane
              live={live}
              actor={actor}
              {...correcting}
              onDone={(back) => {
                setCorrecting(null);
                setPlace({ ...back, of: correcting.article.id });
              }}
            />
          </Suspense>
        )}
        {!correcting && article && text && (
          <ArticlePane
            key={text.id}
            live={live}
            actor={actor}
            article={article}
            text={text}
            asked={placeIn(route)}
            activeId={route.articleId === article.id ? route.statementId : null}
            place={place}
            onCorrect={(from) => {
              go({ ...route, articleId: article.id, statementId: null }, "replace");
              setCorrecting({ article, text, from });
            }}
            onNextArticle={(by) => {
              const sorted = sortedArticles(live, articles, articleOrder);
              const next = sorted[sorted.findIndex(({ id }) => id === article.id) + by];
              if (next) go({ ...route, articleId: next.id, statementId: null });
            }}
            onActivate={(statementId) =>
              go({ ...route, view: "read", articleId: article.id, statementId }, "replace")
            }
          />
        )}
      </main>
    </div>
  );
}

/** The text that is being corrected, as it was when that began. */
interface Correcting {
  readonly article: Article;
  readonly text: ArticleText;
  readonly from: TextPlace;
}

/** What to open when the address names no article: the newest in work, else the newest. */
function firstOf(articles: readonly Article[]): Article | undefined {
  const sorted = inOrder(articles);
  return sorted.find(({ progress }) => progress === "in work") ?? sorted[0];
}

/** Stands for no text where there is no article. */
const noText = "" as Parameters<typeof useText>[1];
