import { z } from "zod";
import { colourDistance, colourSchema } from "./colour.ts";
import { nameSchema } from "./name.ts";
import { idSchema, newId, type OrganisationId, type ProjectId, type TopicId } from "./id.ts";

/** An entry of the topic tree. */
export const topicSchema = z.object({
  id: idSchema<"topic">(),
  projectId: idSchema<"project">(),
  parentId: idSchema<"topic">().nullable(),
  name: nameSchema,
  colour: colourSchema,
  definition: z.string(),
  /** Words that speak of it: plain, or between slashes a regular expression (see `keyword.ts`). */
  keywords: z.array(z.string()).readonly(),
  /** A key of its own that gives it to the selection: one character, or empty. */
  shortcut: z.string().max(1).default(""),
  /** No longer offered; what has it keeps it. */
  archived: z.boolean().default(false),
  /** Place among the topics of the same parent, from 0; also its digit in the tag form. */
  position: z.number(),
});
export type Topic = Readonly<z.infer<typeof topicSchema>>;

/** A person or body that says things. */
export const speakerSchema = z.object({
  id: idSchema<"speaker">(),
  projectId: idSchema<"project">(),
  name: nameSchema,
  aliases: z.array(nameSchema).readonly(),
  role: z.string(),
  organisationId: idSchema<"organisation">().nullable(),
  colour: colourSchema,
  note: z.string(),
  archived: z.boolean().default(false),
});
export type Speaker = Readonly<z.infer<typeof speakerSchema>>;

/** A body that speakers belong to. */
export const organisationSchema = z.object({
  id: idSchema<"organisation">(),
  projectId: idSchema<"project">(),
  name: nameSchema,
  aliases: z.array(nameSchema).readonly().default([]),
  /** What kind of body it is: "government", "party", "company"; as the project needs it. */
  type: z.string().default(""),
  archived: z.boolean().default(false),
});
export type Organisation = Readonly<z.infer<typeof organisationSchema>>;

/** Who coded a statement. */
export const coderSchema = z.object({
  id: idSchema<"coder">(),
  projectId: idSchema<"project">(),
  name: nameSchema,
  colour: colourSchema,
});
export type Coder = Readonly<z.infer<typeof coderSchema>>;

/**
 * Colours for new entries, in the order they are given out. Found by search among those that can be
 * seen on both pages (`legible`): under full colour vision, deuteranopia and protanopia alike any two
 * differ by 0.07 in OKLab and neighbours by 0.15, mostly by their lightness.
 */
export const palette = [
  "#3f82f0",
  "#e25c26",
  "#46285a",
  "#4e63ae",
  "#8b3f03",
  "#69945f",
  "#5d496b",
  "#5446d5",
  "#7885ab",
  "#751e26",
  "#2a3c97",
  "#9b5763",
] as const;

/**
 * A colour for one more entry: among those of the palette that the fewest entries have, the one that
 * differs most from the colours it will stand beside; the first where there are none.
 */
export function nextColour(
  entries: Iterable<{ readonly colour: string }>,
  beside: readonly string[] = [],
): string {
  const used = new Map<string, number>();
  for (const { colour } of entries) used.set(colour, (used.get(colour) ?? 0) + 1);
  const fewest = Math.min(...palette.map((colour) => used.get(colour) ?? 0));
  const free = palette.filter((colour) => (used.get(colour) ?? 0) === fewest);
  const nearest = (colour: string) =>
    Math.min(...beside.map((other) => colourDistance(colour, other)));
  return free.reduce<string>(
    (best, colour) => (beside.length > 0 && nearest(colour) > nearest(best) ? colour : best),
    free[0] ?? palette[0],
  );
}

/** Colours for so many things that have none of their own and stand in this order, as entries get theirs. */
export function coloursFor(count: number): readonly string[] {
  const colours: string[] = [];
  for (let i = 0; i < count; i += 1)
    colours.push(
      nextColour(
        colours.map((colour) => ({ colour })),
        colours.slice(-2),
      ),
    );
  return colours;
}

/** A new topic, the last below its parent; coloured unlike the topics that it stands beside. */
export function newTopic(
  projectId: ProjectId,
  name: string,
  among: readonly Topic[],
  parentId: TopicId | null = null,
): Topic {
  const siblings = among
    .filter((topic) => topic.parentId === parentId)
    .toSorted((a, b) => a.position - b.position);
  const parent = among.filter((topic) => topic.id === parentId);
  const beside = [...parent, ...siblings.slice(-2)].map((topic) => topic.colour);
  return {
    id: newId(),
    projectId,
    parentId,
    name: nameSchema.parse(name),
    colour: nextColour(among, beside),
    definition: "",
    keywords: [],
    shortcut: "",
    archived: false,
    position: 1 + Math.max(-1, ...siblings.map((topic) => topic.position)),
  };
}

export function newSpeaker(projectId: ProjectId, name: string, among: Iterable<Speaker>): Speaker {
  return {
    id: newId(),
    projectId,
    name: nameSchema.parse(name),
    aliases: [],
    role: "",
    organisationId: null as OrganisationId | null,
    colour: nextColour(among),
    note: "",
    archived: false,
  };
}

export function newOrganisation(projectId: ProjectId, name: string): Organisation {
  return {
    id: newId(),
    projectId,
    name: nameSchema.parse(name),
    aliases: [],
    type: "",
    archived: false,
  };
}

/** The keys that the Read view uses itself, and what for; no topic can have them. */
const readKeys: Readonly<Record<string, string>> = {
  a: "adds a range",
  b: "moves the other edge of the selection",
  c: "corrects the text",
  d: "marks a statement to discuss",
  e: "edits a statement",
  h: "goes to the next keyword",
  i: "shows or hides keywords",
  j: "goes to the next statement",
  k: "goes to the previous statement",
  m: "moves a range",
  n: "goes to the next article",
  o: "tags every occurrence",
  p: "goes to the previous article",
  r: "tags the selection as the last one",
  s: "goes to the next suggestion",
  t: "tags the selection or the sentence",
  u: "goes to the next sentence without a statement",
  x: "rejects a suggestion",
};

/**
 * What is wrong with a shortcut for the topic `id`, in words that end a sentence; null when it may be
 * had. One character, in either case the same; empty for none.
 */
export function shortcutFault(
  shortcut: string,
  id: TopicId,
  topics: readonly Pick<Topic, "id" | "name" | "shortcut">[],
): string | null {
  if (shortcut === "") return null;
  const key = shortcut.toLowerCase();
  if (!/^\S$/u.test(key)) return "must be one character";
  if (/^\d$/.test(key)) return "gives the topic of that place, from the first on";
  const use = readKeys[key];
  if (use !== undefined) return `${use} in the Read view`;
  if (!/^[\p{L}]$/u.test(key)) return "is not a letter; signs are for the program’s own commands";
  const other = topics.find((topic) => topic.id !== id && topic.shortcut.toLowerCase() === key);
  return other ? `belongs to “${other.name}”` : null;
}
