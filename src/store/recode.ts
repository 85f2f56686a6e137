import { fieldFault } from "../model/field.ts";
import type { StatementId } from "../model/id.ts";
import type { Result } from "../model/problem.ts";
import { recoded, type Recoding } from "../model/recoding.ts";
import type { Statement } from "../model/statement.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import type { Actor } from "./store.ts";

/**
 * Changes the coding of statements, all of them or none; resolves to how many it changed. Those
 * that are no longer there, and those with nothing to change, are passed over.
 */
export function recode(
  actor: Actor,
  ids: readonly StatementId[],
  recoding: Recoding,
): Promise<Result<number>> {
  const title = `${titleOf(recoding)} of ${ids.length === 1 ? "a statement" : `${ids.length} statements`}`;
  return commit(actor, title, async (draft) => {
    await refuseWhatIsGone(draft, recoding);
    const now = Date.now();
    const statements = await draft.db.records("statements").bulkGet([...ids]);
    const changed: Statement[] = [];
    for (const statement of statements) {
      if (!statement || statement.projectId !== actor.projectId) continue;
      const after = recoded(statement, recoding);
      if (after !== statement) changed.push({ ...after, updatedAt: now });
    }
    await draft.putAll("statements", changed);
    return changed.length;
  });
}

/** "Replace a topic", to be followed by "of 12 statements". */
function titleOf(recoding: Recoding): string {
  switch (recoding.do) {
    case "replace topic":
      return "Replace a topic";
    case "add topic":
      return "Add a topic";
    case "remove topic":
      return "Remove a topic";
    case "set topics":
      return "Set the topics";
    case "replace speaker":
      return "Replace a speaker";
    case "add speaker":
      return "Add a speaker";
    case "remove speaker":
      return "Remove a speaker";
    case "set speakers":
      return "Set the speakers";
    case "set stance":
      return "Set the stance";
    case "set quotation":
      return "Set the quotation";
    case "set note":
      return "Change the note";
    case "set to discuss":
      return "Set “to discuss”";
    case "set field":
      return "Set a field";
    case "set coder":
      return "Set the coder";
  }
}

/** Nothing may come to name an entry that was deleted meanwhile. */
async function refuseWhatIsGone(draft: Draft, recoding: Recoding): Promise<void> {
  switch (recoding.do) {
    case "replace topic":
      return there(draft, "topics", [recoding.to]);
    case "add topic":
      return there(draft, "topics", [recoding.topic]);
    case "set topics":
      return there(
        draft,
        "topics",
        recoding.topics.map(({ topicId }) => topicId),
      );
    case "replace speaker":
      return there(draft, "speakers", [recoding.to]);
    case "add speaker":
      return there(draft, "speakers", [recoding.speaker]);
    case "set speakers":
      return there(draft, "speakers", recoding.speakers);
    case "set coder":
      return there(draft, "coders", [recoding.coder]);
    case "set field": {
      await there(draft, "fields", [recoding.field]);
      const field = await draft.get("fields", recoding.field);
      const fault = field && recoding.value !== null ? fieldFault(field, recoding.value) : null;
      if (field && fault) throw new Refusal(`“${field.name}” ${fault}.`, "Enter another value.");
      return;
    }
    case "remove topic":
    case "remove speaker":
    case "set stance":
    case "set quotation":
    case "set note":
    case "set to discuss":
  }
}

const kinds = { topics: "topic", speakers: "speaker", coders: "coder", fields: "field" } as const;

async function there(
  draft: Draft,
  table: keyof typeof kinds,
  ids: readonly string[],
): Promise<void> {
  const found = await draft.db.records(table).bulkGet([...ids]);
  if (found.every((record) => record !== undefined)) return;
  throw new Refusal(
    `The ${kinds[table]} is no longer there; it was deleted in another tab.`,
    "Choose another; undo brings the old one back.",
  );
}
