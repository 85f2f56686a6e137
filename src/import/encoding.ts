import { done, refused, type Result } from "../model/problem.ts";
import { startsWith, type Encoding, type InputFile } from "./format.ts";

/** The encodings that the user may choose among, as `TextDecoder` names them. */
export const encodings: readonly (readonly [name: string, label: string])[] = [
  ["utf-8", "UTF-8"],
  ["utf-16le", "UTF-16 (little end first)"],
  ["utf-16be", "UTF-16 (big end first)"],
  ["windows-1252", "Western European (Windows-1252)"],
  ["windows-1250", "Central European (Windows-1250)"],
  ["windows-1251", "Cyrillic (Windows-1251)"],
  ["koi8-r", "Cyrillic (KOI8-R)"],
  ["windows-1253", "Greek (Windows-1253)"],
  ["windows-1254", "Turkish (Windows-1254)"],
  ["windows-1255", "Hebrew (Windows-1255)"],
  ["windows-1256", "Arabic (Windows-1256)"],
  ["gb18030", "Chinese, simplified (GB18030)"],
  ["big5", "Chinese, traditional (Big5)"],
  ["shift_jis", "Japanese (Shift JIS)"],
  ["euc-jp", "Japanese (EUC-JP)"],
  ["euc-kr", "Korean (EUC-KR)"],
];

/** What a name is to people; the name itself where the list has none. */
export function encodingLabel(name: string): string {
  return encodings.find(([each]) => each === name)?.[1] ?? name;
}

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** The first bytes of files that are often taken for text, and what they are. */
const binaries: readonly { readonly bytes: readonly number[]; readonly kind: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], kind: "a PDF file" },
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: "a ZIP archive" },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    kind: "an old Word or Excel file, or one that is protected by a password",
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: "a PNG picture" },
  { bytes: [0xff, 0xd8, 0xff], kind: "a JPEG picture" },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: "a GIF picture" },
  { bytes: [0x49, 0x49, 0x2a, 0x00], kind: "a TIFF picture" },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], kind: "a TIFF picture" },
  { bytes: [0x1f, 0x8b], kind: "a gzip archive" },
  { bytes: [0x52, 0x61, 0x72, 0x21], kind: "a RAR archive" },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], kind: "a 7z archive" },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], kind: "an SQLite database" },
];

const copyOut =
  "Open it in its own program, copy the text and paste it here, or save it there as plain text, Word (.docx) or PDF.";

/**
 * The words of a text file. Its encoding is what the user says, else what a byte order mark says,
 * else UTF-8 where all bytes fit it, else the likeliest of the others.
 * @param chosen as `TextDecoder` names it
 * @param declared what the file says of itself, as a page does; taken where its bytes fit it
 */
export async function decodeText(
  { name, bytes }: InputFile,
  chosen?: string,
  declared?: string,
): Promise<Result<DecodedText>> {
  const refusal = noText(name, bytes);
  if (refusal) return refusal;
  if (chosen !== undefined) return decodeAs(name, bytes, { name: chosen, by: "user" });
  const mark = markedEncoding(bytes);
  if (mark) return decodeAs(name, bytes, { name: mark, by: "file" });
  if (declared !== undefined && declared !== "utf-8" && decoded(bytes, declared) !== null)
    return decodeAs(name, bytes, { name: declared, by: "file" });
  const wide = unmarkedUtf16(bytes);
  if (wide) return decodeAs(name, bytes, { name: wide, by: "guess" });
  const binary = zeroIn(name, bytes);
  if (binary) return binary;
  const utf8 = decoded(bytes, "utf-8");
  if (utf8 !== null) return done({ text: utf8, encoding: { name: "utf-8", by: "file" } });
  const guess = await guessEncoding(bytes);
  if (guess) return decodeAs(name, bytes, { name: guess, by: "guess" });
  return refused(
    `“${name}” is not a text file: line ${firstBadLine(bytes, "utf-8")} has bytes that stand for no character in any encoding.`,
    copyOut,
  );
}

