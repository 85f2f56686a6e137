import { useVirtualizer } from "@tanstack/react-virtual";
import { MessageSquareText, TextSearch } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Problem } from "../../model/problem.ts";
import { mostHits, type Hit, type HitList as Hits } from "../../model/query/searchIndex.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { ProblemText } from "../parts/problemText.tsx";
import { addressOf, type Route } from "../route.ts";
import { filters, queryOf } from "./query.ts";
import { searchOf } from "./searchClient.ts";
import { shownFor } from "./shown.ts";
import { useAsked } from "./useShown.ts";
import "./hitList.css";

/** Every place where the searched words stand, one under the other: keyword in context. */
export function HitList({ live, route }: { live: LiveProject; route: Route }) {
  const query = queryOf(route);
  const { hits, problem, share } = useHits(live, route);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: hits?.hits.length ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 34,
    overscan: 12,
  });
  if (query.text.trim() === "")
    return (
      <div className="empty">
        <TextSearch size={28} aria-hidden />
        <h2>Every place in the articles</h2>
        <p>
          Type words above, and each place where they stand in an article text or a note is listed
          here with what comes before and after it, whether or not a statement is there. With a
          filter: each place in the words and notes of the statements that fit it.
        </p>
      </div>
    );
  return (
    <>
      <p className="hits-count" aria-live="polite">
        {hits && summary(hits, filters(query))}
        {share < 1 && ` ${Math.round(100 * share)} % of the articles searched …`}
      </p>
      {problem && (
        <div className="statements-problem">
          <ProblemText problem={problem} />
        </div>
      )}
      <div
        ref={scroller}
        className="hits-scroll clear-of-notices"
        role="region"
        aria-label="Hits in context"
        tabIndex={0}
      >
        <div className="hits" role="list" ref={heightRef(rows.getTotalSize())}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const hit = hits?.hits[index];
            return (
              hit && (
                <HitRow
                  key={index}
                  hit={hit}
                  title={live.get("articles", hit.articleId)?.title || "Untitled article"}
                  address={addressOfHit(route, hit)}
                  top={start}
                  place={index + 1}
                  total={hits.hits.length}
                />
              )
            );
          })}
        </div>
      </div>
    </>
  );
}

interface HitRowProps {
  readonly hit: Hit;
  readonly title: string;
  readonly address: string;
  readonly top: number;
  readonly place: number;
  readonly total: number;
}

function HitRow({ hit, title, address, top, place, total }: HitRowProps) {
  return (
    <div
      role="listitem"
      aria-posinset={place}
      aria-setsize={total}
      className="hit"
      ref={(row) => row?.style.setProperty("translate", `0 ${top}px`)}
    >
      <a href={address} dir="auto">
        <span className="hit-before">
          <bdi>{oneLine(hit.before)}</bdi>
        </span>
        <mark className="hit-words">{oneLine(hit.words)}</mark>
        <span className="hit-after">
          <bdi>{oneLine(hit.after)}</bdi>
        </span>
      </a>
      <span className="hit-article" dir="auto">
        {hit.noteOf ? (
          <MessageSquareText size={12} role="img" aria-label="In a note" />
        ) : (
          hit.within && (
            <span
              className="hit-tagged"
              role="img"
              aria-label="In a statement"
              title="In a statement"
            />
          )
        )}
        {title}
      </span>
    </div>
  );
}

function oneLine(words: string): string {
  return words.replaceAll(/\s/gu, " ");
}

/** The place of a hit in its article; of one in a note, its statement. */
function addressOfHit(route: Route, hit: Hit): string {
  return addressOf({
    ...route,
    view: "read",
    articleId: hit.articleId,
    statementId: hit.within,
    filter: hit.noteOf ? {} : { at: `${hit.start}-${hit.end}` },
  });
}

function summary({ hits, count, articles }: Hits, filtered: boolean): string {
  const within = filtered ? "in statements that fit the filter" : "";
  if (count === 0) return `No hit ${within}`;
  const where = `${count.toLocaleString()} ${count === 1 ? "hit" : "hits"} in ${articles.toLocaleString()} ${articles === 1 ? "article" : "articles"}${within && `, ${within}`}`;
  return count > hits.length
    ? `${where}; the first ${mostHits.toLocaleString()} are listed`
    : where;
}

interface Found {
  readonly hits: Hits | null;
  readonly problem: Problem | null;
  /** Of the articles, how many have been looked at: 0 to 1. */
  readonly share: number;
}

function useHits(live: LiveProject, route: Pick<Route, "filter">): Found {
  const [found, setFound] = useState<Found>({ hits: null, problem: null, share: 1 });
  const asked = useAsked(live, route);
  useEffect(() => {
    const query = queryOf(asked);
    const { text, folding } = query;
    if (text.trim() === "") return undefined;
    const stop = new AbortController();
    const look = async () => {
      const fitting = filters(query)
        ? await shownFor(live, { ...query, text: "", sort: [], group: "" }, stop.signal)
        : null;
      const only = fitting && fitting.statements.map(({ id }) => id);
      const job = { find: "hits", typed: text, folding, only } as const;
      return searchOf(live).find(job, stop.signal, (hits, share) => {
        if (!stop.signal.aborted) setFound({ hits, problem: null, share });
      });
    };
    void look().then(
      (result) => {
        if (!result.ok) setFound({ hits: null, problem: result.problem, share: 1 });
        else if ("hits" in result.value)
          setFound({ hits: result.value.hits, problem: null, share: 1 });
      },
      (error: unknown) => {
        if (!stop.signal.aborted) throw error;
      },
    );
    return () => stop.abort();
  }, [live, asked]);
  return found;
}

function heightRef(height: number) {
  return (element: HTMLElement | null) => element?.style.setProperty("height", `${height}px`);
}
