import type { CheckId } from "../../model/query/checks.ts";

/** The checks in the words of the interface: what each finds, and why that matters. */
export const checkNames: Readonly<
  Record<CheckId, { readonly label: string; readonly why: string }>
> = {
  lost: {
    label: "Words no longer in the text",
    why: "The text was corrected, and none of their words is left in it: place them again in the article, or remove them. Until then they still count, by their old words.",
  },
  misplaced: {
    label: "Words not where they were marked",
    why: "The article text has other words at this place, so the quote cannot be trusted.",
  },
  "no speaker": { label: "No speaker", why: "Nobody is said to have said it." },
  "no topic": { label: "No topic", why: "It counts in no table by topic." },
  "stance not set": {
    label: "Stance not set",
    why: "Nobody has decided yet whether it supports, opposes or is neutral.",
  },
  "no organisation": {
    label: "Speaker without organisation",
    why: "It is missing from all that is counted by organisation.",
  },
  twice: {
    label: "Same passage twice",
    why: "Two statements have the same words, a speaker and a topic in common: one counts double.",
  },
  "same text": {
    label: "Same text in several articles",
    why: "An agency’s copy that two papers printed counts once for each.",
  },
};
