import type { CoderId, FieldId, SpeakerId, TopicId } from "../../model/id.ts";
import { quotations } from "../../model/quotation.ts";
import type { Recoding } from "../../model/recoding.ts";
import type { Stance } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { fieldValue } from "../parts/fieldInput.tsx";

/** What can be done to many statements at once, as the dialog names it. */
export const recodings = {
  "replace topic": "Replace a topic by another",
  "add topic": "Add a topic",
  "remove topic": "Remove a topic",
  "replace speaker": "Replace a speaker by another",
  "add speaker": "Add a speaker",
  "remove speaker": "Remove a speaker",
  "set stance": "Set the stance",
  "set quotation": "Set the quotation",
  "set to discuss": "Mark to discuss, or not",
  "set field": "Set a field",
  "set coder": "Give to another coder",
} as const satisfies Partial<Record<Recoding["do"], string>>;
export type RecodingKind = keyof typeof recodings;

/** What the dialog holds; each kind of recoding reads what it needs. */
export interface RecodeForm {
  readonly kind: RecodingKind;
  /** The topic or speaker that is there now. */
  readonly from: string;
  /** The one that is to be there; a quotation, a coder, a field's id, yes or no. */
  readonly to: string;
  readonly stance: Stance;
  /** A field's value as it is typed. */
  readonly value: string;
}

export const emptyForm: RecodeForm = {
  kind: "replace topic",
  from: "",
  to: "",
  stance: "not set",
  value: "",
};

/** The form as a recoding; null while something is missing. Ids are those that its lists offered. */
export function recodingOf(live: LiveProject, form: RecodeForm): Recoding | null {
  const { kind, from, to, stance } = form;
  switch (kind) {
    case "replace topic":
      return from && to ? { do: kind, from: from as TopicId, to: to as TopicId } : null;
    case "add topic":
      return to ? { do: kind, topic: to as TopicId, stance } : null;
    case "remove topic":
      return from ? { do: kind, topic: from as TopicId } : null;
    case "replace speaker":
      return from && to ? { do: kind, from: from as SpeakerId, to: to as SpeakerId } : null;
    case "add speaker":
      return to ? { do: kind, speaker: to as SpeakerId } : null;
    case "remove speaker":
      return from ? { do: kind, speaker: from as SpeakerId } : null;
    case "set stance":
      return { do: kind, topic: from ? (from as TopicId) : null, stance };
    case "set quotation": {
      const quotation = quotations.find((candidate) => candidate === to);
      return quotation ? { do: kind, quotation } : null;
    }
    case "set to discuss":
      return to ? { do: kind, toDiscuss: to === "yes" } : null;
    case "set coder":
      return to ? { do: kind, coder: to as CoderId } : null;
    case "set field": {
      const field = live.get("fields", to);
      const value = field && fieldValue(field, form.value);
      return value === undefined ? null : { do: kind, field: to as FieldId, value };
    }
  }
}
