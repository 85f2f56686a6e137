import { Popover } from "@base-ui/react/popover";
import { useLiveQuery } from "dexie-react-hooks";
import { Sparkles } from "lucide-react";
import { useSyncExternalStore } from "react";
import type { Learning } from "../../model/learning.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { forgetLearning, keepLearning, learningOf } from "../../store/suggestions.ts";
import { notice } from "../parts/notices.tsx";
import { prefer, usePreferences } from "../preferences.ts";
import { batchOf } from "./batch.ts";
import { lately } from "./lately.ts";
import { runWords } from "./runState.tsx";
import "./suggestionSettings.css";

interface SuggestionSettingsProps {
  readonly live: LiveProject;
  readonly count: number;
  readonly onAcceptMany: () => void;
}

/** How sure a suggestion must be, what is proposed at all, what was learnt, and many at once. */
export function SuggestionSettings({ live, count, onAcceptMany }: SuggestionSettingsProps) {
  const { suggest, suggestSpeakers, suggestTopics, least } = usePreferences();
  const learning = useLiveQuery(() => learningOf(live.store, live.id), [live]);
  const run = useSyncExternalStore(batchOf(live).watch, () => batchOf(live).state);
  const forget = async () => {
    const before = await forgetLearning(live.store, live.id);
    notice(
      "What was learnt is forgotten; articles done from now on teach anew",
      before && { label: "Bring it back", act: () => void keepLearning(live.store, before) },
    );
  };
  return (
    <Popover.Root>
      {run.articles.length > 1 && (
        <button
          type="button"
          className="button small suggest-run"
          title="The run over the project: look, pause, accept"
          onClick={onAcceptMany}
        >
          {runWords(run)}
        </button>
      )}
      <Popover.Trigger className="button plain small suggest-trigger">
        <Sparkles size={13} aria-hidden /> {suggest ? `${count} suggested` : "Suggestions off"}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-place" sideOffset={6} align="end">
          <Popover.Popup className="menu suggest-settings" aria-label="Suggestions settings">
            <label>
              <input
                type="checkbox"
                checked={suggest}
                onChange={(event) => prefer({ suggest: event.target.checked })}
              />
              Suggest statements
            </label>
            <label>
              <input
                type="checkbox"
                checked={suggestSpeakers}
                disabled={!suggest}
                onChange={(event) => prefer({ suggestSpeakers: event.target.checked })}
              />
              with their speakers
            </label>
            <label>
              <input
                type="checkbox"
                checked={suggestTopics}
                disabled={!suggest}
                onChange={(event) => prefer({ suggestTopics: event.target.checked })}
              />
              with their topics
            </label>
            <label className="stacked">
              <span>Least confidence: {Math.round(least * 100)} %</span>
              <input
                type="range"
                min={0}
                max={95}
                step={5}
                disabled={!suggest}
                value={Math.round(least * 100)}
                onChange={(event) => prefer({ least: Number(event.target.value) / 100 })}
              />
            </label>
            <p className="form-hint">
              {learning ? (
                <Learnt live={live} learning={learning} />
              ) : (
                "Not learnt from your coding yet: it begins when three articles are done."
              )}
            </p>
            <div className="suggest-buttons">
              <Popover.Close className="button small" disabled={!suggest} onClick={onAcceptMany}>
                Accept many …
              </Popover.Close>
              {learning && (
                <button type="button" className="button small" onClick={() => void forget()}>
                  Forget what was learnt
                </button>
              )}
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** "Learnt from 214 statements; right lately 8 of 10." and how those fared that were held out. */
function Learnt({ live, learning }: { readonly live: LiveProject; readonly learning: Learning }) {
  const { statements, heldOut } = learning;
  const { answered, accepted } = lately(live);
  const from = `Learnt from ${statements.toLocaleString()} ${statements === 1 ? "statement" : "statements"}`;
  const right = answered > 0 ? `; right lately ${accepted} of ${answered}` : "";
  const held = heldOut
    ? ` Of ${heldOut.proposed} proposed for articles held out, ${heldOut.right} were right.`
    : " Too few articles are done to try it on others.";
  return `${from}${right}.${held}`;
}
