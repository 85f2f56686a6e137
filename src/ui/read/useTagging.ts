import { useState } from "react";
import type { Article } from "../../model/article.ts";
import type { StatementId } from "../../model/id.ts";
import type { Range } from "../../model/range.ts";
import type { Statement } from "../../model/statement.ts";
import { movedEdge, type Stride } from "../../model/edge.ts";
import { sentenceAt } from "../../model/sentence.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import {
  deleteStatements,
  editStatement,
  moveRanges,
  placeAgain,
  setToDiscuss,
  tagStatement,
  type Tagging,
} from "../../store/statements.ts";
import type { Actor } from "../../store/store.ts";
import { undo } from "../../store/undo.ts";
import type { Entry } from "../parts/entry.ts";
import { notice, orNotice } from "../parts/notices.tsx";
import {
  emptyValue,
  labelsOf,
  taggingOf,
  valueOf,
  withTopics,
  type FormValue,
  type Likely,
} from "./formValue.ts";
import type { ReaderHandle } from "./useReader.ts";
import { sameAlready, type Same } from "./sameAlready.ts";
import { useSelected } from "./useSelected.ts";
import { moving, pickedRanges, placing, reading, type Work } from "./work.ts";

/** How far an edge goes, and which way. */
interface Step {
  readonly stride: Stride;
  readonly by: 1 | -1;
}

interface TaggingInput {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly article: Article;
  /** The article text. */
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly active: Statement | null;
  readonly onActivate: (id: StatementId | null) => void;
  /** The form for newly selected words, filled in with what is likely. */
  readonly likely: (range: Range) => Likely;
  /** There as soon as the text is on the screen. */
  readonly handle: () => ReaderHandle | null;
}

