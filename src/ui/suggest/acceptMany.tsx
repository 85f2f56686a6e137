import { memo, useMemo, useState, useSyncExternalStore } from "react";
import type { Article } from "../../model/article.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { acceptSuggestions } from "../../store/suggestions.ts";
import { Dialog } from "../parts/dialog.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { usePreferences } from "../preferences.ts";
import { undoAndSay } from "../shell/undoing.ts";
import { batchOf, leastOfMany, stillOpen, type Found } from "./batch.ts";
import { acceptedOf, hasUnsureSpeaker, percent, valueOfProposal } from "./proposal.ts";
import "./acceptMany.css";

interface AcceptManyProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  /** The article on the screen. */
  readonly article: Article;
  readonly onClose: () => void;
}

/** How many rows are shown at first, and how many more with each wish. */
const rowsAtOnce = 100;

/** Reads this article or all of them, shows what is sure enough, and accepts it as one action. */
export function AcceptMany({ live, actor, article, onClose }: AcceptManyProps) {
  const preferences = usePreferences();
  const batch = batchOf(live);
  const run = useSyncExternalStore(batch.watch, () => batch.state);
  const [least, setLeast] = useState(0.9);
  const [everywhere, setEverywhere] = useState(run.articles.length > 1);
  const [emptyUnsure, setEmptyUnsure] = useState(false);
  const [rows, setRows] = useState(rowsAtOnce);
  const [accepting, setAccepting] = useState(false);
  const articles = everywhere ? live.all("articles") : [article];
  // A run over another article alone is of no use here.
  const isOwn = run.articles.length > 1 ? everywhere : run.articles[0]?.id === article.id;
  const { state, read, failed, found } = isOwn ? run : none;
  const asked = state === "idle" ? articles : run.articles;
  const isUnderWay = state === "reading" || state === "paused";
  const goesOn = everywhere && isUnderWay;
  const close = () => {
    if (isUnderWay && !goesOn) batch.clear();
    onClose();
  };
  const chosen = useMemo(
    () => found.filter(({ proposal }) => proposal.suggestion.confidence >= least),
    [found, least],
  );
  const unsure = useMemo(
    () =>
      preferences.suggestSpeakers
        ? chosen.filter(({ proposal }) => hasUnsureSpeaker(proposal.suggestion)).length
        : 0,
    [chosen, preferences.suggestSpeakers],
  );

  const accept = async () => {
    setAccepting(true);
    const accepted = stillOpen(live, chosen).map(({ article: of, proposal }) =>
      acceptedOf(live, of, proposal, preferences, emptyUnsure),
    );
    const made = await orNotice(acceptSuggestions(actor, accepted));
    setAccepting(false);
    if (!made) return;
    if (state === "paused") batch.forget(chosen);
    else batch.clear();
    notice(`${suggestions(made.length)} accepted`, {
      label: "Take them back",
      act: () => void undoAndSay(actor),
    });
    onClose();
  };

  return (
    <Dialog
      title="Accept many suggestions"
      size="large"
      onClose={close}
      foot={
        <>
          <span className="start form-hint">
            {state === "reading" && everywhere
              ? "Reading goes on while this is closed, and ends with the page."
              : "One action: Undo takes all of them back."}
          </span>
          <button type="button" className="button" onClick={close}>
            {goesOn ? "Close" : "Cancel"}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={chosen.length === 0 || state === "reading" || accepting}
            onClick={() => void accept()}
          >
            {accepting ? "Accepting …" : `Accept ${suggestions(chosen.length)}`}
          </button>
        </>
      }
    >
      <div className="many-form">
        {live.all("articles").length > 1 && (
          <label className="many-check">
            <input
              type="checkbox"
              checked={everywhere}
              disabled={state === "reading"}
              onChange={(event) => {
                setEverywhere(event.target.checked);
                batch.clear();
              }}
            />
            In all {live.all("articles").length.toLocaleString()} articles of the project
          </label>
        )}
        <label className="stacked">
          <span>Those at least {percent(least)} sure</span>
          <input
            type="range"
            min={leastOfMany * 100}
            max={100}
            step={5}
            value={Math.round(least * 100)}
            onChange={(event) => setLeast(Number(event.target.value) / 100)}
          />
        </label>
        {isUnderWay && (
          <div className="many-buttons">
            {state === "reading" ? (
              <button type="button" className="button" onClick={() => batch.pause()}>
                Pause
              </button>
            ) : (
              <button type="button" className="button" onClick={() => batch.goOn()}>
                Go on
              </button>
            )}
            <button type="button" className="button" onClick={() => batch.clear()}>
              Stop
            </button>
          </div>
        )}
        {(state === "idle" || state === "done") && (
          <button type="button" className="button" onClick={() => batch.begin(articles)}>
            {state === "done" ? "Read again" : "Read and show"}
          </button>
        )}
      </div>
      {state !== "idle" && (
        <>
          {everywhere && (
            <progress
              className="many-progress"
              max={asked.length}
              value={read}
              aria-label="Articles read"
            />
          )}
          <p aria-live="polite" className="form-hint">
            {state === "paused" && "Paused. "}
            {read.toLocaleString()} of {counted(asked.length, "article")} read
            {failed > 0 &&
              `, ${failed.toLocaleString()} of them in vain: the reading stopped`};{" "}
            {suggestions(found.length)} found, {chosen.length.toLocaleString()} of them at least{" "}
            {percent(least)} sure.
          </p>
          {unsure > 0 && (
            <div className="many-unsure">
              <span>
                The speaker of {unsure.toLocaleString()} of these {chosen.length.toLocaleString()}{" "}
                is unsure.
              </span>
              <label className="many-check">
                <input
                  type="checkbox"
                  checked={emptyUnsure}
                  onChange={(event) => setEmptyUnsure(event.target.checked)}
                />
                Leave unsure speakers empty
              </label>
            </div>
          )}
          <ul className="many-list" aria-label="What would be accepted">
            {chosen.slice(0, rows).map((one) => (
              <FoundRow
                key={`${one.article.id} ${one.proposal.key}`}
                live={live}
                found={one}
                showArticle={everywhere}
                emptyUnsure={emptyUnsure}
              />
            ))}
          </ul>
          {chosen.length > rows && (
            <button
              type="button"
              className="button small"
              onClick={() => setRows(rows + rowsAtOnce)}
            >
              Show more: {(chosen.length - rows).toLocaleString()} are not shown yet
            </button>
          )}
        </>
      )}
    </Dialog>
  );
}

