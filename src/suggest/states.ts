/**
 * The states of the chain: what a token is to the statement that it belongs to. They know the order of
 * source, cue and content, so that the chain remembers what is still to come: after the cue its
 * content, after content that came first its cue.
 */
export const states = [
  "outside",
  /** Who says it, before the content. */
  "source",
  /** Between source and cue: *Hall,* who arrived on Monday, *said*. */
  "sourceToCue",
  "cue",
  /** Between cue and content: *told* reporters that *…*. */
  "cueToContent",
  /** Who says it, after the cue and before the content: according to *the ministry*, … */
  "innerSource",
  /** Content that its cue or source introduces. */
  "content",
  /** Content whose cue or source comes after. */
  "fronted",
  /** Between fronted content, its cue and its source. */
  "frontedToCue",
  /** After fronted content, before its cue: “…,” *he* said. */
  "lateSource",
  "lateCue",
  /** After both: “…,” said *the minister*. */
  "lastSource",
  /** Content that goes on after the cue that split it. */
  "resumed",
  /** Speech that runs on without a cue. */
  "continued",
  /** A quotation without a cue of its own. */
  "uncued",
] as const;
export type State = (typeof states)[number];

export const stateCount = states.length;

/** A state to its place in `states`. */
export const place: Readonly<Record<State, number>> = {
  outside: 0,
  source: 1,
  sourceToCue: 2,
  cue: 3,
  cueToContent: 4,
  innerSource: 5,
  content: 6,
  fronted: 7,
  frontedToCue: 8,
  lateSource: 9,
  lateCue: 10,
  lastSource: 11,
  resumed: 12,
  continued: 13,
  uncued: 14,
};

/**
 * What a feature has weights for: each state, and what states have in common. Whether a word is
 * content at all is learnt from fronted, resumed and continued content together.
 */
export const columnCount = stateCount + 3;

/** State to the column that it shares, 0 for none. */
export const sharedColumn: readonly number[] = states.map((state) => {
  if (/^(?:content|fronted|resumed|continued|uncued)$/u.test(state)) return stateCount;
  if (/^(?:source|innerSource|lateSource|lastSource)$/u.test(state)) return stateCount + 1;
  return /^(?:cue|lateCue)$/u.test(state) ? stateCount + 2 : 0;
});

/** One bit a state: a set of states as a number. */
export type StateSet = number;

export function setOf(...names: readonly State[]): StateSet {
  return names.reduce((set, name) => set | (1 << place[name]), 0);
}

export const everyState: StateSet = (1 << stateCount) - 1;
export const contentStates: StateSet = setOf(
  "content",
  "fronted",
  "resumed",
  "continued",
  "uncued",
);
export const sourceStates: StateSet = setOf("source", "innerSource", "lateSource", "lastSource");
export const otherStates: StateSet = everyState & ~contentStates;
export function holds(set: StateSet, state: number): boolean {
  return ((set >> state) & 1) === 1;
}

/** What may follow what; everything else never happens. */
const followers: Readonly<Record<State, readonly State[]>> = {
  outside: ["outside", "source", "cue", "fronted", "resumed", "continued", "uncued"],
  source: ["source", "sourceToCue", "cue"],
  sourceToCue: ["sourceToCue", "cue"],
  cue: ["cue", "cueToContent", "innerSource", "content"],
  cueToContent: ["cueToContent", "innerSource", "cue", "content"],
  innerSource: ["innerSource", "cueToContent", "cue", "content"],
  content: ["content", "outside", "source", "cue", "fronted", "resumed", "continued", "uncued"],
  fronted: ["fronted", "frontedToCue", "lateSource", "lateCue"],
  frontedToCue: ["frontedToCue", "lateSource", "lateCue", "lastSource"],
  lateSource: ["lateSource", "frontedToCue", "lateCue"],
  lateCue: [
    "lateCue",
    "frontedToCue",
    "lastSource",
    "outside",
    "resumed",
    "source",
    "cue",
    "fronted",
    "continued",
    "uncued",
  ],
  lastSource: [
    "lastSource",
    "outside",
    "resumed",
    "source",
    "cue",
    "fronted",
    "continued",
    "uncued",
  ],
  resumed: ["resumed", "outside", "source", "cue", "fronted", "continued", "uncued"],
  continued: ["continued", "outside", "source", "cue", "fronted", "uncued", "resumed"],
  uncued: ["uncued", "outside", "source", "cue", "fronted", "continued", "resumed"],
};

