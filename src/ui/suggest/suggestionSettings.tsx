import { Popover } from "@base-ui/react/popover";
import { useLiveQuery } from "dexie-react-hooks";
import { Sparkles } from "lucide-react";
import type { LiveProject } from "../../store/liveProject.ts";
import { forgetLearning, learningOf } from "../../store/suggestions.ts";
import { prefer, usePreferences } from "../preferences.ts";
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
  return (
    <Popover.Root>
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
              {learning
                ? learntWords(learning)
                : "Not learnt from your coding yet: it begins when a few articles are done."}
            </p>
            <div className="suggest-buttons">
              <button
                type="button"
                className="button small"
                disabled={!suggest}
                onClick={onAcceptMany}
              >
                Accept many …
              </button>
              {learning && (
                <button
                  type="button"
                  className="button small"
                  onClick={() => void forgetLearning(live.store, live.id)}
                >
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

/** "Learnt from 214 statements; of 60 proposed for articles held out, 48 were right." */
function learntWords({
  statements,
  heldOut,
}: {
  readonly statements: number;
  readonly heldOut: { readonly proposed: number; readonly right: number } | null;
}): string {
  const from = `Learnt from ${statements} ${statements === 1 ? "statement" : "statements"}`;
  return heldOut
    ? `${from}; of ${heldOut.proposed} proposed for articles held out, ${heldOut.right} were right.`
    : `${from}; too few articles yet to say how well.`;
}
