import { Popover } from "@base-ui/react/popover";
import { CornerDownLeft, History, TextSelect } from "lucide-react";
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
} from "react";
import { nextColour } from "../../model/codebook.ts";
import { fieldsOn } from "../../model/field.ts";
import { quotations } from "../../model/quotation.ts";
import type { Range } from "../../model/range.ts";
import { quoteOf } from "../../model/statement.ts";
import { branchesOf, topDown } from "../../model/topicTree.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import { speakerEntry, topicEntry } from "../parts/entry.ts";
import { EntryField } from "../parts/entryField.tsx";
import { noticesRoom } from "../parts/notices.tsx";
import { useNarrow } from "../parts/useNarrow.ts";
import { FormFields, focusMisfit } from "./formFields.tsx";
import { isUnsure, percent } from "../suggest/proposal.ts";
import { chosenOver, withTopics, type FormValue } from "./formValue.ts";
import type { Same } from "./sameAlready.ts";
import { StanceChoice, TopicStance } from "./stanceChoice.tsx";
import { useAtFoot } from "./useAtFoot.ts";
import { anchorFor, type ReaderHandle } from "./useReader.ts";
import "./tagForm.css";

interface TagFormProps {
  readonly live: LiveProject;
  readonly initial: FormValue;
  /** What it is filled in with when that is known, unless it was touched before. */
  readonly later: Promise<FormValue> | null;
  /** The speakers and topics of the statement saved last. */
  readonly last: Pick<FormValue, "speakers" | "topics"> | null;
  /** The words that are being tagged, as one line. */
  readonly quote: string;
  readonly handle: ReaderHandle;
  /** The words that the form stands beside; on a narrow window above it. */
  readonly words: Range;
  /** The statement that says the same already, if there is one. */
  readonly sameAlready: (value: FormValue) => Same | undefined;
  readonly onSave: (value: FormValue) => void;
  /** The words are to be added to that statement instead; where it has them all, it is to be edited. */
  readonly onExtend: (same: Same) => void;
  /** `restore`: the selection is to come back, since nothing else was clicked. */
  readonly onCancel: (restore: boolean) => void;
  readonly onAddRange: (value: FormValue) => void;
}

