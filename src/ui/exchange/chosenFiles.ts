import { isHidden, type ChosenFile } from "../../import/chosenFile.ts";

/** The files of a chooser; those of a chosen folder by their way in it. */
export function chosenFiles(list: FileList | null): ChosenFile[] {
  return [...(list ?? [])]
    .map((file) => chosen(file, file.webkitRelativePath || file.name))
    .filter(({ name }) => !isHidden(name));
}

/**
 * The files that were dropped, those in dropped folders among them. To be asked at once: after the
 * event the browser no longer tells.
 */
export async function droppedFiles({ items }: DataTransfer): Promise<ChosenFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files: ChosenFile[] = [];
  const walk = async (entry: FileSystemEntry): Promise<void> => {
    const name = entry.fullPath.replace(/^\//, "");
    if (isHidden(name)) return;
    if (isFile(entry)) files.push(chosen(await fileOf(entry), name));
    else if (isFolder(entry)) for (const inner of await entriesOf(entry)) await walk(inner);
  };
  for (const entry of entries) await walk(entry);
  return files;
}

function chosen(file: File, name: string): ChosenFile {
  return { name, size: file.size, arrayBuffer: () => file.arrayBuffer() };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A browser gives the entries of a folder a hundred at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}
