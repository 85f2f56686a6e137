import { useVirtualizer } from "@tanstack/react-virtual";
import { Circle, CircleCheck, CircleDot } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Article, Progress } from "../../model/article.ts";
import { folded } from "../../model/name.ts";
import type { ArticleId } from "../../model/id.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import { dateText } from "../parts/dateText.ts";
import { prefer, usePreferences } from "../preferences.ts";
import { addressOf, start } from "../route.ts";
import { articleOrders, sortedArticles } from "./articleOrder.ts";
import "./articleList.css";

const progressSigns = {
  "to do": Circle,
  "in work": CircleDot,
  done: CircleCheck,
} as const satisfies Record<Progress, unknown>;

/** The articles of the project: filter, order, counts, progress. */
export function ArticleList({ live, current }: { live: LiveProject; current: ArticleId | null }) {
  const [filter, setFilter] = useState("");
  const { articleOrder } = usePreferences();
  const statements = useRecords(live, "statements"); // the counts below follow them
  const articles = useRecords(live, "articles");
  const sorted = useMemo(
    () => sortedArticles(live, articles, articleOrder),
    // The order by statements changes with them.
    // oxlint-disable-next-line react/exhaustive-deps
    [live, articles, articleOrder, statements],
  );
  const sought = folded(filter);
  const shown =
    sought === ""
      ? sorted
      : sorted.filter((article) =>
          folded(`${article.title} ${article.publisher} ${article.place}`).includes(sought),
        );
  const scroller = useRef<HTMLUListElement>(null);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => shown[index]?.id ?? index,
    estimateSize: () => 86,
    overscan: 6,
  });
  const at = shown.findIndex(({ id }) => id === current);
  useEffect(() => {
    if (at !== -1) rows.scrollToIndex(at, { align: "auto" });
  }, [rows, at]);
  return (
    <nav className="articles" aria-label="Articles">
      <h2 className="overline articles-head">
        <span>
          Articles{" "}
          <span>
            {shown.length === articles.length
              ? articles.length.toLocaleString()
              : `${shown.length.toLocaleString()} of ${articles.length.toLocaleString()}`}
          </span>
        </span>
        <a href={addressOf({ ...start, projectId: live.id, view: "library" })}>Library</a>
      </h2>
      <div className="articles-tools">
        <input
          className="field"
          type="search"
          aria-label="Filter articles"
          placeholder="Filter articles"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <select
          className="field"
          aria-label="Order of the articles"
          value={articleOrder}
          onChange={({ target }) =>
            prefer({
              articleOrder: articleOrders.find((each) => each === target.value) ?? articleOrder,
            })
          }
        >
          {articleOrders.map((order) => (
            <option key={order} value={order}>
              {order.charAt(0).toUpperCase() + order.slice(1)}
            </option>
          ))}
        </select>
      </div>
      <ul ref={scroller} className="articles-scroll">
        <li
          aria-hidden
          className="articles-height"
          ref={(item) => item?.style.setProperty("height", `${rows.getTotalSize()}px`)}
        />
        {rows.getVirtualItems().map(({ index, start: top }) => {
          const article = shown[index];
          return (
            article && (
              <li
                key={article.id}
                className="articles-item"
                data-index={index}
                aria-setsize={shown.length}
                aria-posinset={index + 1}
                ref={(item) => {
                  item?.style.setProperty("translate", `0 ${top}px`);
                  rows.measureElement(item);
                }}
              >
                <ArticleLink
                  article={article}
                  count={live.statementsOf(article.id).length}
                  current={article.id === current}
                />
              </li>
            )
          );
        })}
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
        {article.progress}
        {count > 0 && ` · ${count} ${count === 1 ? "statement" : "statements"}`}
      </span>
    </a>
  );
}
