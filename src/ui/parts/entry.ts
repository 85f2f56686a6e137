import { type Organisation, type Speaker, type Topic } from "../../model/codebook.ts";
import { folded, sameName } from "../../model/name.ts";
import type { Named } from "../../model/named.ts";

/** An entry of the codebook as a field offers it, or one that is to be made under this name. */
export interface Entry {
  /** Its id, or its name while it has none: tells entries apart. */
  readonly key: string;
  readonly made: boolean;
  readonly name: string;
  /** Other names it is found by. */
  readonly aliases: readonly string[];
  /** What tells it from others of the same name: a role, an organisation, a definition. */
  readonly hint: string;
  readonly colour: string;
  /** Of a speaker that is still to be made, as far as the article gives them. */
  readonly role?: string;
  readonly organisation?: string;
}

export function speakerEntry(speaker: Speaker, organisation: Organisation | undefined): Entry {
  return {
    key: speaker.id,
    made: true,
    name: speaker.name,
    aliases: speaker.aliases,
    hint: [speaker.role, organisation?.name].filter(Boolean).join(", "),
    colour: speaker.colour,
  };
}

export function topicEntry(topic: Topic): Entry {
  return {
    key: topic.id,
    made: true,
    name: topic.name,
    aliases: topic.keywords,
    hint: topic.definition,
    colour: topic.colour,
  };
}

/** Organisations and fields have no colour of their own; where one is asked for, they are grey. */
export const plainColour = "#6b665b";

export function organisationEntry({ id, name, aliases, type }: Organisation): Entry {
  return { key: id, made: true, name, aliases, hint: type, colour: plainColour };
}

export function newEntry(name: string, colour: string): Entry {
  return { key: name, made: false, name: name.trim(), aliases: [], hint: "", colour };
}

/** The entry as a store action takes it. */
export function named<Id extends string>(entry: Entry): Named<Id> {
  if (entry.made) return { id: entry.key as Id }; // the key of a made entry is its id
  const { name, role = "", organisation = "" } = entry;
  return { name, role, organisation };
}

/** Whether a word of one of its names begins with what was typed; all names begin with nothing. */
export function matches(entry: Entry, typed: string): boolean {
  const sought = folded(typed);
  return [entry.name, ...entry.aliases].some((name) => (" " + folded(name)).includes(" " + sought));
}

/** Whether an entry already has exactly this name. */
export function taken(entries: readonly Entry[], name: string): boolean {
  return entries.some((entry) => [entry.name, ...entry.aliases].some((n) => sameName(n, name)));
}
