import { useEffect, useEffectEvent, useMemo, useState } from "react";
import type { Article, ArticleText } from "../../model/article.ts";
import { parseDocument } from "../../model/document.ts";
import type { StatementId } from "../../model/id.ts";
import type { Range } from "../../model/range.ts";
import { anchored, quoteOf, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import {
  deleteStatements,
  editStatement,
  moveRanges,
  tagStatement,
} from "../../store/statements.ts";
import type { Actor } from "../../store/store.ts";
import { undo } from "../../store/undo.ts";
import { useRecords, useStatementsOf } from "../live.ts";
import { notice, orNotice } from "../parts/notices.tsx";
import { useNarrow } from "../parts/useNarrow.ts";
import { usePreferences } from "../preferences.ts";
import { ArticleHead } from "./articleHead.tsx";
import { marksOf } from "./colouring.ts";
import { emptyValue, labelsOf, taggingOf, valueOf, type FormValue } from "./formValue.ts";
import { Margin } from "./margin.tsx";
import { PickBar } from "./pickBar.tsx";
import type { StatementActions } from "./statementCard.tsx";
import { TagForm } from "./tagForm.tsx";
import { anchorFor, useReader } from "./useReader.ts";
import { useReadKeys } from "./useReadKeys.ts";
import { moving, pickedRanges, reading, type Work } from "./work.ts";

interface ArticlePaneProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly article: Article;
  readonly text: ArticleText;
  readonly activeId: StatementId | null;
  readonly onActivate: (id: StatementId | null) => void;
}

