import { useState } from "react";
import type { Speaker } from "../../model/codebook.ts";
import type { StatementId } from "../../model/id.ts";
import { quoteOf, type Statement } from "../../model/statement.ts";
import { splitAlias } from "../../store/codebookSpeakers.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { Dialog } from "../parts/dialog.tsx";
import { DialogFoot } from "../parts/dialogFoot.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { plural } from "./counts.ts";
import { openPlace } from "./place.ts";

interface SplitDialogProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly speaker: Speaker;
  readonly alias: string;
  /** Those of the speaker. */
  readonly statements: readonly Statement[];
  readonly onClose: () => void;
}

/** Makes a speaker of its own of an alias, and asks which statements are the new one's. */
export function SplitDialog({
  live,
  actor,
  speaker,
  alias,
  statements,
  onClose,
}: SplitDialogProps) {
  const [moved, setMoved] = useState<ReadonlySet<StatementId>>(new Set());
  const toggle = (id: StatementId) => {
    const next = new Set(moved);
    if (!next.delete(id)) next.add(id);
    setMoved(next);
  };
  const split = async () => {
    const made = await orNotice(splitAlias(actor, speaker.id, alias, moved));
    if (!made) return;
    onClose();
    openPlace(live, { tab: "speakers", entry: made.id }, "push");
    notice(`“${alias}” is a speaker of its own`);
  };
  const every = statements.length > 0 && moved.size === statements.length;
  return (
    <Dialog
      title={`Split off “${alias}”`}
      size="large"
      onClose={onClose}
      foot={
        <DialogFoot hint="One undo takes it back." onCancel={onClose} onAct={split}>
          Split off
        </DialogFoot>
      }
    >
      <p>
        “{alias}” becomes a speaker of its own, with the role and organisation of “{speaker.name}”.{" "}
        {moved.size === 0
          ? `All statements stay with “${speaker.name}”.`
          : `${plural(moved.size, "statement")} of ${statements.length} will be said by “${alias}”.`}
      </p>
      {statements.length > 0 && (
        <fieldset className="split-statements">
          <legend className="label">Statements that “{alias}” said</legend>
          <label className="split-statement">
            <input
              type="checkbox"
              checked={every}
              onChange={() => setMoved(new Set(every ? [] : statements.map(({ id }) => id)))}
            />
            <strong>All of them</strong>
          </label>
          {statements.map((statement) => (
            <label key={statement.id} className="split-statement">
              <input
                type="checkbox"
                checked={moved.has(statement.id)}
                onChange={() => toggle(statement.id)}
              />
              <span dir="auto">
                {quoteOf(statement)}
                <small>{live.get("articles", statement.articleId)?.title}</small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}
