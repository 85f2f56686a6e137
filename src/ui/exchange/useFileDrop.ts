import { useEffect, useEffectEvent } from "react";
import type { ChosenFile } from "../../import/chosenFile.ts";
import { droppedFiles } from "./chosenFiles.ts";

/** Tells of files and folders that are dropped anywhere on the window. */
export function useFileDrop(onDrop: (files: readonly ChosenFile[]) => void): void {
  const dropped = useEffectEvent(async (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const files = await droppedFiles(event.dataTransfer);
    if (files.length > 0) onDrop(files);
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent) => void dropped(event);
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, []);
}
