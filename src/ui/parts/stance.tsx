import { CircleDashed, Minus, ThumbsDown, ThumbsUp } from "lucide-react";
import type { Stance } from "../../model/statement.ts";

const signs = {
  supports: ThumbsUp,
  opposes: ThumbsDown,
  neutral: Minus,
  "not set": CircleDashed,
} as const satisfies Record<Stance, unknown>;

export const stanceNames: Readonly<Record<Stance, string>> = {
  supports: "Supports",
  opposes: "Opposes",
  neutral: "Neutral",
  "not set": "Not set",
};

/** A stance as a sign beside words that say it. */
export function StanceSign({ stance }: { readonly stance: Stance }) {
  const Sign = signs[stance];
  return <Sign size={12} aria-hidden className="stance-sign" />;
}
