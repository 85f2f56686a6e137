import { Inflate } from "fflate";
import { done, refused, type Result } from "../model/problem.ts";
import { guessEncoding } from "./encoding.ts";
import { damaged, type InputFile } from "./format.ts";
import type { Slices } from "./slices.ts";

/** One file of an archive, still packed. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: Uint8Array;
  /** As the archive declares it; what comes out is checked against it. */
  readonly size: number;
  readonly method: number;
  readonly encrypted: boolean;
}

/** An archive with more files than this is refused: a project of so many articles is split. */
const mostEntries = 20_000;
/** Bytes that an archive may unpack to in all. */
const mostUnpacked = 1024 * 2 ** 20;
/** Text packs to a tenth, a sheet of equal cells to a hundredth; what packs smaller is made to harm. */
const mostRatio = 250;
/** Small files may be as repetitive as they like. */
const ratioFrom = 2 ** 20;

const [deflated, stored] = [8, 0];

/**
 * The files of a ZIP archive (PKWARE APPNOTE 6.3.9) by its table of contents. What they unpack to
 * is declared there, so an archive that is too large is refused before anything is unpacked.
 */
export async function zipEntries({ name, bytes }: InputFile): Promise<Result<ZipEntry[]>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === -1) return damaged(name, "its table of contents is missing");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffff_ffff) return tooMany(name);
  if (count > mostEntries) return tooMany(name);
  const raw: { entry: Omit<ZipEntry, "name">; nameBytes: Uint8Array }[] = [];
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      return damaged(name, `entry ${i + 1} of its table of contents is not one`);
    const [packedSize, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50)
      return damaged(name, `the file that entry ${i + 1} of its contents names is not there`);
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (data + packedSize > bytes.length)
      return damaged(name, `file ${i + 1} of ${count} in it breaks off`);
    total += size;
    if (total > mostUnpacked || (size > ratioFrom && size > packedSize * mostRatio))
      return bomb(name, total);
    raw.push({
      nameBytes: bytes.subarray(at + 46, at + 46 + nameLength),
      entry: {
        packed: bytes.subarray(data, data + packedSize),
        size,
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      },
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const decode = await nameDecoder(raw.map(({ nameBytes }) => nameBytes));
  const entries = raw.map(({ entry, nameBytes }) => ({ ...entry, name: decode(nameBytes) }));
  return done(entries.filter((entry) => !entry.name.endsWith("/")));
}

/** Unpacks one file, and stops as soon as more comes out than its archive declares. */
export async function unpack(
  archive: string,
  entry: ZipEntry,
  slices: Slices,
): Promise<Result<Uint8Array>> {
  const called = `${archive}/${entry.name}`;
  if (entry.encrypted)
    return refused(
      `“${called}” is protected by a password.`,
      "Unpack the archive with its password, then choose the files.",
    );
  if (entry.method === stored) return done(entry.packed);
  if (entry.method !== deflated)
    return refused(
      `“${called}” is packed in a way that cannot be read (method ${entry.method}).`,
      "Unpack the archive, then choose the files.",
    );
  const out = new Uint8Array(entry.size);
  let length = 0;
  let over = false;
  const inflate = new Inflate((chunk) => {
    over ||= length + chunk.length > out.length;
    if (!over) out.set(chunk, length);
    length += chunk.length;
  });
  // A kilobyte gives a megabyte at most.
  const step = 16_384;
  try {
    for (let at = 0; at < entry.packed.length; at += step) {
      if (over) break;
      inflate.push(entry.packed.subarray(at, at + step), at + step >= entry.packed.length);
      await slices.turn();
    }
  } catch (error) {
    if (error instanceof DOMException) throw error;
    return damaged(called, "it does not unpack");
  }
  if (over) return bomb(archive, length);
  return length < out.length ? damaged(called, "it breaks off") : done(out);
}

/** Where the record stands that ends an archive; a comment of up to 64 KB may follow it. */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

/** Names are in UTF-8, or in whatever the device that packed them had; all in the same. */
async function nameDecoder(names: readonly Uint8Array[]): Promise<(name: Uint8Array) => string> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  try {
    for (const name of names) utf8.decode(name);
    return (name) => utf8.decode(name);
  } catch {
    const all = Uint8Array.from(names.flatMap((name) => [...name, 0x0a]));
    const decoder = new TextDecoder((await guessEncoding(all)) ?? "windows-1252");
    return (name) => decoder.decode(name);
  }
}

function tooMany(name: string): Result<never> {
  return refused(
    `“${name}” holds more than ${mostEntries.toLocaleString("en")} files.`,
    "Unpack it, and choose the folders one after the other.",
  );
}

function bomb(name: string, size: number): Result<never> {
  return refused(
    `“${name}” is small, but would unpack to ${Math.ceil(size / 2 ** 20).toLocaleString("en")} MB or more: it was not opened.`,
    "If you trust it, unpack it on your device and choose the files.",
  );
}