/** The form beside the selected words: who says them, about what, with which stance. */
export function TagForm({ live, initial, later, last, handle, words, ...props }: TagFormProps) {
  const [value, setValue] = useState(initial);
  const [currentKey, setCurrentKey] = useState(initial.topics[0]?.entry.key);
  const [isFilling, setFilling] = useState(later !== null);
  useEffect(() => {
    let open = true;
    void later?.then((filled) => {
      if (!open) return;
      setValue((now) => (now === initial ? filled : now));
      setFilling(false);
    });
    return () => {
      open = false;
    };
  }, [initial, later]);
  const speakerInput = useRef<HTMLInputElement>(null);
  const [popup, setPopup] = useState<HTMLElement | null>(null);
  const above = useMemo(() => [words], [words]);
  useAtFoot(handle, useNarrow(640) ? popup : null, above);
  const [noticed] = useState(noticesRoom); // once: when the notice goes, the form stays in place
  const ids = useId();
  const organisations = useRecords(live, "organisations");
  const speakers = unarchived(useRecords(live, "speakers")).map((speaker) =>
    speakerEntry(
      speaker,
      organisations.find((o) => o.id === speaker.organisationId),
    ),
  );
  const topics = topDown(branchesOf(unarchived(useRecords(live, "topics")))).map(topicEntry);
  const fields = fieldsOn(useRecords(live, "fields"), "statement");
  const set = (part: Partial<FormValue>) => setValue({ ...value, ...part });
  /** Sets a field that somebody chose in: what it holds is no longer just proposed. */
  const touch = (part: Pick<FormValue, "speakers"> | Pick<FormValue, "topics">) => {
    const keys = new Set(
      "speakers" in part
        ? [...value.speakers, ...part.speakers].map(({ key }) => key)
        : [...value.topics, ...part.topics].map(({ entry }) => entry.key),
    );
    set({ ...part, proposed: value.proposed.filter((key) => !keys.has(key)) });
  };
  const current =
    value.topics.find((choice) => choice.entry.key === currentKey) ?? value.topics.at(-1);

  const same = props.sameAlready(value);
  const isProposed = value.speakers.some(({ key }) => value.proposed.includes(key));

  const fillAsLast = () => {
    if (last) set({ speakers: last.speakers, topics: last.topics });
    setCurrentKey(last?.topics[0]?.entry.key);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLElement && focusMisfit(event.currentTarget)) return;
    props.onSave(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.code === "KeyL") fillAsLast();
    else if (event.altKey && event.code === "KeyA") props.onAddRange(value);
    else if (
      event.key === "Enter" &&
      !event.shiftKey &&
      (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement)
    )
      event.target.form?.requestSubmit();
    else return;
    event.preventDefault();
  };

  return (
    <Popover.Root
      open
      onOpenChange={(_, { reason }) =>
        closes.has(reason) && props.onCancel(reason === "escape-key")
      }
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={() => anchorFor(handle, words)}
          side="bottom"
          align="start"
          sideOffset={8}
          collisionPadding={{ top: 8, left: 8, right: 8, bottom: noticed + 8 }}
          collisionAvoidance={{ side: "flip", align: "shift", fallbackAxisSide: "end" }}
          className="tag-place"
        >
          <Popover.Popup
            ref={setPopup}
            className="tag-popup"
            aria-label="Tag statement"
            initialFocus={speakerInput}
            finalFocus={false}
            onKeyDown={onKeyDown}
          >
            <form className="tag-form" onSubmit={submit} aria-busy={isFilling}>
              <p className="tag-quote" dir="auto">
                {props.quote}
              </p>
              <EntryField
                label="Speaker"
                entries={speakers}
                value={value.speakers}
                onChange={(chosen) =>
                  touch({ speakers: chosenOver(value.speakers, chosen, value.proposed) })
                }
                proposed={value.proposed}
                placeholder="Who says it?"
                newColour={nextColour([...speakers, ...value.speakers])}
                inputRef={speakerInput}
                describedBy={isProposed ? `${ids}sure` : undefined}
              />
              {isProposed && value.speakerConfidence !== null && (
                <p
                  className="tag-proposed"
                  id={`${ids}sure`}
                  data-unsure={isUnsure(value.speakerConfidence) || undefined}
                >
                  {isUnsure(value.speakerConfidence)
                    ? `Proposed, but speaker unsure (${percent(value.speakerConfidence)})`
                    : `Proposed, ${percent(value.speakerConfidence)} sure`}
                </p>
              )}
              <EntryField
                label="Topics"
                entries={topics}
                value={value.topics.map((choice) => choice.entry)}
                onChange={(chosen) => {
                  const entries = value.topics.map((choice) => choice.entry);
                  const next = withTopics(
                    value.topics,
                    chosenOver(entries, chosen, value.proposed),
                  );
                  const added = next.find(
                    (c) => !value.topics.some((t) => t.entry.key === c.entry.key),
                  );
                  touch({ topics: next });
                  if (added) setCurrentKey(added.entry.key);
                }}
                placeholder="About what?"
                newColour={nextColour([...topics, ...value.topics.map((c) => c.entry)])}
                renderNote={(entry) => <TopicStance topics={value.topics} entryKey={entry.key} />}
                onChip={(entry) => setCurrentKey(entry.key)}
                proposed={value.proposed}
                currentKey={value.topics.length > 1 ? current?.entry.key : undefined}
                digits
              >
                {value.topics.length === 0 && (
                  <span className="tag-digits" aria-hidden>
                    {topics.slice(0, 3).map((topic, i) => (
                      <span key={topic.key}>
                        <kbd>{i + 1}</kbd> {topic.name}
                      </span>
                    ))}
                  </span>
                )}
              </EntryField>
              <div className="tag-row">
                <span className="label" id={`${ids}stance`}>
                  Stance
                </span>
                <StanceChoice
                  labelledBy={`${ids}stance`}
                  name={`${ids}s`}
                  current={current}
                  several={value.topics.length > 1}
                  onChange={(choice) =>
                    set({
                      topics: value.topics.map((t) =>
                        t.entry.key === choice.entry.key ? choice : t,
                      ),
                    })
                  }
                />
              </div>
              {current && current.entry.hint !== "" && (
                <p className="tag-definition">
                  <strong>{current.entry.name}:</strong> {current.entry.hint}
                </p>
              )}
              <div className="tag-row">
                <label className="label" htmlFor={`${ids}note`}>
                  Note
                </label>
                <textarea
                  id={`${ids}note`}
                  className="field tag-note"
                  rows={1}
                  value={value.note}
                  placeholder="For yourself and your team"
                  onChange={(event) => set({ note: event.target.value })}
                />
              </div>
              <FormFields fields={fields} value={value} onChange={(typed) => set({ typed })} />
              {same && (
                <div className="tag-same" role="alert">
                  <span>
                    A statement on these words has this speaker and topic already: “
                    {shortened(quoteOf(same.statement))}”
                  </span>
                  <button
                    type="button"
                    className="button small"
                    onClick={() => props.onExtend(same)}
                  >
                    {same.whole ? "Edit that one" : "Extend that one"}
                  </button>
                </div>
              )}
              <div className="tag-foot">
                <button type="submit" className="button primary">
                  Save statement <CornerDownLeft size={13} aria-hidden />
                </button>
                <label className="tag-quotation">
                  <span className="visually-hidden">Quotation</span>
                  <select
                    value={value.quotation}
                    onChange={(event) => {
                      const quotation = quotations.find((q) => q === event.target.value);
                      if (quotation) set({ quotation });
                    }}
                  >
                    {quotations.map((quotation) => (
                      <option key={quotation} value={quotation}>
                        {quotation}
                      </option>
                    ))}
                  </select>
                </label>
                <span className="tag-grow" />
                <button
                  type="button"
                  className="button plain small"
                  title="Add another range of words (Alt+A)"
                  onClick={() => props.onAddRange(value)}
                >
                  <TextSelect size={14} aria-hidden /> Add range
                </button>
                {last && (
                  <button
                    type="button"
                    className="button plain small"
                    title="The same speaker and topics as the last statement (Alt+L)"
                    onClick={fillAsLast}
                  >
                    <History size={14} aria-hidden /> As last
                  </button>
                )}
              </div>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function unarchived<T extends { readonly archived: boolean }>(entries: readonly T[]): T[] {
  return entries.filter(({ archived }) => !archived);
}

/** Enough of a quote to know it by. */
function shortened(quote: string): string {
  return quote.length <= 70 ? quote : `${quote.slice(0, 69)}…`;
}

/** What closes the form without saving. Losing focus does not: the list of a field may have it. */
const closes: ReadonlySet<string> = new Set(["escape-key", "outside-press"]);
