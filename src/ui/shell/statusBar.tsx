import { useState } from "react";
import type { Coder } from "../../model/codebook.ts";
import { renameCoder } from "../../store/codebook.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { useRecords, useSaveState } from "../live.ts";
import { NameDialog } from "../parts/nameDialog.tsx";
import { orNotice } from "../parts/notices.tsx";
import { keyText } from "../commands/keys.ts";
import type { View } from "../route.ts";

interface StatusBarProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly coder: Coder;
  readonly view: View;
}

const saveWords = { saved: "Saved", saving: "Saving…", failed: "Not saved" } as const;

/** Whether all is on the disk, how much there is, who codes, and the keys of the view. */
export function StatusBar({ live, actor, coder, view }: StatusBarProps) {
  const save = useSaveState(live.store);
  const statements = useRecords(live, "statements").length;
  const speakers = useRecords(live, "speakers").length;
  const topics = useRecords(live, "topics").length;
  const [naming, setNaming] = useState(false);
  return (
    <footer className="status-bar">
      <span className="save-state" data-state={save.state}>
        <span role="status">{saveWords[save.state]}</span>
        {save.state === "saved" && <span className="on-wide"> on this device</span>}
        {save.state === "failed" && <span>: {save.problem.what}</span>}
      </span>
      <span>
        {counted(statements, "statement")} · {counted(speakers, "speaker")} ·{" "}
        {counted(topics, "topic")}
      </span>
      <button type="button" className="status-coder" onClick={() => setNaming(true)}>
        Coding as {coder.name}
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
      {naming && (
        <NameDialog
          title="Your name as a coder"
          label="Name"
          initial={coder.name}
          action="Save name"
          onSave={async (name) => {
            if (await orNotice(renameCoder(actor, coder.id, name))) setNaming(false);
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </footer>
  );
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString()} ${what}${count === 1 ? "" : "s"}`;
}
