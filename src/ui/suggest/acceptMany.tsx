import { useRef, useState } from "react";
import type { Article } from "../../model/article.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { acceptSuggestions, learningOf } from "../../store/suggestions.ts";
import { Dialog } from "../parts/dialog.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { usePreferences } from "../preferences.ts";
import { acceptedOf, openProposals, valueOfSuggestion, type Proposal } from "./proposal.ts";
import { suggester } from "./suggester.ts";
import "./acceptMany.css";

interface AcceptManyProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  /** The article on the screen. */
  readonly article: Article;
  readonly onClose: () => void;
}

interface Found {
  readonly article: Article;
  readonly text: string;
  readonly proposal: Proposal;
}

/** Reads this article or all of them, shows what is sure enough, and accepts it as one action. */
export function AcceptMany({ live, actor, article, onClose }: AcceptManyProps) {
  const preferences = usePreferences();
  const [least, setLeast] = useState(0.9);
  const [everywhere, setEverywhere] = useState(false);
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const [read, setRead] = useState(0);
  const [state, setState] = useState<"idle" | "reading" | "paused">("idle");
  const wanted = useRef(0);
  const articles = everywhere ? live.all("articles") : [article];
  const chosen = (found ?? []).filter(({ proposal }) => proposal.suggestion.confidence >= least);

  /** Reads the articles from `from` on, until it is paused. */
  const go = async (from: number, before: readonly Found[]) => {
    wanted.current += 1;
    const run = wanted.current;
    setState("reading");
    const learnt = (await learningOf(live.store, live.id)) ?? null;
    const all = [...before];
    for (const [i, each] of articles.slice(from).entries()) {
      if (wanted.current !== run) return;
      const text = (await live.store.text(each.textId))?.text ?? "";
      const context = {
        speakers: live.all("speakers"),
        organisations: live.all("organisations"),
        topics: live.all("topics"),
        title: each.title,
        language: each.language,
      };
      const suggestions = await suggester.suggest(text, context, learnt);
      const open = openProposals(live, each, suggestions, live.statementsOf(each.id), {
        least: 0,
      });
      all.push(...open.map((proposal) => ({ article: each, text, proposal })));
      if (wanted.current !== run) return;
      setFound([...all]);
      setRead(from + i + 1);
    }
    setState("idle");
  };
  const pause = () => {
    wanted.current += 1;
    setState("paused");
  };
  const accept = async () => {
    const accepted = chosen.map(({ article: of, proposal }) =>
      acceptedOf(live, of, proposal.suggestion, preferences),
    );
    const made = await orNotice(acceptSuggestions(actor, accepted));
    if (!made) return;
    notice(`${made.length} suggestions accepted`);
    onClose();
  };
  const begin = () => {
    setFound([]);
    setRead(0);
    void go(0, []);
  };

  return (
    <Dialog
      title="Accept many suggestions"
      size="large"
      onClose={() => {
        wanted.current += 1;
        onClose();
      }}
      foot={
        <>
          <span className="start form-hint">One action: Undo takes all of them back.</span>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="button"
            className="button primary"
            disabled={chosen.length === 0 || state === "reading"}
            onClick={() => void accept()}
          >
            Accept {chosen.length} {chosen.length === 1 ? "suggestion" : "suggestions"}
          </button>
        </>
      }
    >
      <div className="many-form">
        <label className="export-check">
          <input
            type="checkbox"
            checked={everywhere}
            disabled={state === "reading"}
            onChange={(event) => {
              setEverywhere(event.target.checked);
              setFound(null);
              setState("idle");
            }}
          />
          In all {live.all("articles").length} articles of the project
        </label>
        <label className="stacked">
          <span>Those at least {Math.round(least * 100)} % sure</span>
          <input
            type="range"
            min={50}
            max={100}
            step={5}
            value={Math.round(least * 100)}
            onChange={(event) => setLeast(Number(event.target.value) / 100)}
          />
        </label>
        {state === "reading" && (
          <button type="button" className="button" onClick={pause}>
            Pause
          </button>
        )}
        {state === "paused" && (
          <button type="button" className="button" onClick={() => void go(read, found ?? [])}>
            Go on
          </button>
        )}
        {state === "idle" && (
          <button type="button" className="button" onClick={begin}>
            {found ? "Read again" : "Read and show"}
          </button>
        )}
      </div>
      {found && (
        <>
          <progress max={articles.length} value={read} aria-label="Articles read" />
          <p aria-live="polite" className="form-hint">
            {read} of {articles.length} {articles.length === 1 ? "article" : "articles"} read;{" "}
            {found.length} suggestions, {chosen.length} of them sure enough
          </p>
          <ul className="every-list">
            {chosen.slice(0, 200).map((one) => (
              <FoundRow key={`${one.article.id} ${one.proposal.key}`} live={live} found={one} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function FoundRow({ live, found }: { readonly live: LiveProject; readonly found: Found }) {
  const { suggestion } = found.proposal;
  const { speakers, topics } = valueOfSuggestion(live, suggestion, usePreferences());
  return (
    <li className="many-row">
      <span className="many-sure">{Math.round(suggestion.confidence * 100)} %</span>
      <span>
        <strong>{speakers.map(({ name }) => name).join(", ") || "No speaker"}</strong>
        {topics.length > 0 && ` · ${topics.map(({ entry }) => entry.name).join(", ")}`}
        <span className="many-quote" dir="auto">
          {suggestion.ranges.map(({ start, end }) => found.text.slice(start, end)).join(" … ")}
        </span>
      </span>
    </li>
  );
}
