import { done, refused, type Result } from "../model/problem.ts";
import type { InputFile } from "./format.ts";

/** The first bytes of files that are often taken for text, and what they are. */
const binaries: readonly { readonly bytes: readonly number[]; readonly kind: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], kind: "a PDF file" },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    kind: "a ZIP archive (Word, Excel and EPUB files are such, too)",
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: "an old Word or Excel file" },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], kind: "an RTF file" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: "a PNG picture" },
  { bytes: [0xff, 0xd8, 0xff], kind: "a JPEG picture" },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: "a GIF picture" },
  { bytes: [0x49, 0x49, 0x2a, 0x00], kind: "a TIFF picture" },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], kind: "a TIFF picture" },
  { bytes: [0x1f, 0x8b], kind: "a gzip archive" },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], kind: "an SQLite database" },
];

const copyOut =
  "Open it in its own program, copy the text and paste it here, or save it there as plain text in UTF-8.";
const saveAsUtf8 =
  "Save it again as UTF-8 (in Notepad: Save as, Encoding; in Word: Plain text, Other encoding), or copy the text and paste it here.";

/** The words of a text file in UTF-8, with or without a byte order mark; refused when it is none. */
export function decodeUtf8({ name, bytes }: InputFile): Result<string> {
  if (bytes.length === 0) return refused(`“${name}” is empty.`, "Choose another file.");
  const binary = binaries.find((one) => one.bytes.every((byte, i) => bytes[i] === byte));
  if (binary) return refused(`“${name}” is ${binary.kind}, not a text file.`, copyOut);
  if (isUtf16(bytes)) return refused(`“${name}” is text in UTF-16, not in UTF-8.`, saveAsUtf8);
  const zero = bytes.indexOf(0);
  if (zero !== -1)
    return refused(
      `“${name}” is not a text file: its byte ${zero + 1} is zero, which no text has.`,
      copyOut,
    );
  try {
    return done(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    const line = firstBadLine(bytes);
    return refused(
      `“${name}” is not in UTF-8: line ${line} has bytes that stand for no character.`,
      saveAsUtf8,
    );
  }
}

/** By its byte order mark, or by a zero in every other of its first bytes, as in English text. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, 64);
  const zeros = [0, 1].map(
    (half) => start.filter((byte, i) => i % 2 === half && byte === 0).length,
  );
  return start.length >= 4 && Math.max(...zeros) > start.length * 0.4 && Math.min(...zeros) === 0;
}

/** The number, from 1, of the first line that does not decode. A line feed is part of no other character. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const until = end === -1 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(start, until));
    } catch {
      return line;
    }
    start = until + 1;
  }
  return line;
}
