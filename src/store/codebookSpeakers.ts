import {
  newOrganisation,
  newSpeaker,
  speakerSchema,
  type Organisation,
  type Speaker,
} from "../model/codebook.ts";
import type { OrganisationId, SpeakerId, StatementId } from "../model/id.ts";
import { sameName } from "../model/name.ts";
import type { Named } from "../model/named.ts";
import type { Result } from "../model/problem.ts";
import {
  changeStatements,
  counted,
  entriesOf,
  entryOf,
  refuseTaken,
  validName,
} from "./codebookDraft.ts";
import { commit, Refusal } from "./commit.ts";
import { organisationNamed } from "./labels.ts";
import type { Actor } from "./store.ts";

export function createSpeaker(actor: Actor, name: string): Promise<Result<Speaker>> {
  return commit(actor, "Add a speaker", async (draft) => {
    const speakers = await entriesOf(draft, actor, "speakers");
    const speaker = newSpeaker(actor.projectId, validName(name), speakers);
    refuseTaken("speakers", speaker.name, speakers);
    await draft.put("speakers", speaker);
    return speaker;
  });
}

export type SpeakerDetails = Pick<Speaker, "name" | "aliases" | "role" | "colour" | "note"> & {
  /** One of the codebook, or one to be made with it. */
  readonly organisation: Named<OrganisationId> | null;
};

const speakerTitles: Readonly<Record<keyof SpeakerDetails, string>> = {
  name: "Rename a speaker",
  aliases: "Change a speaker's aliases",
  role: "Change a speaker's role",
  colour: "Colour a speaker",
  note: "Note something on a speaker",
  organisation: "Change a speaker's organisation",
};

export function editSpeaker<K extends keyof SpeakerDetails>(
  actor: Actor,
  id: SpeakerId,
  part: K,
  value: SpeakerDetails[K],
): Promise<Result<Speaker>> {
  return commit(actor, speakerTitles[part], async (draft) => {
    const speakers = await entriesOf(draft, actor, "speakers");
    const before = entryOf(speakers, id, "speakers");
    const { organisation, ...details }: Partial<SpeakerDetails> = { [part]: value };
    const given: Speaker = {
      ...before,
      ...details,
      ...(organisation !== undefined && {
        organisationId: await organisationNamed(draft, actor, organisation),
      }),
    };
    const speaker = { ...given, ...validNames(given) };
    const others = speakers.filter((one) => one.id !== id);
    refuseTakenNames("speakers", before, speaker, others);
    if (part === "colour" && !speakerSchema.shape.colour.safeParse(speaker.colour).success)
      throw new Refusal(`“${speaker.colour}” is no colour.`, "Write it as #rrggbb.");
    await draft.put("speakers", speaker);
    return speaker;
  });
}

/** Speakers, and the organisation that they are to have: made if it is named first here; null for none. */
export interface Employment {
  readonly speakers: readonly SpeakerId[];
  readonly organisation: Named<OrganisationId> | null;
}

/** Gives speakers their organisations, as one action; resolves to how many it changed. */
export function employSpeakers(
  actor: Actor,
  employments: readonly Employment[],
): Promise<Result<number>> {
  const count = new Set(employments.flatMap(({ speakers }) => speakers)).size;
  return commit(actor, `Set the organisation of ${counted("speakers", count)}`, async (draft) => {
    const all = await entriesOf(draft, actor, "speakers");
    const changed = new Map<SpeakerId, Speaker>();
    for (const { speakers, organisation } of employments) {
      const before = speakers.map((id) => entryOf(all, id, "speakers"));
      const organisationId = await organisationNamed(draft, actor, organisation);
      for (const speaker of before)
        if (speaker.organisationId !== organisationId)
          changed.set(speaker.id, { ...speaker, organisationId });
    }
    await draft.putAll("speakers", [...changed.values()]);
    return changed.size;
  });
}

/**
 * Makes a speaker of its own of an alias, with the role and organisation of the one that had it; the
 * named statements become the new one's, all others stay.
 */
export function splitAlias(
  actor: Actor,
  id: SpeakerId,
  alias: string,
  statements: ReadonlySet<StatementId>,
): Promise<Result<Speaker>> {
  return commit(actor, "Split off a speaker", async (draft) => {
    const speakers = await entriesOf(draft, actor, "speakers");
    const before = entryOf(speakers, id, "speakers");
    const rest = before.aliases.filter((name) => !sameName(name, alias));
    if (rest.length === before.aliases.length)
      throw new Refusal(`“${before.name}” has no alias “${alias}”.`, "Choose one that it has.");
    const made: Speaker = {
      ...newSpeaker(actor.projectId, alias, speakers),
      role: before.role,
      organisationId: before.organisationId,
    };
    await draft.putAll("speakers", [{ ...before, aliases: rest }, made]);
    await changeStatements(draft, actor, (statement) =>
      statements.has(statement.id) && statement.speakerIds.includes(id)
        ? {
            ...statement,
            speakerIds: statement.speakerIds.map((one) => (one === id ? made.id : one)),
          }
        : statement,
    );
    return made;
  });
}

export function createOrganisation(actor: Actor, name: string): Promise<Result<Organisation>> {
  return commit(actor, "Add an organisation", async (draft) => {
    const made = newOrganisation(actor.projectId, validName(name));
    refuseTaken("organisations", made.name, await entriesOf(draft, actor, "organisations"));
    await draft.put("organisations", made);
    return made;
  });
}

export type OrganisationDetails = Pick<Organisation, "name" | "aliases" | "type">;

const organisationTitles: Readonly<Record<keyof OrganisationDetails, string>> = {
  name: "Rename an organisation",
  aliases: "Change an organisation's aliases",
  type: "Change an organisation's type",
};

export function editOrganisation<K extends keyof OrganisationDetails>(
  actor: Actor,
  id: OrganisationId,
  part: K,
  value: OrganisationDetails[K],
): Promise<Result<Organisation>> {
  return commit(actor, organisationTitles[part], async (draft) => {
    const organisations = await entriesOf(draft, actor, "organisations");
    const before = entryOf(organisations, id, "organisations");
    const given: Organisation = { ...before, [part]: value };
    const changed = { ...given, ...validNames(given) };
    const others = organisations.filter((one) => one.id !== id);
    refuseTakenNames("organisations", before, changed, others);
    await draft.put("organisations", changed);
    return changed;
  });
}

interface Names {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Names as they may be kept: none empty, no alias twice or the same as the name. */
function validNames({ name, aliases }: Names): Names {
  const kept: string[] = [];
  for (const alias of aliases.map(validName))
    if (![name, ...kept].some((one) => sameName(one, alias))) kept.push(alias);
  return { name: validName(name), aliases: kept };
}

/** Refuses names that are new to the entry and that another has. */
function refuseTakenNames(
  table: "speakers" | "organisations",
  before: Names,
  after: Names,
  others: readonly (Names & { readonly id: string })[],
): void {
  const had = [before.name, ...before.aliases];
  for (const name of [after.name, ...after.aliases])
    if (!had.some((one) => sameName(one, name))) refuseTaken(table, name, others);
}