/** What is being done to the statements of the article on the screen, and what can be done. */
export function useTagging(input: TaggingInput) {
  const { live, actor, article, text, statements, active, onActivate } = input;
  const [work, setWork] = useState<Work>(reading);
  const [last, setLast] = useState<Pick<FormValue, "speakers" | "topics"> | null>(null);
  const reader = () => input.handle()?.reader;

  const selection = useSelected(text, reader);
  const { selected, select } = selection;

  const backToText = (range?: Range) => {
    setWork(reading);
    if (range) select(range);
    reader()?.focus();
  };
  const goTo = (statement: Statement) => {
    onActivate(statement.id);
    const range = statement.ranges[0];
    if (range) selection.stand(range);
  };
  const edit = (statement: Statement) => {
    goTo(statement);
    const { ranges } = statement;
    setWork({ kind: "form", statement, ranges, value: valueOf(live, statement) });
  };
  const pickFor = (moved: Parameters<typeof moving>[0], step?: Step) => {
    const { work: next, range } = moving(moved, reader()?.caret ?? null);
    setWork(next);
    select((step && movedEdge(text, range, "end", step.stride, step.by)) ?? range);
    reader()?.focus();
  };
  const tag = (range: Range) =>
    setWork({
      kind: "form",
      statement: null,
      ranges: [range],
      ...input.likely(range),
    });

  const tagged = (value: FormValue, ranges: readonly Range[]): Tagging => ({
    ...taggingOf(live, value, ranges),
    textId: article.textId,
  });

  /** Saves the words that are selected with these labels, without a form. */
  const tagAtOnce = async (labels: Pick<FormValue, "speakers" | "topics">) => {
    if (!selected) return;
    const value = { ...emptyValue(text, [selected]), ...labels };
    if (sameAlready(statements, null, [selected], value)) {
      // The form warns of it, and offers what to do instead.
      setWork({ kind: "form", statement: null, ranges: [selected], value });
      return;
    }
    const saved = await orNotice(tagStatement(actor, article.id, tagged(value, [selected])));
    if (!saved) return;
    onActivate(saved.id);
    backToText({ start: selected.end, end: selected.end });
  };

  return {
    work,
    selected,
    last,
    /** The reader's word of a new selection. */
    onSelect: (range: Range | null, finished: boolean) => {
      selection.told(range);
      if (work.kind === "reading" && range && finished) tag(range);
    },
    /** Opens the form for the selection, else for what is not marked yet of the sentence at the caret. */
    tag: () => {
      const marked = statements.flatMap(({ ranges }) => ranges);
      const range = selected ?? sentenceAt(text, reader()?.caret ?? 0, marked);
      if (range) tag(range);
    },
    tagAsLast: () => last && void tagAtOnce(last),

    /** Gives a topic to the selection, or gives it to or takes it from the chosen statement. */
    giveTopic: async (entry: Entry) => {
      if (selected) return tagAtOnce({ speakers: [], topics: withTopics([], [entry]) });
      if (!active) return undefined;
      const value = valueOf(live, active);
      const has = value.topics.some((topic) => topic.entry.key === entry.key);
      const kept = value.topics.map((topic) => topic.entry).filter(({ key }) => key !== entry.key);
      const topics = withTopics(value.topics, has ? kept : [...kept, entry]);
      const tagging = tagged({ ...value, topics }, active.ranges);
      const saved = await orNotice(editStatement(actor, active.id, tagging));
      if (saved) setLast(labelsOf(live, saved));
      return undefined;
    },

    save: async (value: FormValue) => {
      if (work.kind !== "form") return;
      const tagging = tagged(value, work.ranges);
      const saved = await orNotice(
        work.statement
          ? editStatement(actor, work.statement.id, tagging)
          : tagStatement(actor, article.id, tagging, value.from),
      );
      if (!saved) return;
      setLast(labelsOf(live, saved));
      onActivate(saved.id);
      const end = saved.ranges.at(-1)?.end ?? 0;
      backToText({ start: end, end });
      work.saved?.();
    },
    /** Adds the words of the form to a statement that is there, instead of making another. */
    extend: async ({ statement, whole }: Same) => {
      if (work.kind !== "form") return;
      if (whole) {
        edit(statement);
        return;
      }
      const ranges = [...statement.ranges, ...work.ranges];
      if (!(await orNotice(moveRanges(actor, statement.id, ranges)))) return;
      onActivate(statement.id);
      backToText();
    },
    cancel: (restore: boolean) => {
      if (work.kind === "form" && restore) backToText(work.ranges.at(-1));
      else if (work.kind === "picking") backToText();
      else if (work.kind === "reading") onActivate(null);
      else setWork(reading);
    },

    /** Lets more words be picked for the statement of the form. */
    addRangeToForm: (value: FormValue) => {
      if (work.kind !== "form") return;
      setWork({
        kind: "picking",
        statement: work.statement,
        kept: work.ranges,
        purpose: "add",
        value,
      });
      const end = work.ranges.at(-1)?.end ?? 0;
      select({ start: end, end });
      reader()?.focus();
    },
    keepPicked: async () => {
      if (work.kind !== "picking" || !selected) return;
      const ranges = pickedRanges(work, selected);
      if (work.keep) {
        work.keep(ranges);
        backToText({ start: selected.start, end: selected.start });
        return;
      }
      if (work.value) {
        setWork({ kind: "form", statement: work.statement, ranges, value: work.value });
        return;
      }
      const change = work.purpose === "place" ? placeAgain : moveRanges;
      const moved = work.statement && (await orNotice(change(actor, work.statement.id, ranges)));
      if (!moved) return;
      if (work.purpose === "place") onActivate(moved.id);
      backToText({ start: selected.end, end: selected.end });
    },

    goTo,
    stand: selection.stand,
    /** Selects words that something else found. */
    selectWords: (range: Range) => {
      onActivate(null);
      select(range);
      reader()?.focus();
    },
    leave: () => {
      onActivate(null);
      reader()?.focus();
    },
    grow: selection.grow,
    shrink: selection.shrink,
    otherEdge: selection.otherEdge,
    moveEdge: selection.moveEdge,

    /** Opens the form for words that somebody or something else chose. */
    openForm: (ranges: readonly Range[], value: FormValue, saved: () => void) => {
      const [first] = ranges;
      if (first) reader()?.reveal(first, "nearest");
      setWork({ kind: "form", statement: null, ranges, value, saved });
    },
    edit,
    /** Lets the edges of a statement's range be moved, the end by one step at once if it is told. */
    moveRange: (statement: Statement, step?: Step) => pickFor({ statement }, step),
    /** Lets other words be picked for ranges that are no statement's yet. */
    pickWords: (ranges: readonly Range[], keep: (ranges: readonly Range[]) => void) =>
      pickFor({ ranges, keep }),
    /** Lets words be picked for a statement whose own are gone from the text. */
    placeAgain: (statement: Statement) => {
      const next = placing(text, statement);
      setWork(next.work);
      select(next.range);
      reader()?.reveal(next.range);
      reader()?.focus();
    },
    addRange: (statement: Statement) => {
      setWork({
        kind: "picking",
        statement,
        kept: statement.ranges,
        purpose: "add",
        value: null,
      });
      reader()?.focus();
    },
    toggleDiscuss: async (statement: Statement) => {
      await orNotice(setToDiscuss(actor, [statement.id], !statement.toDiscuss));
    },
    remove: async (statement: Statement) => {
      const at = statements.indexOf(statement);
      if (!(await orNotice(deleteStatements(actor, [statement.id])))) return;
      if (at !== -1) onActivate((statements[at + 1] ?? statements[at - 1])?.id ?? null);
      reader()?.focus();
      notice("Statement deleted", {
        label: "Bring it back",
        act: () => void orNotice(undo(actor)),
      });
    },
  };
}

export type TaggingWork = ReturnType<typeof useTagging>;
