/** Small classes of English words that the features look at. Written by hand for this project. */

const classes = {
  relative: "which who whom whose where",
  subordinate:
    "as while after before when although though because since if unless until amid whereas despite following",
  coordinate: "and but or nor yet so",
  that: "that",
  to: "to",
  whether: "whether if how why what when where",
  article: "the a an this these those each every both some many several most all no any",
  possessive: "his her its their my our your",
  he: "he",
  she: "she",
  they: "they it",
  first: "i we us me",
  second: "you",
  modal:
    "will would should must can could may might shall cannot won't wouldn't shouldn't can't couldn't 'll 'd",
  be: "is are was were be been being am 's 're isn't aren't wasn't weren't",
  have: "has have had having hasn't haven't hadn't 've",
  do: "do does did don't doesn't didn't",
  negation: "not never n't neither nor",
  preposition:
    "of in on at by for from with about into over under against between during without within through across towards toward upon",
  adverb:
    "also then further later earlier again repeatedly once only just still already now however meanwhile instead",
  day: "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow",
  month:
    "january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.",
  joint: "both sides parties two ministers leaders officials",
  according: "according",
} as const;

export type WordClass = keyof typeof classes;

function table(): ReadonlyMap<string, WordClass> {
  const all = new Map<string, WordClass>();
  let name: WordClass;
  for (name in classes)
    for (const word of classes[name].split(" ")) if (!all.has(word)) all.set(word, name);
  return all;
}

/** A word in lower case to its class. */
export const wordClass: ReadonlyMap<string, WordClass> = table();
