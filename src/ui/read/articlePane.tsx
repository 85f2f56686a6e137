import { lazy, Suspense, useMemo, useRef, useState } from "react";
import type { Article, ArticleText } from "../../model/article.ts";
import { parseDocument } from "../../model/document.ts";
import type { StatementId } from "../../model/id.ts";
import type { Range } from "../../model/range.ts";
import { anchored, quoteOf, type Statement } from "../../model/statement.ts";
import { branchesOf, topDown } from "../../model/topicTree.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { useCommands } from "../commands/commands.ts";
import { useRecords, useStatementsOf } from "../live.ts";
import { topicEntry } from "../parts/entry.ts";
import { useNarrow } from "../parts/useNarrow.ts";
import { prefer, usePreferences } from "../preferences.ts";
import { ArticleHead } from "./articleHead.tsx";
import { marksOf } from "./colouring.ts";
import { useTextPlace, type TextPlace } from "./useTextPlace.ts";
import { LostStatements } from "./lostStatements.tsx";
import { Margin } from "./margin.tsx";
import { MarginHead } from "./marginHead.tsx";
import { OverlapMenu } from "./overlapMenu.tsx";
import { PickBar, TagBar } from "./pickBar.tsx";
import { readCommands } from "./readCommands.ts";
import { sameAlready } from "./sameAlready.ts";
import { TagForm } from "./tagForm.tsx";
import { useAdjusting } from "./useAdjusting.ts";
import { useDrawn, useShownAtFirst } from "./useDrawn.ts";
import { hitFrom, useHits } from "./useHits.ts";
import { anchorFor, useReader } from "./useReader.ts";
import { useSuggestionSteps } from "./useSuggestionSteps.ts";
import { useTagging } from "./useTagging.ts";
import { emptyValue } from "./formValue.ts";
import { useProposals } from "../suggest/useProposals.ts";

// Two dialogs that few articles need.
const EveryOccurrence = lazy(async () => ({
  default: (await import("./everyOccurrence.tsx")).EveryOccurrence,
}));
const AcceptMany = lazy(async () => ({
  default: (await import("../suggest/acceptMany.tsx")).AcceptMany,
}));

interface ArticlePaneProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly article: Article;
  readonly text: ArticleText;
  readonly activeId: StatementId | null;
  /** A place that the address asks for: selected and shown. */
  readonly asked: Range | null;
  readonly onActivate: (id: StatementId | null) => void;
  readonly onNextArticle: (by: 1 | -1) => void;
  /** Where to be in the text at first: where it was left to be corrected. */
  readonly place: TextPlace | null;
  readonly onCorrect: (place: TextPlace) => void;
}

