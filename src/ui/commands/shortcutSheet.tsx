import { Dialog } from "../parts/dialog.tsx";
import { offeredCommands } from "./commands.ts";
import { keyText } from "./keys.ts";
import "./shortcutSheet.css";

/** What the keys do that no command does: the browser's and the form's own. */
const others: readonly (readonly [group: string, keys: string, label: string])[] = [
  [
    "Selection",
    "Shift+ArrowRight",
    "Select by character; with Ctrl by word, with Ctrl and ↓ by paragraph",
  ],
  ["Tag form", "Enter", "Save the statement"],
  ["Tag form", "Escape", "Cancel, the selection comes back"],
  ["Tag form", "1", "In the empty Topics field: choose the topic of that number"],
  ["Tag form", "Alt+l", "The same speaker and topics as the last statement"],
  ["Tag form", "Alt+a", "Add another range of words"],
];

/** All keys of the place one is at, with what they do. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const rows = [
    ...offeredCommands().flatMap(({ group, keys, label }) =>
      keys.slice(0, 2).map((key) => ({ group, key, label })),
    ),
    ...others.map(([group, key, label]) => ({ group, key, label })),
  ];
  const groups = Map.groupBy(rows, (row) => row.group);
  return (
    <Dialog title="Keyboard shortcuts" size="large" onClose={onClose} foot={null}>
      <div className="sheet">
        {[...groups].map(([group, of]) => (
          <section key={group}>
            <h3 className="overline">{group}</h3>
            <dl>
              {[...Map.groupBy(of, (row) => row.label)].map(([label, same]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {same.map(({ key }) => (
                      <kbd key={key}>{keyText(key)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
