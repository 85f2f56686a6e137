import type { FieldId, OrganisationId, SpeakerId, TopicId } from "../../model/id.ts";
import type { Field } from "../../model/field.ts";
import { canMerge, fieldMergeEffect, type ValueRule } from "../../model/fieldMerge.ts";
import {
  extentOf,
  speakerMergeEffect,
  topicMergeEffect,
  type MergeEffect,
  type StanceRule,
} from "../../model/merge.ts";
import type { Result } from "../../model/problem.ts";
import { mergeOrganisations, mergeSpeakers, mergeTopics } from "../../store/codebookEntries.ts";
import { mergeFields } from "../../store/codebookFields.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import type { Entry } from "../parts/entry.ts";
import { extentText, plural, type Counts } from "./counts.ts";
import type { Tab } from "./place.ts";
import { noExtent } from "./useEntries.ts";

/** What decides where a statement or an article had different things of the merged entries. */
export type MergeRule = StanceRule | ValueRule;

/** Whether an entry can be merged with those that are chosen: fields must take the same. */
export function fits(live: LiveProject, tab: Tab, key: string, chosen: readonly Entry[]): boolean {
  const field = fieldOf(live, tab, key);
  const first = fieldOf(live, tab, chosen[0]?.key);
  return !field || !first || canMerge(first, field);
}

/** Why the chosen entries cannot be merged, in a sentence; null when they can. */
export function misfitWords(live: LiveProject, tab: Tab, chosen: readonly Entry[]): string | null {
  const odd = chosen.find(({ key }) => !fits(live, tab, key, chosen));
  const [first] = chosen;
  if (!odd || !first) return null;
  return `“${first.name}” takes ${first.hint}, “${odd.name}” ${odd.hint}: only fields that take the same can be merged.`;
}

/** How much has an entry, as the list of those to merge says it. */
export function extentOfEntry(live: LiveProject, tab: Tab, key: string, counts: Counts): string {
  const field = fieldOf(live, tab, key);
  if (field?.on === "article") return plural(holdersOf(live, field, [field]).length, "article");
  return extentText(counts.get(key) ?? noExtent);
}

/** What it would do to merge the entries; nothing is changed. */
export function effectOf(
  live: LiveProject,
  tab: Tab,
  into: string,
  from: readonly string[],
): MergeEffect {
  const statements = live.all("statements");
  switch (tab) {
    case "topics":
      return topicMergeEffect(statements, into as TopicId, new Set(from as TopicId[])); // keys of that tab
    case "speakers":
      return speakerMergeEffect(statements, into as SpeakerId, new Set(from as SpeakerId[])); // likewise
    case "organisations": {
      const gone = new Set(from);
      const speakers = live
        .all("speakers")
        .filter(({ organisationId }) => organisationId !== null && gone.has(organisationId));
      const moved = new Set(speakers.map((speaker) => speaker.id));
      const changed = statements.filter((one) => one.speakerIds.some((id) => moved.has(id)));
      return { ...extentOf(changed), several: 0, conflicts: 0 };
    }
    case "fields": {
      const target = live.get("fields", into);
      const sources = from.flatMap((id) => live.get("fields", id) ?? []);
      if (!target) return { ...noExtent, several: 0, conflicts: 0 };
      return fieldMergeEffect(holdersOf(live, target, sources), target, sources);
    }
  }
}

/** What becomes of what has the merged entries. */
export function consequence(
  live: LiveProject,
  tab: Tab,
  effect: MergeEffect,
  { key, name }: Entry,
): string {
  const extent = `${extentText(effect)} ${effect.statements === 1 ? "goes" : "go"}`;
  switch (tab) {
    case "topics":
      return `${sentence(extent)} over to “${name}”, with the keywords, definitions and topics below.`;
    case "speakers":
      return `${sentence(extent)} over to “${name}”. The other names become aliases of it.`;
    case "organisations":
      return `Their speakers, with ${extentText(effect)}, go over to “${name}”. The other names become aliases of it.`;
    case "fields": {
      const field = live.get("fields", key);
      const what =
        field?.on === "article" ? plural(effect.articles, "article") : extentText(effect);
      if (effect.articles === 0)
        return `No values go over to “${name}”${field?.kind === "choice" ? "; the choices do" : ""}.`;
      const choices = field?.kind === "choice" ? ", and so do the choices" : "";
      return `The values of ${what} go over to “${name}”${choices}.`;
    }
  }
}

