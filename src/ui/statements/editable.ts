import type { Field } from "../../model/field.ts";
import type { LiveProject } from "../../store/liveProject.ts";

const editable = new Set([
  "speaker",
  "organisation",
  "topic",
  "stance",
  "quotation",
  "note",
  "discuss",
  "coder",
]);

/** Whether a column's cells can be changed where they stand: what belongs to the statement itself, or to its speakers. */
export function isEditable(live: LiveProject, attributeId: string): boolean {
  const field = fieldOf(live, attributeId);
  return editable.has(attributeId) || (field?.on === "statement" && !field.archived);
}

/** The project's own field behind an attribute. */
export function fieldOf(live: LiveProject, attributeId: string): Field | undefined {
  return live.get("fields", attributeId.replace(/^field-/, ""));
}
