import { useLiveQuery } from "dexie-react-hooks";
import { useState, useSyncExternalStore } from "react";
import type { ChangeId } from "../../model/id.ts";
import type { LoggedChange } from "../../store/database.ts";
import { deletePoint, goBackTo, historyOf, namePoint } from "../../store/history.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { useRecords } from "../live.ts";
import { Dialog } from "../parts/dialog.tsx";
import { NameDialog } from "../parts/nameDialog.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { addressOf, start } from "../route.ts";
import { editedStatements, summaryOf } from "./summary.ts";
import "./history.css";

interface HistoryDialogProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly onClose: () => void;
}

const pageSize = 100;

/** Every action of the project: who, when, what, to which statements; the way back to any of them. */
export function HistoryDialog({ live, actor, onClose }: HistoryDialogProps) {
  const [limit, setLimit] = useState(pageSize);
  const [naming, setNaming] = useState<ChangeId | null>(null);
  const version = useSyncExternalStore(live.subscribe, () => live.version);
  const changes = useLiveQuery(
    () => historyOf(live.store, live.id, { limit: limit + 1 }),
    [live, limit, version],
  );
  const named = useRecords(live, "points");
  const points = Map.groupBy(named, ({ changeId }) => changeId);
  useRecords(live, "coders");

  const goBack = async (id: ChangeId | null, name: string) => {
    const taken = await orNotice(goBackTo(actor, id));
    if (taken === undefined) return;
    const actions = taken === 1 ? "1 later action" : `${taken.toLocaleString()} later actions`;
    notice(`Back to “${name}”: ${actions} taken back`);
  };
  return (
    <Dialog
      title="History"
      size="large"
      onClose={onClose}
      foot={
        <span className="start form-hint">
          Going back is an action like any other: Undo takes it back. The oldest actions go when the
          history takes more than a tenth of the browser’s storage for this page.
        </span>
      }
    >
      {changes?.length === 0 && <p>Nothing was done in this project yet.</p>}
      {named.length > 0 && (
        <section aria-label="Named points">
          <h3 className="overline">Named points</h3>
          <ul>
            {named.map((point) => (
              <li key={point.id} className="history-point">
                <strong dir="auto">{point.name}</strong>
                <button
                  type="button"
                  className="button small end"
                  aria-label={`Go back to “${point.name}”`}
                  onClick={() => void goBack(point.changeId, point.name)}
                >
                  Go back to here
                </button>
                <button
                  type="button"
                  className="button plain small"
                  onClick={() => void orNotice(deletePoint(actor, point.id))}
                >
                  Delete this name
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ol className="history" aria-label="Actions, the last first">
        {changes?.slice(0, limit).map((change, i) => (
          <li key={change.id}>
            {points.get(change.id)?.map((point) => (
              <p key={point.id} className="history-point">
                <strong dir="auto">{point.name}</strong>
              </p>
            ))}
            <HistoryRow live={live} change={change} onLeave={onClose}>
              {i > 0 && (
                <button
                  type="button"
                  className="button small"
                  onClick={() => void goBack(change.id, change.title)}
                >
                  Go back to here
                </button>
              )}
              <button
                type="button"
                className="button small plain"
                onClick={() => setNaming(change.id)}
              >
                Name this point …
              </button>
            </HistoryRow>
          </li>
        ))}
        {changes && changes.length > 0 && changes.length <= limit && (
          <li>
            <div className="history-row">
              <div className="history-what">
                <strong>The beginning of the history</strong>
              </div>
              <button
                type="button"
                className="button small"
                onClick={() => void goBack(null, "The beginning of the history")}
              >
                Go back to here
              </button>
            </div>
          </li>
        )}
      </ol>
      {(changes?.length ?? 0) > limit && (
        <button type="button" className="button" onClick={() => setLimit(limit + pageSize)}>
          Show older actions
        </button>
      )}
      {naming && (
        <NameDialog
          title="Name this point"
          label="Name"
          initial=""
          action="Save name"
          onSave={async (name) => {
            if (await orNotice(namePoint(actor, naming, name))) setNaming(null);
          }}
          onClose={() => setNaming(null)}
        />
      )}
    </Dialog>
  );
}

interface HistoryRowProps {
  readonly live: LiveProject;
  readonly change: LoggedChange;
  /** The address leads to a statement, which the dialog must not lie over. */
  readonly onLeave: () => void;
  readonly children: React.ReactNode;
}

function HistoryRow({ live, change, onLeave, children }: HistoryRowProps) {
  const coder = live.get("coders", change.coderId)?.name ?? "A coder";
  const touched = editedStatements(live, change);
  const prefix = { action: "", undo: "Undo: ", redo: "Redo: " }[change.kind];
  return (
    <div className="history-row">
      <div className="history-what">
        <strong>{prefix + change.title}</strong>
        <span className="form-hint">
          {coder},{" "}
          <time dateTime={new Date(change.at).toISOString()}>{when.format(change.at)}</time>
          {" · "}
          {summaryOf(change.edits)}
        </span>
        {touched.slice(0, 3).map(({ statement, quote }) =>
          statement ? (
            <a
              key={quote}
              className="history-quote"
              dir="auto"
              onClick={onLeave}
              href={addressOf({
                ...start,
                projectId: live.id,
                articleId: statement.articleId,
                statementId: statement.id,
              })}
            >
              {quote}
            </a>
          ) : (
            <span key={quote} className="history-quote" dir="auto">
              {quote}
            </span>
          ),
        )}
        {touched.length > 3 && <span className="form-hint">and {touched.length - 3} more</span>}
      </div>
      <div className="history-do">{children}</div>
    </div>
  );
}

export const when = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