/** The words of a file that must be in UTF-8, with or without a byte order mark. */
export function decodeUtf8({ name, bytes }: InputFile): Result<string> {
  const refusal = noText(name, bytes) ?? zeroIn(name, bytes);
  if (refusal) return refusal;
  const text = decoded(bytes, "utf-8");
  if (text !== null) return done(text);
  return refused(
    `“${name}” is not in UTF-8: line ${firstBadLine(bytes, "utf-8")} has bytes that stand for no character.`,
    "Save it again as UTF-8 (in Notepad: Save as, Encoding).",
  );
}

function noText(name: string, bytes: Uint8Array): Result<never> | null {
  if (bytes.length === 0) return refused(`“${name}” is empty.`, "Choose another file.");
  const binary = binaries.find((one) => startsWith(bytes, ...one.bytes));
  return binary ? refused(`“${name}” is ${binary.kind}, not a text file.`, copyOut) : null;
}

function zeroIn(name: string, bytes: Uint8Array): Result<never> | null {
  const zero = bytes.indexOf(0);
  if (zero === -1) return null;
  return refused(
    `“${name}” is not a text file: its byte ${zero + 1} is zero, which no text has.`,
    copyOut,
  );
}

function decodeAs(name: string, bytes: Uint8Array, encoding: Encoding): Result<DecodedText> {
  const text = decoded(bytes, encoding.name);
  if (text !== null) return done({ text, encoding });
  return refused(
    `“${name}” is not in ${encodingLabel(encoding.name)}: line ${firstBadLine(bytes, encoding.name)} has bytes that stand for no character.`,
    encoding.by === "user" ? "Choose another encoding." : "Choose another copy of the file.",
  );
}

/** Null where a byte stands for no character, or the encoding is none that browsers know. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  return startsWith(bytes, 0xfe, 0xff) ? "utf-16be" : null;
}

/** UTF-16 without its mark, by the zeros of the spaces, digits and letters in any text. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 4096);
  if (start.length < 4 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  for (const [i, byte] of start.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const name = odd > 0 && even === 0 ? "utf-16le" : even > 0 && odd === 0 ? "utf-16be" : null;
  const text = name && decoded(bytes, name);
  return text && !hasControls(text.slice(0, 4096)) && !/[\p{Cn}\p{Co}]/u.test(text.slice(0, 4096))
    ? name
    : null;
}

/** So many bytes are looked at to guess an encoding: enough to tell, and a few milliseconds. */
const guessedFrom = 64_000;

/** Encodings that browsers read as a larger one, or that few files are in and many are taken for. */
const readAs: Readonly<Record<string, string>> = {
  "iso-8859-1": "windows-1252",
  "iso-8859-2": "windows-1250",
  "iso-8859-5": "windows-1251",
  "iso-8859-6": "windows-1256",
  "iso-8859-7": "windows-1253",
  "iso-8859-8": "windows-1255",
  "iso-8859-9": "windows-1254",
  ascii: "windows-1252",
};

/** The likeliest encoding of bytes that are not UTF-8; null when they are no text in any. */
export async function guessEncoding(bytes: Uint8Array): Promise<string | null> {
  const { analyse } = await import("chardet");
  const start = bytes.subarray(0, guessedFrom);
  const names = analyse(start).map(({ name }) => readAs[name.toLowerCase()] ?? name.toLowerCase());
  const known = new Set(encodings.map(([name]) => name));
  const likely = [...new Set(names)].filter((name) => known.has(name) && name !== "utf-8");
  for (const name of [...likely, "windows-1252"]) {
    const text = decoded(bytes, name);
    if (text !== null && !hasControls(text.slice(0, guessedFrom))) return name;
  }
  return null;
}

/** Characters that no text has: most of C0, and C1 (bytes that Windows' code pages leave open). */
function hasControls(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u0084\u0086-\u009f]/.test(text);
}

/** The number, from 1, of the first line that does not decode. */
function firstBadLine(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const bad = text.indexOf("\ufffd");
  return text.slice(0, bad === -1 ? 0 : bad).split("\n").length;
}
