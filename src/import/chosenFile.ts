/** A file on the device, by its name with those of its folders; its bytes are not read yet. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What devices put into folders and archives beside what people do. */
export function isHidden(name: string): boolean {
  return (
    /(?:^|\/)(?:\.|__MACOSX\/)/.test(name) || /(?:^|\/)(?:Thumbs\.db|desktop\.ini)$/i.test(name)
  );
}
