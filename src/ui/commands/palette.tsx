import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useState } from "react";
import { folded } from "../../model/name.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { go, start } from "../route.ts";
import { offeredCommands } from "./commands.ts";
import { keyText } from "./keys.ts";
import "./palette.css";

interface PaletteProps {
  readonly live: LiveProject;
  readonly onClose: () => void;
}

interface Found {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly run: () => void;
}

/** As many as one looks through; more letters narrow it. */
const most = 60;

/** Every action, article and entry of the codebook, by typing a part of its name. */
export function Palette({ live, onClose }: PaletteProps) {
  const [typed, setTyped] = useState("");
  const [all] = useState(() => everything(live));
  const words = folded(typed).split(" ");
  const found = all
    .filter(({ label, kind }) => words.every((word) => folded(`${label} ${kind}`).includes(word)))
    .slice(0, most);
  const choose = (item: Found) => {
    onClose();
    // The dialog gives the focus back first; what opens next may want it.
    requestAnimationFrame(item.run);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Viewport className="dialog-viewport">
          <Dialog.Popup className="dialog palette" aria-label="Command palette">
            <Autocomplete.Root
              open
              inline
              items={found}
              filter={null}
              value={typed}
              onValueChange={setTyped}
              itemToStringValue={(item: Found) => item.label}
              autoHighlight="always"
              keepHighlight
            >
              <div className="palette-field">
                <Search size={16} aria-hidden />
                <Autocomplete.Input
                  className="palette-input"
                  aria-label="Search actions, articles and the codebook"
                  placeholder="Search or run a command"
                />
              </div>
              {found.length === 0 && <p className="palette-none">Nothing is called so.</p>}
              <Autocomplete.List className="palette-list">
                {(item: Found) => (
                  <Autocomplete.Item
                    key={item.id}
                    value={item}
                    className="palette-item"
                    onClick={() => choose(item)}
                  >
                    <span className="palette-label">{item.label}</span>
                    <span className="palette-hint">{item.hint}</span>
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function everything(live: LiveProject): Found[] {
  const projectId = live.id;
  const statementsOf = (filter: Record<string, string>) => () =>
    go({ ...start, projectId, view: "statements", filter });
  return [
    ...offeredCommands()
      .filter(({ enabled }) => enabled)
      .map(({ label, keys, run }, i) => ({
        kind: "action",
        id: `action ${i}`,
        label,
        hint: keys[0] ? keyText(keys[0]) : "",
        run,
      })),
    ...live.all("articles").map((article) => ({
      kind: "article",
      id: article.id,
      label: article.title || "Untitled article",
      hint: "article",
      run: () => go({ ...start, projectId, articleId: article.id }),
    })),
    ...live.all("topics").map((topic) => ({
      kind: "topic",
      id: topic.id,
      label: topic.name,
      hint: "topic",
      run: statementsOf({ topic: topic.id }),
    })),
    ...live.all("speakers").map((speaker) => ({
      kind: "speaker",
      id: speaker.id,
      label: speaker.name,
      hint: "speaker",
      run: statementsOf({ speaker: speaker.id }),
    })),
  ];
}
