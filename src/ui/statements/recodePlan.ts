import type { OrganisationId } from "../../model/id.ts";
import { attributesOf, fieldAttributeId, valuesText } from "../../model/query/attribute.ts";
import {
  provisionalId,
  recoded,
  withIds,
  type NamedRecoding,
  type Recoding,
} from "../../model/recoding.ts";
import type { Result } from "../../model/problem.ts";
import { quoteOf, type Statement } from "../../model/statement.ts";
import { employSpeakers } from "../../store/codebookSpeakers.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { recode } from "../../store/recode.ts";
import type { Actor } from "../../store/store.ts";
import { named } from "../parts/entry.ts";
import { stanceNames } from "../parts/stance.tsx";
import { counted } from "./counted.ts";
import { recodingOf, type RecodeForm } from "./recodeForm.ts";

/** What a recoding will change, to be looked at before it is made. */
export interface RecodePlan {
  readonly count: number;
  readonly noun: "statement" | "speaker";
  /** How many and where, in a sentence. */
  readonly words: string;
  /** The first few, before and after. */
  readonly examples: readonly {
    readonly id: string;
    /** The words of the statement, or the speaker. */
    readonly of: string;
    readonly before: string;
    readonly after: string;
  }[];
  /** Makes the change; resolves to how many it changed. */
  act(actor: Actor): Promise<Result<number>>;
}

/** Pairs of before and after that the preview shows. */
const shown = 5;

/** What the form would do to the statements; null while something is missing in it. */
export function planOf(
  live: LiveProject,
  statements: readonly Statement[],
  form: RecodeForm,
): RecodePlan | null {
  if (form.kind === "set organisation") return employmentPlan(live, statements, form);
  const recoding = recodingOf(live, form);
  return recoding && recodingPlan(live, statements, recoding);
}

function recodingPlan(
  live: LiveProject,
  statements: readonly Statement[],
  recoding: NamedRecoding,
): RecodePlan {
  const planned = withIds(recoding, provisionalId, provisionalId);
  const pairs = statements.flatMap((before) => {
    const after = recoded(before, planned);
    return after === before ? [] : [{ before, after }];
  });
  const count = pairs.length;
  const articles = new Set(pairs.map(({ before }) => before.articleId)).size;
  const rest = statements.length - count;
  return {
    count,
    noun: "statement",
    words:
      count === 0
        ? "Nothing would change: none of these statements is concerned."
        : `${counted(count, "statement")} in ${counted(articles, "article")} will change${rest > 0 ? `; ${rest.toLocaleString()} stay as they are` : ""}.`,
    examples: pairs.slice(0, shown).map(({ before, after }) => ({
      id: before.id,
      of: quoteOf(before),
      before: describe(live, before, planned),
      after: describe(live, after, planned),
    })),
    act: (actor) =>
      recode(
        actor,
        pairs.map(({ before }) => before.id),
        recoding,
      ),
  };
}

/** Organisations are the speakers' own: all their statements are concerned, chosen or not. */
function employmentPlan(
  live: LiveProject,
  statements: readonly Statement[],
  { from, entry }: RecodeForm,
): RecodePlan | null {
  if (!entry) return null;
  const said = new Set(statements.flatMap(({ speakerIds }) => speakerIds));
  const speakers = [...said]
    .flatMap((id) => live.get("speakers", id) ?? [])
    .filter(
      ({ id, organisationId }) => (from === "" || id === from) && organisationId !== entry.key,
    );
  const changed = new Set(speakers.map(({ id }) => id));
  const theirs = live
    .all("statements")
    .filter(({ speakerIds }) => speakerIds.some((id) => changed.has(id)));
  const chosen = new Set(statements.map(({ id }) => id));
  const others = theirs.filter(({ id }) => !chosen.has(id)).length;
  return {
    count: speakers.length,
    noun: "speaker",
    words:
      speakers.length === 0
        ? "Nothing would change: none of these statements has a speaker of another organisation."
        : `${counted(speakers.length, "speaker")} will change, with all ${counted(theirs.length, "statement")} of theirs${others > 0 ? `; ${others.toLocaleString()} of them ${others === 1 ? "is" : "are"} not chosen here` : ""}.`,
    examples: speakers.slice(0, shown).map(({ id, name, organisationId }) => ({
      id,
      of: name,
      before: live.get("organisations", organisationId ?? "")?.name ?? "",
      after: entry.name,
    })),
    act: (actor) =>
      employSpeakers(actor, [
        { speakers: [...changed], organisation: named<OrganisationId>(entry) },
      ]),
  };
}

/** The part of a statement that the recoding changes, in words. */
function describe(live: LiveProject, statement: Statement, recoding: Recoding): string {
  switch (recoding.do) {
    case "replace speaker":
    case "add speaker":
    case "remove speaker":
    case "set speakers":
      // One that is to be made has its name for an id as yet.
      return statement.speakerIds.map((id) => live.get("speakers", id)?.name ?? id).join(", ");
    case "set quotation":
      return statement.quotation;
    case "set note":
      return statement.note;
    case "set to discuss":
      return statement.toDiscuss ? "to discuss" : "not to discuss";
    case "set coder":
      return live.get("coders", statement.coderId)?.name ?? "";
    case "set field": {
      const id = fieldAttributeId({ id: recoding.field });
      const attribute = attributesOf(live).find((candidate) => candidate.id === id);
      return attribute ? valuesText(live, attribute, statement) : "";
    }
    case "replace topic":
    case "add topic":
    case "remove topic":
    case "set topics":
    case "set stance":
      return statement.topics
        .map(({ topicId, stance }) => {
          const name = live.get("topics", topicId)?.name ?? topicId;
          return `${name} (${stanceNames[stance].toLowerCase()})`;
        })
        .join(", ");
  }
}
