import type { ProjectBundle } from "./bundle.ts";
import { editBetween, sameValue, type Edit, type Records } from "./change.ts";
import { sameName } from "./name.ts";

/** The lists of a bundle that merge record by record; the project's own record stays ours. */
export const mergedLists = [
  "coders",
  "topics",
  "organisations",
  "speakers",
  "fields",
  "views",
  "rejections",
  "articles",
  "statements",
] as const;
export type MergedList = (typeof mergedLists)[number];

/** Which side is kept where both changed the same record. */
export type Side = "ours" | "theirs";

/** A record that both sides have and that differs. */
export interface Conflict<L extends MergedList = MergedList> {
  readonly list: L;
  readonly id: string;
  readonly ours: Records[L];
  readonly theirs: Records[L];
  /** The fields that differ. */
  readonly fields: readonly string[];
}

/** What a merge would do to our project, before anything is decided or saved. */
export interface MergePlan {
  /** Records that only they have. */
  readonly added: readonly Edit[];
  /** Records that they changed and we did not. */
  readonly changed: readonly Edit[];
  /** Records that both changed, or of which nobody can say who did. */
  readonly conflicts: readonly Conflict[];
  /** Records that we deleted and they still have; they stay deleted unless they are asked for. */
  readonly deletedHere: readonly Edit[];
  /** Records that are equal, or that only we have, or that only we changed. */
  readonly kept: number;
}

/** What is known of a record here: the states it once had, and whether it was deleted. */
export interface Known {
  /** Earlier states of the record, from our history. */
  readonly earlier: readonly object[];
  readonly deleted: boolean;
}

/**
 * Compares a project with another coder's version of it, record by record, by id.
 * A record that differs is theirs to change when our history has no other state of it than the one
 * it has now: then only they can have changed it. When it has a state equal to theirs, only we
 * changed it. Otherwise both did.
 *
 * @param known what our history says of a record; records it has nothing of were never changed here
 */
export function planMerge(
  ours: ProjectBundle,
  theirs: ProjectBundle,
  known: (list: MergedList, id: string) => Known,
): MergePlan {
  const added: Edit[] = [];
  const changed: Edit[] = [];
  const conflicts: Conflict[] = [];
  const deletedHere: Edit[] = [];
  let kept = 0;
  for (const list of mergedLists) {
    const mine = new Map<string, Records[MergedList]>(ours[list].map((one) => [one.id, one]));
    const extra = mine.size;
    for (const their of theirs[list]) {
      const our = mine.get(their.id);
      const { earlier, deleted } = known(list, their.id);
      if (!our) {
        const edit = editBetween(list, undefined, their);
        if (edit) (deleted ? deletedHere : added).push(edit);
        continue;
      }
      if (sameValue(our, their) || earlier.some((state) => sameValue(state, their))) {
        kept += 1;
        continue;
      }
      if (earlier.length === 0) {
        const edit = editBetween(list, our, their);
        if (edit) changed.push(edit);
        continue;
      }
      conflicts.push({
        list,
        id: their.id,
        ours: our,
        theirs: their,
        fields: differing(our, their),
      });
    }
    kept += extra - theirs[list].filter(({ id }) => mine.has(id)).length;
  }
  return { added, changed, conflicts, deletedHere, kept };
}

/** The edits that carry out a plan: additions and changes, and each conflict by the chosen side. */
export function mergeEdits(
  plan: MergePlan,
  sideOf: (conflict: Conflict) => Side,
  bringBackDeleted: boolean,
): Edit[] {
  return [
    ...plan.added,
    ...(bringBackDeleted ? plan.deletedHere : []),
    ...plan.changed,
    ...plan.conflicts.flatMap((conflict) => {
      if (sideOf(conflict) === "ours") return [];
      return editBetween(conflict.list, conflict.ours, conflict.theirs) ?? [];
    }),
  ];
}

/** The rule that keeps the later version: by its time where it has one, else always the same one. */
export function laterSide({ ours, theirs }: Conflict): Side {
  const [a, b] = [timeOf(ours), timeOf(theirs)];
  if (a !== b) return a > b ? "ours" : "theirs";
  return JSON.stringify(ours) > JSON.stringify(theirs) ? "ours" : "theirs";
}

/**
 * Their bundle with entries of the codebook that we have under the same name (but another id) taken
 * to be ours: topics, speakers, organisations. Coders are never joined: two people may have a name.
 */
export function joinByName(ours: ProjectBundle, theirs: ProjectBundle): ProjectBundle {
  const topics = sameNamed(ours.topics, theirs.topics);
  const speakers = sameNamed(ours.speakers, theirs.speakers);
  const organisations = sameNamed(ours.organisations, theirs.organisations);
  const to = <Id extends string>(map: ReadonlyMap<Id, Id>, id: Id): Id => map.get(id) ?? id;
  return {
    ...theirs,
    topics: theirs.topics
      .filter(({ id }) => !topics.has(id))
      .map((topic) => ({ ...topic, parentId: topic.parentId && to(topics, topic.parentId) })),
    organisations: theirs.organisations.filter(({ id }) => !organisations.has(id)),
    speakers: theirs.speakers
      .filter(({ id }) => !speakers.has(id))
      .map((speaker) => ({
        ...speaker,
        organisationId: speaker.organisationId && to(organisations, speaker.organisationId),
      })),
    statements: theirs.statements.map((statement) => ({
      ...statement,
      speakerIds: [...new Set(statement.speakerIds.map((id) => to(speakers, id)))],
      topics: [
        ...new Map(
          statement.topics.map((topic) => {
            const topicId = to(topics, topic.topicId);
            return [topicId, { ...topic, topicId }];
          }),
        ).values(),
      ],
    })),
  };
}

/** Their ids of entries that only they have, to ours of the same name. */
function sameNamed<Id extends string>(
  ours: readonly { readonly id: Id; readonly name: string }[],
  theirs: readonly { readonly id: Id; readonly name: string }[],
): ReadonlyMap<Id, Id> {
  const known = new Set(ours.map(({ id }) => id));
  return new Map(
    theirs.flatMap(({ id, name }) => {
      if (known.has(id)) return [];
      const same = ours.find((our) => sameName(our.name, name));
      return same ? [[id, same.id]] : [];
    }),
  );
}

function differing(ours: object, theirs: object): string[] {
  const [mine, their] = [Object.entries(ours), new Map<string, unknown>(Object.entries(theirs))];
  return mine.flatMap(([field, value]) => (sameValue(value, their.get(field)) ? [] : [field]));
}

function timeOf(record: object): number {
  if ("updatedAt" in record && typeof record.updatedAt === "number") return record.updatedAt;
  if ("createdAt" in record && typeof record.createdAt === "number") return record.createdAt;
  return 0;
}
