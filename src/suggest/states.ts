/**
 * The states of the chain: what a token is to the statement that it belongs to. They know the order of
 * source, cue and content, so that the chain remembers what is still to come: after the cue its
 * content, after content that came first its cue.
 */
export const states = [
  "outside",
  /** Who says it, before the content. */
  "source",
  /** Between source and cue: *Wang,* who arrived on Monday, *said*. */
  "sourceToCue",
  "cue",
  /** Between cue and content: *told* reporters that *…*. */
  "cueToContent",
  /** Content that its cue or source introduces. */
  "content",
  /** Content whose cue or source comes after. */
  "fronted",
  /** Between fronted content, its cue and its source. */
  "frontedToCue",
  "lateSource",
  "lateCue",
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
  content: 5,
  fronted: 6,
  frontedToCue: 7,
  lateSource: 8,
  lateCue: 9,
  resumed: 10,
  continued: 11,
  uncued: 12,
};

/** One bit a state: a set of states as a number. */
export type StateSet = number;

export function setOf(...names: readonly State[]): StateSet {
  return names.reduce((set, name) => set | (1 << place[name]), 0);
}

export const everyState: StateSet = (1 << stateCount) - 1;
export const contentStates: StateSet = setOf("content", "fronted", "resumed", "continued", "uncued");
export const otherStates: StateSet = everyState & ~contentStates;
export const gapStates: StateSet = setOf("outside", "source", "sourceToCue", "cueToContent", "frontedToCue", "lateSource");

export function holds(set: StateSet, state: number): boolean {
  return ((set >> state) & 1) === 1;
}

/** What may follow what; everything else never happens. */
const followers: Readonly<Record<State, readonly State[]>> = {
  outside: ["outside", "source", "cue", "fronted", "resumed", "continued", "uncued"],
  source: ["source", "sourceToCue", "cue", "cueToContent", "content"],
  sourceToCue: ["sourceToCue", "cue", "source"],
  cue: ["cue", "cueToContent", "source", "content"],
  cueToContent: ["cueToContent", "content", "source", "cue"],
  content: ["content", "outside", "source", "cue", "fronted", "resumed", "continued", "uncued"],
  fronted: ["fronted", "frontedToCue", "lateSource", "lateCue"],
  frontedToCue: ["frontedToCue", "lateSource", "lateCue"],
  lateSource: ["lateSource", "frontedToCue", "lateCue", "outside", "resumed", "source", "cue", "fronted", "continued", "uncued"],
  lateCue: ["lateCue", "frontedToCue", "lateSource", "outside", "resumed", "source", "cue", "fronted", "continued", "uncued"],
  resumed: ["resumed", "outside", "source", "cue", "fronted", "continued", "uncued"],
  continued: ["continued", "outside", "source", "cue", "fronted", "uncued", "resumed"],
  uncued: ["uncued", "outside", "source", "cue", "fronted", "continued", "resumed"],
};

/** State to the set of what may follow it. */
export const follows: readonly StateSet[] = states.map((state) => setOf(...followers[state]));

/** The states that a text may end in. */
export const endings: StateSet = setOf("outside", "content", "lateSource", "lateCue", "resumed", "continued", "uncued");

/** Changes to `outside`, in place, what the order of states forbids, so that the path can be learnt from. */
export function repair(path: Uint8Array): Uint8Array {
  const change = (from: number, step: number, to: number) => {
    const state = path[from];
    for (let i = from; i >= 0 && i < path.length && path[i] === state; i += step) path[i] = to;
  };
  for (let round = 0; round < 8; round += 1) {
    let changed = false;
    for (let i = 0; i <= path.length; i += 1) {
      const before = i === 0 ? place.outside : (path[i - 1] ?? 0);
      const after = i === path.length ? null : (path[i] ?? 0);
      if (after === null ? holds(endings, before) : holds(follows[before] ?? 0, after)) continue;
      changed = true;
      // Content without what should stand beside it is speech without a cue; a lone source is nothing.
      if (before === place.fronted) change(i - 1, -1, place.continued);
      else if (before === place.cue || before === place.source || before === place.sourceToCue || before === place.cueToContent || before === place.frontedToCue)
        change(i - 1, -1, place.outside);
      else if (after === place.content) change(i, 1, place.continued);
      else if (after !== null) change(i, 1, place.outside);
    }
    if (!changed) break;
  }
  return path;
}
