import type { Codebook } from "../model/codebookFile.ts";
import { planCodebook, type CodebookPlan } from "../model/codebookPlan.ts";
import type { Result } from "../model/problem.ts";
import { entriesOf } from "./codebookDraft.ts";
import { commit } from "./commit.ts";
import type { Actor } from "./store.ts";

/** Brings a codebook into that of the project, as one action. Resolves to what it did. */
export function importCodebook(actor: Actor, codebook: Codebook): Promise<Result<CodebookPlan>> {
  return commit(actor, "Import a codebook", async (draft) => {
    const plan = planCodebook(
      {
        topics: await entriesOf(draft, actor, "topics"),
        organisations: await entriesOf(draft, actor, "organisations"),
        speakers: await entriesOf(draft, actor, "speakers"),
        fields: await entriesOf(draft, actor, "fields"),
      },
      codebook,
      actor.projectId,
    );
    await draft.putAll("topics", plan.put.topics);
    await draft.putAll("organisations", plan.put.organisations);
    await draft.putAll("speakers", plan.put.speakers);
    await draft.putAll("fields", plan.put.fields);
    return plan;
  });
}
