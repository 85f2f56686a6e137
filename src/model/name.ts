import { z } from "zod";

/** A name is what a person reads: trimmed, never empty. */
export const nameSchema = z.string().trim().min(1, "a name must not be empty");

/** How names are compared: without case, and runs of white space as one. */
export function sameName(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

/** A name as it is compared. */
export function folded(name: string): string {
  return name.trim().replaceAll(/\s+/gu, " ").toLocaleLowerCase("en");
}
