import { z } from "zod";
import { nameSchema } from "./name.ts";
import { idSchema, newId, type OrganisationId, type ProjectId } from "./id.ts";

/** `#rrggbb`, lower case. */
const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/, "expected a colour as #rrggbb");

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
 * Colours for new entries, in the order they are given out. Chosen so that neighbours differ in
 * lightness as well as hue, for colour-blind readers (after Okabe and Ito), and each has at least
 * 4.5 : 1 against the light page; the dark page lightens them.
 */
export const palette = [
  "#c2410c",
  "#0f766e",
  "#1d4ed8",
  "#7e22ce",
  "#a16207",
  "#be185d",
  "#15803d",
  "#0e7490",
  "#4338ca",
  "#b91c1c",
  "#4d7c0f",
  "#475569",
] as const;

/** The first colour of the palette that the fewest entries have. */
export function nextColour(entries: Iterable<{ readonly colour: string }>): string {
  const used = new Map<string, number>();
  for (const { colour } of entries) used.set(colour, (used.get(colour) ?? 0) + 1);
  const fewest = Math.min(...palette.map((colour) => used.get(colour) ?? 0));
  return palette.find((colour) => (used.get(colour) ?? 0) === fewest) ?? palette[0];
}

/** A new topic at the end of the top level. */
export function newTopic(projectId: ProjectId, name: string, among: readonly Topic[]): Topic {
  const top = among.filter((topic) => topic.parentId === null);
  return {
    id: newId(),
    projectId,
    parentId: null,
    name: nameSchema.parse(name),
    colour: nextColour(among),
    definition: "",
    keywords: [],
    shortcut: "",
    archived: false,
    position: 1 + Math.max(-1, ...top.map((topic) => topic.position)),
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