/** One article: its text, its statements beside it, and what is being done to them. */
export function ArticlePane(props: ArticlePaneProps) {
  const { live, actor, article, text, activeId, asked, onActivate } = props;
  const document = useMemo(() => parseDocument(text.content), [text]);
  const all = useStatementsOf(live, article.id);
  const statements = useMemo(() => all.filter(({ lost }) => !lost), [all]);
  const lost = useMemo(() => all.filter((statement) => statement.lost), [all]);
  const topics = useRecords(live, "topics");
  const speakers = useRecords(live, "speakers");
  const coders = useRecords(live, "coders");
  const fields = useRecords(live, "fields");
  const { colourBy, hits: hitsOn, textSize, measure } = usePreferences();
  const [byTouch, setByTouch] = useState(false);
  const [hovered, setHovered] = useState<readonly string[]>([]);
  const [picked, setPicked] = useState<{ statements: Statement[]; offset: number } | null>(null);
  const [sought, setSought] = useState<string | null>(null);
  const [acceptingMany, setAcceptingMany] = useState(false);
  const below = useNarrow(860);
  const active = statements.find((statement) => statement.id === activeId) ?? null;
  const hits = useHits(live, text.text, hitsOn);
  const proposing = useProposals(live, actor, article, text, statements);

  const marks = useMemo(
    () => marksOf(live, colourBy, statements),
    // The colours are those of the topics, speakers, coders and fields, which the project holds.
    // oxlint-disable-next-line react/exhaustive-deps
    [live, colourBy, statements, topics, speakers, coders, fields],
  );
  const { handle, place } = useReader(document, marks, {
    onSelect(range, by, done) {
      setByTouch(by === "touch");
      tagging.onSelect(range, by === "pointer" && done);
    },
    onPick(ids, offset) {
      if (tagging.work.kind !== "reading") return;
      const [topmost] = ids;
      const proposal = proposing.proposals.find(({ key }) => key === topmost);
      proposing.choose(proposal?.key ?? null);
      const there = proposal
        ? []
        : ids.flatMap((id) => statements.find((statement) => statement.id === id) ?? []);
      if (there.length > 1) setPicked({ statements: there, offset });
      else onActivate(there[0]?.id ?? null);
    },
    onHover: setHovered,
    onCaret: setHovered,
  });
  const reader = handle?.reader;
  const tagging = useTagging({
    live,
    actor,
    article,
    text: text.text,
    statements,
    active,
    onActivate(id) {
      proposing.choose(null);
      onActivate(id);
    },
    likely: (range) => proposing.likely(range, emptyValue(text.text, [range])),
    handle: () => handle,
  });
  const { work, selected } = tagging;

  const chosenKey = proposing.active?.key ?? activeId;
  useDrawn(reader, {
    marks,
    suggested: proposing.marks,
    hints: hits,
    chosenKey,
    hovered,
    work,
  });
  useShownAtFirst(reader, active?.ranges[0] ?? null, asked, text.text.length);

  const adjusting = useAdjusting({ text: text.text, active, proposing, tagging });
  const { suggestionActions, ...steps } = useSuggestionSteps({
    text: text.text,
    adjusting,
    statements,
    proposing,
    tagging,
    chosenKey,
    reader: () => reader,
    leave: () => onActivate(null),
  });

  const lostList = useRef<HTMLElement>(null);
  const { scroller, placeNow } = useTextPlace(reader, props.place);
  const correct = () => props.onCorrect(placeNow());

  useCommands(
    readCommands({
      ...steps,
      adjusting,
      proposal: proposing.active,
      suggestionActions,
      hasProposals: proposing.proposals.length > 0,
      acceptMany: () => setAcceptingMany(true),
      tagging,
      active,
      topics: topDown(branchesOf(topics.filter(({ archived }) => !archived))).map((topic) => ({
        ...topicEntry(topic),
        shortcut: topic.shortcut,
      })),
      hasHits: hits.length > 0,
      nextHit(by) {
        const next = hitFrom(hits, reader?.caret ?? 0, by);
        if (next) reader?.select(next);
        reader?.focus();
      },
      toggleHits: () => prefer({ hits: !hitsOn }),
      nextArticle: props.onNextArticle,
      tagEvery: () => selected && setSought(text.text.slice(selected.start, selected.end)),
      correct,
    }),
  );

  const isTagOffered = work.kind === "reading" && byTouch && selected !== null;
  const formRange = work.kind === "form" ? work.ranges.at(-1) : undefined;
  return (
    <div ref={scroller} className="pane-scroll" data-below={below || undefined}>
      <article className="pane" data-below={below || undefined}>
        <ArticleHead
          live={live}
          actor={actor}
          article={article}
          hits={hits.length}
          onCorrect={correct}
        />
        <div
          className="pane-text"
          ref={place}
          data-measure={measure}
          style={{ "--text-size": `${textSize}px` }}
        />
        <aside className="pane-margin" aria-label="Statements">
          <MarginHead
            live={live}
            placed={statements.length}
            lost={lost}
            proposed={proposing.proposals.length}
            onLost={(statement) => onActivate(statement.id)}
            onAcceptMany={() => setAcceptingMany(true)}
          />
          {all.length === 0 && proposing.proposals.length === 0 && (
            <p className="pane-hint">
              Select the words of a statement: the form opens beside them. With the keyboard: Shift
              and the arrow keys select, <kbd>T</kbd> tags, <kbd>?</kbd> shows all keys.
            </p>
          )}
          {lost.length > 0 && (
            <LostStatements
              ref={lostList}
              live={live}
              statements={lost}
              activeId={activeId}
              actions={tagging}
            />
          )}
          <p className="visually-hidden" aria-live="polite">
            {adjusting.said}
          </p>
          {handle && (
            <Margin
              live={live}
              actor={actor}
              handle={handle}
              statements={statements}
              colourBy={colourBy}
              activeId={activeId}
              hovered={new Set(hovered)}
              below={below}
              actions={tagging}
              onActivate={tagging.goTo}
              onHover={(id) => setHovered(id ? [id] : [])}
              text={text.text}
              proposals={proposing.proposals}
              activeProposal={proposing.active?.key ?? null}
              chosenAtFoot={below && work.kind === "reading" && !isTagOffered}
              suggestionActions={suggestionActions}
              above={lostList}
            />
          )}
        </aside>
      </article>
      {work.kind === "form" && handle && formRange && (
        <TagForm
          key={`${work.statement?.id} ${work.ranges.length} ${formRange.start} ${formRange.end}`}
          live={live}
          initial={work.value}
          later={work.later ?? null}
          last={tagging.last}
          quote={quoteOf({ ranges: anchored(text.text, work.ranges) })}
          handle={handle}
          words={formRange}
          sameAlready={(value) => sameAlready(statements, work.statement, work.ranges, value)}
          onSave={(value) => void tagging.save(value)}
          onExtend={(same) => void tagging.extend(same)}
          onCancel={tagging.cancel}
          onAddRange={tagging.addRangeToForm}
        />
      )}
      {picked && handle && (
        <OverlapMenu
          live={live}
          statements={picked.statements}
          anchor={anchorFor(handle, { start: picked.offset, end: picked.offset + 1 })}
          onChoose={tagging.goTo}
          onClose={() => setPicked(null)}
        />
      )}
      <Suspense>
        {sought !== null && (
          <EveryOccurrence
            live={live}
            actor={actor}
            article={article}
            initial={sought}
            last={tagging.last}
            onClose={() => setSought(null)}
          />
        )}
        {acceptingMany && (
          <AcceptMany
            live={live}
            actor={actor}
            article={article}
            onClose={() => setAcceptingMany(false)}
          />
        )}
      </Suspense>
      {isTagOffered && <TagBar onTag={() => tagging.tag()} />}
      {work.kind === "picking" && (
        <PickBar
          purpose={work.purpose}
          ready={selected !== null}
          onKeep={() => void tagging.keepPicked()}
          onCancel={() => tagging.cancel(true)}
        />
      )}
    </div>
  );
}