/** One article: its text, its statements beside it, and what is being done to them. */
export function ArticlePane({
  live,
  actor,
  article,
  text,
  activeId,
  onActivate,
}: ArticlePaneProps) {
  const document = useMemo(() => parseDocument(text.content), [text]);
  const statements = useStatementsOf(live, article.id);
  const topics = useRecords(live, "topics");
  const speakers = useRecords(live, "speakers");
  const { colourBy } = usePreferences();
  const [work, setWork] = useState<Work>(reading);
  const [selected, setSelected] = useState<Range | null>(null);
  const [byTouch, setByTouch] = useState(false);
  const [hovered, setHovered] = useState<readonly string[]>([]);
  const [last, setLast] = useState<Pick<FormValue, "speakers" | "topics"> | null>(null);
  const below = useNarrow(860);
  const active = statements.find((statement) => statement.id === activeId) ?? null;

  const { handle, place } = useReader(document, {
    onSelect(range, by, done) {
      setSelected(range);
      setByTouch(by === "touch");
      if (work.kind === "reading" && range && by === "pointer" && done) tag(range);
    },
    onPick(ids) {
      if (work.kind !== "reading") return;
      // A second click on a place with several statements goes on to the next of them.
      const next = ids[(ids.findIndex((id) => id === activeId) + 1) % Math.max(1, ids.length)];
      onActivate(statements.find((statement) => statement.id === next)?.id ?? null);
    },
    onHover: setHovered,
    onCaret: setHovered,
  });
  const reader = handle?.reader;

  const marks = useMemo(
    () => marksOf(live, colourBy, statements),
    // The colours are those of the topics and speakers, which the project holds.
    // oxlint-disable-next-line react/exhaustive-deps
    [live, colourBy, statements, topics, speakers],
  );
  useEffect(() => reader?.setMarks(marks), [reader, marks]);
  useEffect(() => reader?.setActive(activeId), [reader, activeId, marks]);
  useEffect(() => reader?.setHovered(hovered), [reader, hovered, marks]);
  useEffect(() => {
    reader?.keepSelectionVisible(
      work.kind === "form" ? work.ranges : work.kind === "picking" ? work.kept : [],
    );
  }, [reader, work]);

  // An address that names a statement shows it; a statement chosen here is on the screen already.
  const revealActive = useEffectEvent(() => {
    const range = active?.ranges[0];
    if (range) reader?.reveal(range);
  });
  useEffect(() => {
    if (reader) revealActive();
  }, [reader]);

  const tag = (range: Range) =>
    setWork({
      kind: "form",
      statement: null,
      ranges: [range],
      value: emptyValue(text.text, [range]),
    });
  const goTo = (statement: Statement) => {
    onActivate(statement.id);
    const range = statement.ranges[0];
    if (range) reader?.reveal(range);
  };
  const backToText = (range?: Range) => {
    setWork(reading);
    if (range) {
      setSelected(range.start < range.end ? range : null);
      reader?.select(range);
    }
    reader?.focus();
  };

  const save = async (value: FormValue) => {
    if (work.kind !== "form") return;
    const tagging = taggingOf(value, work.ranges);
    const saved = await orNotice(
      work.statement
        ? editStatement(actor, work.statement.id, tagging)
        : tagStatement(actor, article.id, tagging),
    );
    if (!saved) return;
    setLast(labelsOf(live, saved));
    onActivate(saved.id);
    const end = saved.ranges.at(-1)?.end ?? 0;
    backToText({ start: end, end });
  };
  const tagAsLast = async () => {
    if (!selected || !last) return;
    const value = { ...emptyValue(text.text, [selected]), ...last };
    const saved = await orNotice(tagStatement(actor, article.id, taggingOf(value, [selected])));
    if (!saved) return;
    onActivate(saved.id);
    backToText({ start: selected.end, end: selected.end });
  };
  const keepPicked = async () => {
    if (work.kind !== "picking" || !selected) return;
    const ranges = pickedRanges(work, selected);
    if (work.value) {
      setWork({ kind: "form", statement: work.statement, ranges, value: work.value });
      return;
    }
    const moved = work.statement && (await orNotice(moveRanges(actor, work.statement.id, ranges)));
    if (moved) backToText({ start: selected.end, end: selected.end });
  };

  const actions: StatementActions = {
    edit(statement) {
      goTo(statement);
      setWork({
        kind: "form",
        statement,
        ranges: statement.ranges,
        value: valueOf(live, statement),
      });
    },
    moveRange(statement) {
      const next = moving(statement, reader?.caret ?? null);
      setWork(next.work);
      setSelected(next.range);
      reader?.select(next.range);
      reader?.focus();
    },
    addRange(statement) {
      setWork({ kind: "picking", statement, kept: statement.ranges, purpose: "add", value: null });
      reader?.focus();
    },
    async remove(statement) {
      const at = statements.indexOf(statement);
      const removed = await orNotice(deleteStatements(actor, [statement.id]));
      if (!removed) return;
      onActivate((statements[at + 1] ?? statements[at - 1])?.id ?? null);
      reader?.focus();
      notice("Statement deleted", {
        label: "Bring it back",
        act: () => void orNotice(undo(actor)),
      });
    },
  };

  const step = (by: 1 | -1) => {
    const at = active ? statements.indexOf(active) : by === 1 ? -1 : statements.length;
    const next = statements[at + by];
    if (next) goTo(next);
  };
  useReadKeys({
    enabled: work.kind !== "form",
    next: () => step(1),
    previous: () => step(-1),
    tag: () => selected && work.kind === "reading" && tag(selected),
    tagAsLast: () => work.kind === "reading" && void tagAsLast(),
    edit: () => active && actions.edit(active),
    moveRange: () => active && actions.moveRange(active),
    addRange: () => active && actions.addRange(active),
    remove: () => active && actions.remove(active),
    keep: () => (work.kind === "picking" ? void keepPicked() : undefined),
    cancel: () => (work.kind === "picking" ? backToText() : onActivate(null)),
  });

  const formRange = work.kind === "form" ? work.ranges.at(-1) : undefined;
  return (
    <div className="pane-scroll" data-below={below || undefined}>
      <article className="pane" data-below={below || undefined}>
        <ArticleHead live={live} actor={actor} article={article} />
        <div className="pane-text" ref={place} />
        <aside className="pane-margin" aria-label="Statements">
          <h2 className="overline pane-margin-head">
            Statements <span>{statements.length}</span>
          </h2>
          {statements.length === 0 && (
            <p className="pane-hint">
              Select the words of a statement: the form opens beside them. With the keyboard: Shift
              and the arrow keys select, <kbd>T</kbd> tags.
            </p>
          )}
          {handle && (
            <Margin
              live={live}
              handle={handle}
              statements={statements}
              colourBy={colourBy}
              activeId={activeId}
              hovered={new Set(hovered)}
              below={below}
              actions={actions}
              onActivate={goTo}
              onHover={(statement) => setHovered(statement ? [statement.id] : [])}
            />
          )}
        </aside>
      </article>
      {work.kind === "form" && reader && formRange && (
        <TagForm
          key={`${work.statement?.id} ${work.ranges.length} ${formRange.start} ${formRange.end}`}
          live={live}
          initial={work.value}
          last={last}
          quote={quoteOf({ ranges: anchored(text.text, work.ranges) })}
          anchor={() => anchorFor(handle, formRange)}
          onSave={(value) => void save(value)}
          onCancel={(restore) => {
            if (restore) backToText(formRange);
            else setWork(reading);
          }}
          onAddRange={(value) => {
            setWork({
              kind: "picking",
              statement: work.statement,
              kept: work.ranges,
              purpose: "add",
              value,
            });
            reader.select({ start: formRange.end, end: formRange.end });
            reader.focus();
          }}
        />
      )}
      {work.kind === "reading" && byTouch && selected && (
        <div className="pick-bar">
          <button type="button" className="button primary" onClick={() => tag(selected)}>
            Tag these words
          </button>
        </div>
      )}
      {work.kind === "picking" && (
        <PickBar
          purpose={work.purpose}
          ready={selected !== null}
          onKeep={() => void keepPicked()}
          onCancel={() => backToText()}
        />
      )}
    </div>
  );
}