const none = { state: "idle", read: 0, failed: 0, found: [] } as const;

interface FoundRowProps {
  readonly live: LiveProject;
  readonly found: Found;
  readonly showArticle: boolean;
  readonly emptyUnsure: boolean;
}

const FoundRow = memo(function FoundRow({ live, found, showArticle, emptyUnsure }: FoundRowProps) {
  const { suggestion } = found.proposal;
  const { speakers, topics } = valueOfProposal(live, found.proposal, usePreferences());
  const isUnsure = speakers.length > 0 && hasUnsureSpeaker(suggestion);
  const who = isUnsure && emptyUnsure ? "" : speakers.map(({ name }) => name).join(", ");
  return (
    <li className="many-row">
      <span className="many-sure">{percent(suggestion.confidence)}</span>
      <span>
        <strong>{who || "No speaker"}</strong>
        {isUnsure && !emptyUnsure && (
          <span className="suggested-unsure">
            {" "}
            speaker unsure ({percent(suggestion.speakerConfidence)})
          </span>
        )}
        {topics.length > 0 && ` · ${topics.map(({ entry }) => entry.name).join(", ")}`}
        <span className="many-quote" dir="auto">
          {found.quote}
        </span>
        {showArticle && (
          <span className="form-hint" dir="auto">
            {found.article.title || "Untitled"}
          </span>
        )}
      </span>
    </li>
  );
});

function suggestions(count: number): string {
  return counted(count, "suggestion");
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? "" : "s"}`;
}