/** State to the set of what may follow it. */
const follows: readonly StateSet[] = states.map((state) => setOf(...followers[state]));

/** What may follow what where a sentence ends outside quotation marks: statements begin and end there. */
const followersAtBreak: Readonly<Partial<Record<State, readonly State[]>>> = {
  fronted: ["lateSource", "lateCue", "frontedToCue"],
};
const complete = [
  "outside",
  "content",
  "lateCue",
  "lastSource",
  "resumed",
  "continued",
  "uncued",
] as const;
const beginnings = [
  "outside",
  "source",
  "cue",
  "fronted",
  "resumed",
  "continued",
  "uncued",
] as const;

const followsAtBreak: readonly StateSet[] = states.map((state) =>
  complete.some((one) => one === state)
    ? setOf(...beginnings)
    : setOf(...(followersAtBreak[state] ?? [])),
);

/** How freely the state may change before a token. */
export const hinge = {
  free: 0,
  /** A sentence begins, and no quotation runs over from the one before. */
  sentence: 1,
  /** Both tokens stand in the same quotation: the state stays. */
  quotation: 2,
  /** A sentence begins after a colon: what was announced may follow. */
  colon: 3,
} as const;

/** State to the set of what may follow it at a hinge. */
export function followersAt(kind: number, state: number): StateSet {
  if (kind === hinge.quotation) return 1 << state;
  if (kind === hinge.colon && (state === place.cue || state === place.cueToContent))
    return setOf("content");
  return (kind === hinge.free ? follows : followsAtBreak)[state] ?? 0;
}

/** The states that a text may end in. */
export const endings: StateSet = setOf(
  "outside",
  "content",
  "lateCue",
  "lastSource",
  "resumed",
  "continued",
  "uncued",
);

/** Changes to `outside`, in place, what the order of states forbids, so that the path can be learnt from. */
export function repair(path: Uint8Array, hinges: Uint8Array): Uint8Array {
  const change = (from: number, step: number, to: number) => {
    const state = path[from];
    for (let i = from; i >= 0 && i < path.length && path[i] === state; i += step) path[i] = to;
  };
  for (let round = 0; round < 8; round += 1) {
    let changed = false;
    for (let i = 0; i <= path.length; i += 1) {
      const before = i === 0 ? place.outside : (path[i - 1] ?? 0);
      const after = i === path.length ? null : (path[i] ?? 0);
      if (
        after === null
          ? holds(endings, before)
          : holds(
              followersAt(
                hinges[i] === hinge.quotation ? hinge.free : (hinges[i] ?? hinge.free),
                before,
              ),
              after,
            )
      )
        continue;
      changed = true;
      // Content without what should stand beside it is speech without a cue; a lone source is nothing.
      if (before === after)
        change(i, 1, before === place.fronted ? place.continued : place.resumed);
      else if (before === place.fronted) change(i - 1, -1, place.continued);
      else if (
        before === place.cue ||
        before === place.source ||
        before === place.sourceToCue ||
        before === place.cueToContent ||
        before === place.innerSource ||
        before === place.frontedToCue ||
        before === place.lateSource
      )
        change(i - 1, -1, place.outside);
      else if (after === place.content) change(i, 1, place.continued);
      else if (after !== null) change(i, 1, place.outside);
    }
    if (!changed) break;
  }
  return path;
}
