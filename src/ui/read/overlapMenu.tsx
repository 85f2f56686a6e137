import { Menu } from "@base-ui/react/menu";
import { quoteOf, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { labelsOf } from "./formValue.ts";

interface OverlapMenuProps {
  readonly live: LiveProject;
  readonly statements: readonly Statement[];
  readonly anchor: { getBoundingClientRect: () => DOMRect };
  readonly onChoose: (statement: Statement) => void;
  readonly onClose: () => void;
}

/** Several statements at the place that was clicked: each is offered. */
export function OverlapMenu({ live, statements, anchor, onChoose, onClose }: OverlapMenuProps) {
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()} modal={false}>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" anchor={anchor} sideOffset={6} align="start">
          <Menu.Popup className="menu" aria-label="Statements at this place">
            {statements.map((statement) => {
              const { speakers, topics } = labelsOf(live, statement);
              return (
                <Menu.Item
                  key={statement.id}
                  className="menu-item overlap-item"
                  onClick={() => onChoose(statement)}
                >
                  <strong>{speakers.map(({ name }) => name).join(", ") || "No speaker yet"}</strong>
                  <span>{topics.map(({ entry }) => entry.name).join(", ") || "no topic yet"}</span>
                  <q>{quoteOf(statement)}</q>
                </Menu.Item>
              );
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
