import { useSyncExternalStore } from "react";
import { z } from "zod";
import { defaultConfidence } from "../suggest/defaultConfidence.ts";
import { articleOrders } from "./read/articleOrder.ts";

/** What the person at this device prefers; not part of any project. */
const preferencesSchema = z.object({
  theme: z.enum(["system", "light", "dark"]).catch("system"),
  /** What the statements of Read are coloured by; `field-ID` is a project's own field. */
  colourBy: z
    .union([
      z.enum(["topic", "speaker", "stance", "quotation", "coder", "none"]),
      z.templateLiteral(["field-", z.string()]),
    ])
    .catch("topic"),
  articleOrder: z.enum(articleOrders).catch("newest first"),
  /** Size of the article text, in pixels; the interface has its own. */
  textSize: z.int().min(14).max(28).catch(18),
  /** Width of the article text, in characters. */
  measure: z.enum(["narrow", "normal", "wide"]).catch("normal"),
  /** Whether statements are proposed, and their speakers and topics with them. */
  suggest: z.boolean().catch(true),
  suggestSpeakers: z.boolean().catch(true),
  suggestTopics: z.boolean().catch(true),
  /** The least confidence at which a statement is proposed, 0 to 1. */
  least: z.number().min(0).max(1).catch(defaultConfidence),
  /** Whether keywords of topics and names of speakers are marked in the text. */
  hits: z.boolean().catch(false),
  /** Whether the project's own fields stand open in the tag form before one is filled in. */
  formFields: z.boolean().catch(false),
  /** Columns of the Statements view in their order; those not named stand after them as they come. */
  statementColumns: z
    .array(
      z
        .object({
          id: z.string(),
          shown: z.boolean(),
          width: z.number(),
          /** The field was archived when this was chosen. */
          archived: z.boolean().optional(),
        })
        .readonly(),
    )
    .readonly()
    .catch([]),
  /** How many of its columns stay where they are when the table is scrolled sideways. */
  frozenColumns: z.int().min(0).catch(1),
  /** The coder that this device codes as, by project. */
  coders: z.record(z.string(), z.string()).catch({}),
  /** The projects in which only one's own statements are seen. */
  blind: z.array(z.string()).catch([]),
});
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;
export type ColourBy = Preferences["colourBy"];

const key = "verbatim.preferences";
const listeners = new Set<() => void>();
const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");
let current = read();
apply(current);
systemIsDark.addEventListener("change", () => apply(current));

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}

export function prefer(changes: Partial<Preferences>): void {
  current = { ...current, ...changes };
  localStorage.setItem(key, JSON.stringify(current));
  apply(current);
  for (const listener of listeners) listener();
}

function read(): Preferences {
  let kept: unknown = {};
  try {
    kept = JSON.parse(localStorage.getItem(key) ?? "{}");
  } catch {
    // Damaged by hand or by another program: the defaults serve.
  }
  return preferencesSchema.catch(preferencesSchema.parse({})).parse(kept);
}

/** The theme is said in the document, so that the style sheet knows two cases, not three. */
function apply({ theme }: Preferences): void {
  const system = systemIsDark.matches ? "dark" : "light";
  document.documentElement.dataset.theme = theme === "system" ? system : theme;
}

function subscribe(listener: () => void): () => void {
  const otherTab = (event: StorageEvent) => {
    if (event.key !== key) return;
    current = read();
    apply(current);
    listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", otherTab);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", otherTab);
  };
}
