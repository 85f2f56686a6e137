import { z } from "zod";
import { nameSchema } from "./codebook.ts";
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
