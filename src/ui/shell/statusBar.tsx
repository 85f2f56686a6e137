import type { Coder } from "../../model/codebook.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { CoderMenu } from "../coders/coderMenu.tsx";
import { useRecords, useSaveState } from "../live.ts";
import { keyText } from "../commands/keys.ts";
import type { View } from "../route.ts";
import { RunState } from "../suggest/runState.tsx";

interface StatusBarProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly coder: Coder;
  readonly view: View;
  readonly onHistory: () => void;
}

const saveWords = { saved: "Saved", saving: "Saving…", failed: "Not saved" } as const;

/** Whether all is on the disk, how much there is, who codes, and the keys of the view. */
export function StatusBar({ live, actor, coder, view, onHistory }: StatusBarProps) {
  const save = useSaveState(live.store);
  const statements = useRecords(live, "statements").length;
  const speakers = useRecords(live, "speakers").length;
  const topics = useRecords(live, "topics").length;
  return (
    <footer className="status-bar">
      <span className="save-state" data-state={save.state}>
        <span role="status">{saveWords[save.state]}</span>
        {save.state === "saved" && <span className="on-wide"> on this device</span>}
        {save.state === "failed" && <span>: {save.problem.what}</span>}
      </span>
      <span className="status-counts">
        {counted(statements, "statement")}
        <span className="on-wide">
          {" "}
          · {counted(speakers, "speaker")} · {counted(topics, "topic")}
        </span>
      </span>
      {view !== "read" && <RunState live={live} />}
      <CoderMenu live={live} actor={actor} coder={coder} />
      <button type="button" className="status-button" onClick={onHistory}>
        History
      </button>
      {view === "read" && (
        <span className="status-keys">
          <span>
            <kbd>J</kbd> <kbd>K</kbd> next, previous
          </span>
          <span>
            <kbd>T</kbd> tag
          </span>
          <span>
            <kbd>1</kbd>–<kbd>9</kbd> topic
          </span>
          <span>
            <kbd>{keyText("Ctrl+z")}</kbd> undo
          </span>
          <span>
            <kbd>?</kbd> all shortcuts
          </span>
        </span>
      )}
    </footer>
  );
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString()} ${what}${count === 1 ? "" : "s"}`;
}
