import { Circle, CircleCheck, CircleDot } from "lucide-react";
import { useState } from "react";
import type { Article, Progress } from "../../model/article.ts";
import { folded } from "../../model/name.ts";
import type { ArticleId } from "../../model/id.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import { dateText } from "../parts/dateText.ts";
import { addressOf, start } from "../route.ts";
import "./articleList.css";

const progressSigns = {
  "to do": Circle,
  "in work": CircleDot,
  done: CircleCheck,
} as const satisfies Record<Progress, unknown>;

/** The articles of the project: filter, counts, progress. */
export function ArticleList({ live, current }: { live: LiveProject; current: ArticleId | null }) {
  const [filter, setFilter] = useState("");
  useRecords(live, "statements"); // the counts below follow them
  const articles = inOrder(useRecords(live, "articles"));
  const sought = folded(filter);
  const shown = articles.filter((article) =>
    folded(`${article.title} ${article.publisher} ${article.place}`).includes(sought),
  );
  return (
    <nav className="articles" aria-label="Articles">
      <h2 className="overline articles-head">
        Articles{" "}
        <span>
          {shown.length === articles.length
            ? articles.length
            : `${shown.length} of ${articles.length}`}
        </span>
      </h2>
      <input
        className="field articles-filter"
        type="search"
        aria-label="Filter articles"
        placeholder="Filter articles"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <ul>
        {shown.map((article) => (
          <li key={article.id}>
            <ArticleLink
              article={article}
              count={live.statementsOf(article.id).length}
              current={article.id === current}
            />
          </li>
        ))}
      </ul>
      {shown.length === 0 && articles.length > 0 && (
        <p className="articles-none">No article has “{filter}” in its title, publisher or place.</p>
      )}
    </nav>
  );
}

function ArticleLink(props: { article: Article; count: number; current: boolean }) {
  const { article, count } = props;
  const Sign = progressSigns[article.progress];
  const parts = [article.publisher, dateText(article.publishedAt)].filter(Boolean);
  return (
    <a
      className="article-link"
      href={addressOf({ ...start, projectId: article.projectId, articleId: article.id })}
      aria-current={props.current ? "page" : undefined}
    >
      <span className="article-title" dir="auto">
        {article.title || "Untitled article"}
      </span>
      <span className="article-about">{parts.join(" · ")}</span>
      <span className="article-about">
        <Sign size={12} aria-hidden />
        {article.progress === "to do" && count === 0 ? "not started" : article.progress}
        {count > 0 && ` · ${count} ${count === 1 ? "statement" : "statements"}`}
      </span>
    </a>
  );
}

/** Newest first; those without a date last, in the order they came. */
export function inOrder(articles: readonly Article[]): Article[] {
  return articles.toSorted(
    (a, b) => b.publishedAt.localeCompare(a.publishedAt) || a.createdAt - b.createdAt,
  );
}
