import type { CoderId, FieldId, SpeakerId, TopicId } from "../../model/id.ts";
import { quotations } from "../../model/quotation.ts";
import type { NamedRecoding } from "../../model/recoding.ts";
import type { Stance } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { named, type Entry } from "../parts/entry.ts";
import { fieldValue } from "../parts/fieldInput.tsx";

/** What can be done to many statements at once, as the dialog names it. */
export const recodings = {
  "replace topic": "Replace a topic by another",
  "add topic": "Add a topic",
  "remove topic": "Remove a topic",
  "replace speaker": "Replace a speaker by another",
  "add speaker": "Add a speaker",
  "remove speaker": "Remove a speaker",
  "set organisation": "Set the organisation of speakers",
  "set stance": "Set the stance",
  "set quotation": "Set the quotation",
  "set to discuss": "Mark to discuss, or not",
  "set field": "Set a field",
  "set coder": "Give to another coder",
} as const satisfies Partial<Record<NamedRecoding["do"] | "set organisation", string>>;
export type RecodingKind = keyof typeof recodings;

/** What the dialog holds; each kind of recoding reads what it needs. */
export interface RecodeForm {
  readonly kind: RecodingKind;
  /** The topic or speaker that is there now. */
  readonly from: string;
  /** The topic, speaker or organisation that is to be there, or one to be made. */
  readonly entry: Entry | null;
  /** A quotation, a coder, a field's id, yes or no. */
  readonly to: string;
  readonly stance: Stance;
  /** A field's value as it is typed. */
  readonly value: string;
}

export const emptyForm: RecodeForm = {
  kind: "replace topic",
  from: "",
  entry: null,
  to: "",
  stance: "not set",
  value: "",
};

/**
 * The form as a recoding; null while something is missing, or where it is none of statements. Ids are
 * those that its lists offered.
 */
export function recodingOf(live: LiveProject, form: RecodeForm): NamedRecoding | null {
  const { kind, from, entry, to, stance } = form;
  switch (kind) {
    case "replace topic":
      return from && entry ? { do: kind, from: from as TopicId, to: named<TopicId>(entry) } : null;
    case "add topic":
      return entry && { do: kind, topic: named<TopicId>(entry), stance };
    case "remove topic":
      return from ? { do: kind, topic: from as TopicId } : null;
    case "replace speaker":
      return from && entry
        ? { do: kind, from: from as SpeakerId, to: named<SpeakerId>(entry) }
        : null;
    case "add speaker":
      return entry && { do: kind, speaker: named<SpeakerId>(entry) };
    case "remove speaker":
      return from ? { do: kind, speaker: from as SpeakerId } : null;
    case "set organisation":
      return null;
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
