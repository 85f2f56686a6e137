import {
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  type KeyboardEvent,
} from "react";
import type { Article, ArticleText } from "../../../model/article.ts";
import { parseDocument } from "../../../model/document.ts";
import { correctText } from "../../../store/correction.ts";
import type { LiveProject } from "../../../store/liveProject.ts";
import type { Actor } from "../../../store/store.ts";
import { undo } from "../../../store/undo.ts";
import { useCommands } from "../../commands/commands.ts";
import { keyOf } from "../../commands/keys.ts";
import { useRecords, useStatementsOf } from "../../live.ts";
import { notice, orNotice } from "../../parts/notices.tsx";
import { useNarrow } from "../../parts/useNarrow.ts";
import { usePreferences } from "../../preferences.ts";
import { go, start } from "../../route.ts";
import { marksOf } from "../colouring.ts";
import { CorrectBar } from "./correctBar.tsx";
import { DiscardDialog } from "./discardDialog.tsx";
import { EffectList } from "./effectList.tsx";
import { effectsInWords, effectsOf } from "./effects.ts";
import type { TextPlace } from "../useTextPlace.ts";
import { useCorrector } from "./useCorrector.ts";
import { useUnsaved } from "./useUnsaved.ts";
import "./correctPane.css";

interface CorrectPaneProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly article: Article;
  /** The text as it was when the correction began. */
  readonly text: ArticleText;
  readonly from: TextPlace;
  /** The correction is saved, or cancelled: back to reading. */
  readonly onDone: (place: TextPlace) => void;
}

/** An article whose text is being corrected, and what that does to its statements. */
export function CorrectPane({ live, actor, article, text, from, onDone }: CorrectPaneProps) {
  const document = useMemo(() => parseDocument(text.content), [text]);
  const statements = useStatementsOf(live, article.id);
  const now = useRecords(live, "articles").find(({ id }) => id === article.id);
  const { colourBy, textSize, measure } = usePreferences();
  const below = useNarrow(860);
  const scroller = useRef<HTMLDivElement>(null);

  const { corrector, soFar, place } = useCorrector(document, article.language, {
    onSave: () => void save(),
    onCancel: () => cancel(),
  });
  const changed = soFar?.changed ?? false;
  const { leaving, ask, stay } = useUnsaved(changed);
  const overtaken = now?.textId !== text.id;

  const marks = useMemo(
    () =>
      overtaken
        ? null // another text's ranges cannot be shown in this one
        : marksOf(
            live,
            colourBy,
            statements.filter(({ lost }) => !lost),
          )
            // Without their numbers: a sign would stand between the letters that one types.
            .map((mark) => ({ ...mark, sign: "" })),
    [live, colourBy, statements, overtaken],
  );
  useEffect(() => {
    if (marks) corrector?.setMarks(marks);
  }, [corrector, marks]);

  const begin = useEffectEvent(() => {
    corrector?.start(from.caret);
    if (scroller.current) scroller.current.scrollTop = from.scrollTop;
  });
  useEffect(() => {
    if (corrector) begin();
  }, [corrector]);

  const correction = useDeferredValue(soFar?.correction);
  const effects = useMemo(
    () => (correction && !overtaken ? effectsOf(statements, correction) : null),
    [correction, statements, overtaken],
  );

  const done = (caret: number) =>
    onDone({ caret, scrollTop: scroller.current?.scrollTop ?? from.scrollTop });
  const here = { projectId: live.id, articleId: article.id };
  const save = async (): Promise<boolean> => {
    if (!corrector) return false;
    const { caret, correction: made } = corrector;
    const began = { id: article.id, textId: text.id };
    const { lost } = effectsOf(statements, made);
    if (!(await orNotice(correctText(actor, began, corrector.document, made)))) return false;
    const [first] = lost;
    if (first)
      notice(`Text corrected; ${lostInWords(lost.length)}`, {
        label: "Show",
        act: () => go({ ...start, ...here, statementId: first.before.id }, "replace"),
      });
    else notice("Text corrected", { label: "Take it back", act: () => void orNotice(undo(actor)) });
    done(caret);
    return true;
  };
  const cancel = () => {
    if (changed) ask(() => done(from.caret));
    else done(from.caret);
  };

  useCommands([
    {
      group: "Correcting",
      label: "Save the correction",
      keys: ["Ctrl+s", "Ctrl+Enter"],
      enabled: changed && !overtaken,
      run: () => void save(),
    },
    {
      group: "Correcting",
      label: "Cancel the correction",
      keys: ["Escape"],
      enabled: leaving === null,
      run: cancel,
    },
  ]);
  // From a button of the bar too, undo means what was typed, not the project.
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event);
    if (event.isDefaultPrevented() || !/^Ctrl\+(?:Shift\+)?[zy]$/.test(key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === "Ctrl+z") corrector?.undo();
    else corrector?.redo();
  };

  return (
    <>
      {/* Keys that bubble up from what is inside; the element itself is nothing to act on. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={scroller} className="pane-scroll" onKeyDown={onKeyDown}>
        <CorrectBar
          summary={effects ? effectsInWords(effects) : ""}
          loses={effects ? effects.lost.length > 0 : false}
          overtaken={overtaken}
          changed={changed}
          canUndo={soFar?.canUndo ?? false}
          canRedo={soFar?.canRedo ?? false}
          onUndo={() => corrector?.undo()}
          onRedo={() => corrector?.redo()}
          onSave={() => void save()}
          onCancel={cancel}
        />
        <article className="pane correct-pane" data-below={below || undefined}>
          <header className="pane-head">
            <h1 className="pane-title" dir="auto">
              {article.title || "Untitled article"}
            </h1>
          </header>
          <div
            className="pane-text"
            ref={place}
            data-measure={measure}
            style={{ "--text-size": `${textSize}px` }}
          />
          <aside className="pane-margin" aria-label="What becomes of the statements">
            <div className="correct-aside">
              {effects && <EffectList live={live} effects={effects} />}
            </div>
          </aside>
        </article>
      </div>
      {leaving && (
        <DiscardDialog
          canSave={!overtaken}
          onStay={() => {
            stay();
            corrector?.focus();
          }}
          onDiscard={() => {
            stay();
            leaving();
          }}
          onSave={async () => {
            stay();
            if (await save()) leaving();
          }}
        />
      )}
    </>
  );
}

function lostInWords(count: number): string {
  return count === 1
    ? "1 statement has no words any more"
    : `${count} statements have no words any more`;
}
