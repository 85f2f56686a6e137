import { useRef, useState } from "react";
import { readBlob, readFile } from "../../import/registry.ts";
import type { Actor } from "../../store/store.ts";
import { draftsOf, type Draft } from "./drafts.ts";

export interface Drafts {
  readonly all: readonly Draft[];
  readonly pasted: string;
  readonly paste: (text: string) => Promise<void>;
  readonly choose: (files: readonly File[]) => Promise<void>;
  readonly change: (draft: Draft) => void;
  readonly clear: () => void;
}

/** What was pasted, chosen or dropped, as it waits for a look before it is saved. */
export function useDrafts(actor: Actor): Drafts {
  const [pasted, setPasted] = useState("");
  const [fromPaste, setFromPaste] = useState<readonly Draft[]>([]);
  const [fromFiles, setFromFiles] = useState<readonly Draft[]>([]);
  const newestPaste = useRef("");

  const paste = async (text: string) => {
    setPasted(text);
    newestPaste.current = text;
    if (text.trim() === "") {
      setFromPaste([]);
      return;
    }
    const bytes = new TextEncoder().encode(text);
    const read = await draftsOf(
      actor,
      "Pasted text",
      await readFile({ name: "Pasted text", bytes }),
    );
    if (newestPaste.current === text) setFromPaste(read);
  };
  const choose = async (files: readonly File[]) => {
    for (const file of files) {
      const read = await draftsOf(actor, file.name, await readBlob(file));
      setFromFiles((before) => [...before, ...read]);
    }
  };
  const change = (changed: Draft) => {
    const put = (before: readonly Draft[]) =>
      before.map((draft) => (draft.key === changed.key ? changed : draft));
    setFromPaste(put);
    setFromFiles(put);
  };
  const clear = () => {
    void paste("");
    setFromFiles([]);
  };
  return { all: [...fromPaste, ...fromFiles], pasted, paste, choose, change, clear };
}
