import { Check, EyeOff, Pencil, UserPlus, Users } from "lucide-react";
import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import type { Coder } from "../../model/codebook.ts";
import type { CoderId } from "../../model/id.ts";
import { addCoder, renameCoder } from "../../store/coders.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { useRecords } from "../live.ts";
import { Menu, MenuGroup, MenuItem, MenuLine } from "../parts/menu.tsx";
import { NameDialog } from "../parts/nameDialog.tsx";
import { orNotice } from "../parts/notices.tsx";
import { tint } from "../parts/tint.ts";
import { prefer, usePreferences } from "../preferences.ts";

const CodersDialog = lazy(async () => ({
  default: (await import("./codersDialog.tsx")).CodersDialog,
}));

interface CoderMenuProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly coder: Coder;
}

/** Who codes on this device; others of the project, with their counts; blind mode. */
export function CoderMenu({ live, actor, coder }: CoderMenuProps) {
  const coders = useRecords(live, "coders").toSorted((a, b) => a.name.localeCompare(b.name));
  const counts = useSyncExternalStore(live.subscribe, () => live.countsByCoder());
  const { coders: chosen, blind } = usePreferences();
  const isBlind = blind.includes(live.id);
  const [naming, setNaming] = useState<"new" | "rename" | null>(null);
  const [showsAll, setShowsAll] = useState(false);

  const codeAs = (id: CoderId) => prefer({ coders: { ...chosen, [live.id]: id } });
  const save = async (name: string) => {
    const saved = await orNotice(
      naming === "rename" ? renameCoder(actor, coder.id, name) : addCoder(actor, name),
    );
    if (!saved) return;
    codeAs(saved.id);
    setNaming(null);
  };
  const toggleBlind = () =>
    prefer({
      blind: isBlind ? blind.filter((id) => id !== live.id) : [...blind, live.id],
    });

  return (
    <>
      <Menu
        trigger={
          <button type="button" className="status-button status-coder">
            <span ref={tint(coder.colour)} className="entry-dot" />
            <span className="status-coding">Coding as</span>
            <span className="status-name" dir="auto">
              {coder.name}
            </span>
            {isBlind && <EyeOff size={13} aria-label="blind" />}
          </button>
        }
      >
        <MenuGroup label="Code as">
          {coders.map((one) => (
            <MenuItem key={one.id} onClick={() => codeAs(one.id)}>
              <span ref={tint(one.colour)} className="entry-dot" />
              {one.name}
              <span className="end">
                {counts.get(one.id) ?? 0}
                {one.id === coder.id && <Check size={12} aria-label="chosen" />}
              </span>
            </MenuItem>
          ))}
        </MenuGroup>
        <MenuLine />
        <MenuItem onClick={() => setNaming("new")}>
          <UserPlus size={14} aria-hidden /> New coder …
        </MenuItem>
        <MenuItem onClick={() => setNaming("rename")}>
          <Pencil size={14} aria-hidden /> Rename {coder.name} …
        </MenuItem>
        <MenuItem onClick={() => setShowsAll(true)}>
          <Users size={14} aria-hidden /> Colours and removal …
        </MenuItem>
        <MenuItem onClick={toggleBlind}>
          <EyeOff size={14} aria-hidden />{" "}
          {isBlind ? "See everybody’s statements" : "See only my own (blind)"}
        </MenuItem>
      </Menu>
      {showsAll && (
        <Suspense>
          <CodersDialog live={live} actor={actor} onClose={() => setShowsAll(false)} />
        </Suspense>
      )}
      {naming && (
        <NameDialog
          title={naming === "rename" ? "Your name as a coder" : "New coder"}
          label="Name"
          initial={naming === "rename" ? coder.name : ""}
          action="Save name"
          onSave={save}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}
