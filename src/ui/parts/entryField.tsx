import { Combobox } from "@base-ui/react/combobox";
import { Plus, X } from "lucide-react";
import { useId, useState, type ComponentProps, type ReactNode, type Ref } from "react";
import { matches, newEntry, taken, type Entry } from "./entry.ts";
import { tint } from "./tint.ts";
import "./entryField.css";

interface EntryFieldProps {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly value: readonly Entry[];
  readonly onChange: (value: Entry[]) => void;
  readonly placeholder: string;
  /** The colour that a new entry would get; without it none can be made here. */
  readonly newColour?: string;
  /** What stands after an entry's name in its chip. */
  readonly renderNote?: (entry: Entry) => ReactNode;
  /** A chip was clicked, or reached with the arrow keys. */
  readonly onChip?: (entry: Entry) => void;
  /** The chip that other parts of the form speak of. */
  readonly currentKey?: string | undefined;
  /** Keys of entries that the program proposed: shown with a broken edge. */
  readonly proposed?: readonly string[];
  /** A digit in the empty field chooses the entry of that place, from 1. */
  readonly digits?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** The id of what says more about what the field holds. */
  readonly describedBy?: string | undefined;
  readonly children?: ReactNode;
}

/** More than anybody looks through: one types on. Thousands of rows would make each key wait. */
const shownAtOnce = 60;

/** A field for several entries of the codebook: type to find one by any of its names, or to make one. */
export function EntryField(given: EntryFieldProps) {
  const { label, entries, value, onChange, newColour, inputRef, ...props } = given;
  const id = useId();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const name = typed.trim();
  const canMake = newColour !== undefined && name !== "" && !taken(entries, name);
  const offered = canMake ? [...entries, newEntry(name, newColour)] : entries;

  const choose = (next: Entry[]) => {
    onChange(next);
    setTyped("");
    setOpen(false);
  };

  const onKeyDown: ComponentProps<typeof Combobox.Input>["onKeyDown"] = (event) => {
    // With its list closed, Escape is the form's; the field would take all its entries away.
    if (event.key === "Escape" && !open) event.preventBaseUIHandler();
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
    const entry = entries[digit - 1];
    if (!props.digits || !entry || typed !== "" || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    const has = value.some((chosen) => chosen.key === entry.key);
    choose(has ? value.filter((chosen) => chosen.key !== entry.key) : [...value, entry]);
  };

  return (
    <div className="entry-field">
      <label htmlFor={id} className="label">
        {label}
      </label>
      <Combobox.Root
        items={offered}
        multiple
        value={[...value]}
        onValueChange={choose}
        inputValue={typed}
        onInputValueChange={setTyped}
        open={open}
        onOpenChange={setOpen}
        filter={(entry: Entry, query: string) => !entry.made || matches(entry, query)}
        itemToStringLabel={(entry) => entry.name}
        isItemEqualToValue={(a, b) => a.key === b.key}
        limit={shownAtOnce}
        autoHighlight
      >
        <Combobox.InputGroup className="entry-box">
          <Combobox.Chips className="entry-chips">
            {value.map((entry) => (
              <Combobox.Chip
                key={entry.key}
                ref={tint(entry.colour)}
                className="chip entry-chip"
                aria-label={entry.name}
                aria-description={
                  props.proposed?.includes(entry.key)
                    ? "Proposed; Backspace removes it"
                    : "Backspace removes it"
                }
                data-proposed={props.proposed?.includes(entry.key) || undefined}
                data-current={entry.key === props.currentKey || undefined}
                onFocus={() => props.onChip?.(entry)}
                onClick={() => props.onChip?.(entry)}
              >
                <span className="chip-name">{entry.name}</span>
                {!entry.made && <span className="entry-new">new</span>}
                {props.renderNote?.(entry)}
                <Combobox.ChipRemove className="entry-remove" aria-label={`Remove ${entry.name}`}>
                  <X size={12} aria-hidden />
                </Combobox.ChipRemove>
              </Combobox.Chip>
            ))}
            <Combobox.Input
              ref={inputRef}
              id={id}
              // The label itself is hidden from assistive technology while the list is open in a dialog.
              aria-label={label}
              aria-describedby={props.describedBy}
              className="entry-input"
              placeholder={value.length === 0 ? props.placeholder : ""}
              onKeyDown={onKeyDown}
              spellCheck={false}
            />
          </Combobox.Chips>
          {props.children}
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner
            className="over-form"
            role="region"
            aria-label={`Choices for ${label}`}
            sideOffset={4}
            align="start"
          >
            <Combobox.Popup className="entry-popup">
              <Combobox.List className="entry-list">
                {(entry: Entry) => (
                  <Combobox.Item key={entry.key} value={entry} className="entry-option">
                    {entry.made ? (
                      <>
                        <span ref={tint(entry.colour)} className="entry-dot" />
                        <span className="entry-name">{entry.name}</span>
                        <span className="entry-hint">{entry.hint}</span>
                      </>
                    ) : (
                      <>
                        <Plus size={13} aria-hidden />
                        <span className="entry-name">Create “{entry.name}”</span>
                      </>
                    )}
                  </Combobox.Item>
                )}
              </Combobox.List>
              {offered.length === 0 && (
                <p className="entry-hint entry-none">
                  {newColour === undefined
                    ? "Nothing to choose from yet"
                    : "Type a name to make the first"}
                </p>
              )}
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </div>
  );
}