/** What is said of those that had more than one of the merged entries. */
export function severalWords(
  live: LiveProject,
  tab: Tab,
  { several }: MergeEffect,
  key: string,
): string {
  const keep = several === 1 ? "keeps" : "keep";
  if (tab !== "fields")
    return `${plural(several, "statement")} had more than one of them and ${keep} one.`;
  const have = several === 1 ? "has" : "have";
  return `${plural(several, recordOf(live, key))} ${have} a value in more than one of them and ${keep} one.`;
}

/** Over the rules: how many have different things, so that one of them must go. */
export function conflictWords(
  live: LiveProject,
  tab: Tab,
  { conflicts }: MergeEffect,
  key: string,
): string {
  const have = conflicts === 1 ? "has" : "have";
  return tab === "fields"
    ? `${plural(conflicts, recordOf(live, key))} ${have} different values in them`
    : `${plural(conflicts, "statement")} ${have} different stances on them`;
}

/** What may decide, each in the words of the dialog. */
export function rulesOf(
  tab: Tab,
  name: string,
  others: readonly Entry[],
): readonly (readonly [MergeRule, string])[] {
  if (tab !== "fields")
    return [
      ["keep", `Keep the stance on “${name}”`],
      ["discuss", "Keep it, and mark them “to discuss”"],
    ];
  const [other] = others;
  const named = other && others.length === 1 ? `that of “${other.name}”` : "that of the others";
  return [
    ["keep", `Keep the value of “${name}”`],
    ["replace", `Take ${named} in its place`],
  ];
}

/** What happens where the rule has nothing to decide. */
export function otherwiseWords(tab: Tab, name: string, others: readonly Entry[]): string {
  const first = others.length > 1 ? "; of several others, that of the first counts" : "";
  return tab === "fields"
    ? `Where only one of them has a value, it is kept${first}.`
    : `Where a statement has no set stance on “${name}”, the first of the others that is set counts.`;
}

/** Merges the entries, as one action. */
export function mergeOf(
  actor: Actor,
  tab: Tab,
  into: string,
  from: readonly string[],
  rule: MergeRule,
): Promise<Result<unknown>> {
  switch (tab) {
    case "topics":
      // The keys are those of the tab, here and below.
      return mergeTopics(
        actor,
        into as TopicId,
        from as TopicId[],
        rule === "discuss" ? rule : "keep",
      );
    case "speakers":
      return mergeSpeakers(actor, into as SpeakerId, from as SpeakerId[]);
    case "organisations":
      return mergeOrganisations(actor, into as OrganisationId, from as OrganisationId[]);
    case "fields":
      return mergeFields(
        actor,
        into as FieldId,
        from as FieldId[],
        rule === "replace" ? rule : "keep",
      );
  }
}

function fieldOf(live: LiveProject, tab: Tab, key: string | undefined): Field | undefined {
  return tab === "fields" ? live.get("fields", key ?? "") : undefined;
}

function recordOf(live: LiveProject, key: string): Field["on"] {
  return live.get("fields", key)?.on ?? "statement";
}

/** The statements or articles that have a value in one of the fields. */
function holdersOf(live: LiveProject, { on }: Field, fields: readonly Field[]) {
  const records =
    on === "statement"
      ? live.all("statements")
      : live.all("articles").map((article) => ({ articleId: article.id, fields: article.fields }));
  return records.filter((record) => fields.some(({ id }) => record.fields[id] !== undefined));
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
