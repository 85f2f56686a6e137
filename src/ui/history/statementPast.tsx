import { useLiveQuery } from "dexie-react-hooks";
import type { Edit } from "../../model/change.ts";
import { quoteOf, type Statement } from "../../model/statement.ts";
import { pastOf } from "../../store/history.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { Dialog } from "../parts/dialog.tsx";
import { when } from "./historyDialog.tsx";
import "./history.css";

interface StatementPastProps {
  readonly live: LiveProject;
  readonly statement: Statement;
  readonly onClose: () => void;
}

/** What was done to one statement, by whom and when: each change with the values before and after. */
export function StatementPast({ live, statement, onClose }: StatementPastProps) {
  const past = useLiveQuery(() => pastOf(live.store, live.id, statement.id), [live, statement]);
  return (
    <Dialog title="This statement’s past" size="large" onClose={onClose} foot={null}>
      <p className="history-quote" dir="auto">
        {quoteOf(statement)}
      </p>
      {past?.length === 0 && (
        <p>It came with the project, or its beginning is no longer in the history.</p>
      )}
      <ol className="history" aria-label="Changes of this statement, the last first">
        {past?.map(({ change, edit }) => (
          <li key={change.id}>
            <div className="history-what">
              <strong>{change.title}</strong>
              <span className="form-hint">
                {live.get("coders", change.coderId)?.name ?? "A coder"}, {when.format(change.at)}
              </span>
              {differences(live, edit).map(({ key, field, before, after }) => (
                <span key={key} className="history-diff">
                  {field}: <del>{before}</del> → <ins>{after}</ins>
                </span>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

const fieldNames: Partial<Record<keyof Statement, string>> = {
  ranges: "words",
  speakerIds: "speakers",
  topics: "topics",
  quotation: "quotation",
  note: "note",
  comments: "comments",
  toDiscuss: "to discuss",
  coderId: "coder",
};

function differences(live: LiveProject, { before, after }: Edit) {
  const own = Object.entries(fieldNames).flatMap(([field, name]) => {
    const was = wordsOf(live, field, before?.[field]);
    const is = wordsOf(live, field, after?.[field]);
    return was === is ? [] : [{ key: field, field: name, before: was, after: is }];
  });
  return [...own, ...valueDifferences(live, { before, after })];
}

/** What changed in the project's own fields, each by its name. */
function valueDifferences(live: LiveProject, { before, after }: Pick<Edit, "before" | "after">) {
  const was = new Map(Object.entries(before?.fields ?? {}));
  const is = new Map(Object.entries(after?.fields ?? {}));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const [old, now] = [was, is].map((values) => wordsOf(live, "value", values.get(id)));
    if (old === now || old === undefined || now === undefined) return [];
    const field = live.get("fields", id)?.name ?? "a field that is no longer there";
    return [{ key: id, field, before: old, after: now }];
  });
}

/** A statement's value in words: names for ids. */
function wordsOf(live: LiveProject, field: string, value: unknown): string {
  const known = { [field]: value } as Partial<Statement>; // a field of a statement, by its edit
  if (value === undefined) return "nothing";
  if (known.ranges) return quoteOf({ ranges: known.ranges });
  if (known.speakerIds) return listed(known.speakerIds.map((id) => live.get("speakers", id)?.name));
  if (known.topics)
    return listed(
      known.topics.map(
        ({ topicId, stance }) => `${live.get("topics", topicId)?.name ?? "a topic"} (${stance})`,
      ),
    );
  if (known.comments) return listed(known.comments.map(({ text }) => text));
  if (known.coderId) return live.get("coders", known.coderId)?.name ?? "a coder";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : "nothing";
}

function listed(names: readonly (string | undefined)[]): string {
  return names.map((name) => name ?? "someone deleted").join(", ") || "nothing";
}
