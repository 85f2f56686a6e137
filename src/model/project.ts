import { z } from "zod";
import { nameSchema } from "./name.ts";
import { idSchema } from "./id.ts";
import { instantSchema } from "./instant.ts";

/** A body of articles with one codebook; the unit of backup and exchange. */
export const projectSchema = z.object({
  id: idSchema<"project">(),
  name: nameSchema,
  createdAt: instantSchema,
  /** When it was removed from the list of projects; it can be brought back until it is deleted. */
  removedAt: instantSchema.nullable(),
});
export type Project = Readonly<z.infer<typeof projectSchema>>;

/** What the Statements view shows, and how, that was given a name. */
export const viewSchema = z.object({
  id: idSchema<"view">(),
  projectId: idSchema<"project">(),
  name: nameSchema,
  /**
   * The part of the address that says what is shown, and how. Views of before they kept the columns
   * say nothing of them.
   */
  filter: z.record(z.string(), z.string()).readonly(),
});
export type NamedView = Readonly<z.infer<typeof viewSchema>>;

/** A moment of the history that was given a name. */
export const pointSchema = z.object({
  id: idSchema<"point">(),
  projectId: idSchema<"project">(),
  name: nameSchema,
  /** The last change before it. */
  changeId: idSchema<"change">(),
  createdAt: instantSchema,
});
export type Point = Readonly<z.infer<typeof pointSchema>>;
