import type { BlockContent } from "../model/document.ts";
import { done } from "../model/problem.ts";
import { articles, damaged, hasExtension, startsWith, type ImportFormat } from "./format.ts";
import { databaseArticles } from "./newsDatabase.ts";
import { wordless } from "./plainText.ts";
import { articleOfBlocks } from "./wordProcessed.ts";

/** Rich Text Format, as Factiva and Nexis write it: the text and its paragraphs. */
export const rtf: ImportFormat = {
  label: "RTF",
  extensions: [".rtf"],
  maxBytes: 50 * 2 ** 20,
  recognises: (file) => hasExtension(file, ".rtf") || isRtf(file.bytes),
  read: (file) => {
    if (!isRtf(file.bytes))
      return Promise.resolve(damaged(file.name, "it does not begin as an RTF file"));
    const lines = rtfLines(new TextDecoder("latin1").decode(file.bytes));
    const text = lines.join("\n");
    if (!/[^\s\u200b]/u.test(text)) return Promise.resolve(wordless(`“${file.name}”`));
    const many = databaseArticles(text);
    if (many) return Promise.resolve(done(articles(many.articles, null, many.skipped)));
    const blocks = lines
      .filter((line) => line.trim() !== "")
      .map((line): BlockContent => ({ kind: "paragraph", pieces: [{ text: line.trim() }] }));
    return Promise.resolve(done(articles([articleOfBlocks(blocks)])));
  },
};

function isRtf(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66);
}

/** Groups whose text is no text of the document. */
const apart = new Set(
  (
    "fonttbl colortbl stylesheet info pict header footer headerl headerr headerf footerl footerr footerf " +
    "object datafield fldinst themedata colorschememapping latentstyles datastore xmlnstbl listtable " +
    "listoverridetable rsidtbl generator filetbl revtbl annotation footnote"
  ).split(" "),
);

const characters: Readonly<Record<string, string>> = {
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: "\u2003",
  enspace: "\u2002",
  tab: "\t",
  cell: " | ",
  line: "\n",
  par: "\n",
  sect: "\n",
  page: "\n",
  row: "\n",
};

const codePages: Readonly<Record<string, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  65001: "utf-8",
};

/** The lines of an RTF text (specification 1.9.1): control words, groups, and bytes of its code page. */
function rtfLines(source: string): string[] {
  const page = /\\ansicpg(\d+)/.exec(source)?.[1] ?? "1252";
  const decoder = decoderOf(codePages[page] ?? `windows-${page}`);
  const groups: { skip: boolean; unicodeSkip: number }[] = [];
  let state = { skip: false, unicodeSkip: 1 };
  let text = "";
  let bytes: number[] = [];
  let toSkip = 0;
  const flush = () => {
    if (bytes.length > 0) text += decoder.decode(Uint8Array.from(bytes));
    bytes = [];
  };
  const put = (words: string) => {
    flush();
    if (!state.skip) text += words;
  };
  const token = /\\([a-z]+)(-?\d+)? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)/gi;
  for (const [, word, number, hex, symbol, brace, plain] of source.matchAll(token)) {
    if (brace === "{") {
      flush();
      groups.push(state);
      state = { skip: state.skip, unicodeSkip: state.unicodeSkip };
    } else if (brace === "}") {
      flush();
      state = groups.pop() ?? state;
    } else if (hex !== undefined) {
      if (toSkip > 0) toSkip -= 1;
      else if (!state.skip) bytes.push(Number.parseInt(hex, 16));
    } else if (symbol !== undefined) {
      if (symbol === "*") state.skip = true;
      else if (symbol === "~") put("\u00a0");
      else if (symbol === "_") put("\u2011");
      else if (/[\\{}]/.test(symbol)) put(symbol);
      else if (/[\r\n]/.test(symbol)) put("\n");
    } else if (plain !== undefined) {
      const kept = plain.slice(toSkip);
      toSkip = Math.max(0, toSkip - plain.length);
      if (kept !== "") put(kept);
    } else if (word === "u" && number !== undefined) {
      put(String.fromCharCode(Number(number) & 0xffff));
      toSkip = state.unicodeSkip;
    } else if (word === "uc") state.unicodeSkip = Number(number ?? 1);
    else if (word !== undefined && apart.has(word)) state.skip = true;
    else if (word !== undefined && word in characters) put(characters[word] ?? "");
  }
  flush();
  return text
    .toWellFormed()
    .split("\n")
    .map((line) => line.replace(/ \| $/, ""));
}

function decoderOf(name: string): TextDecoder {
  try {
    return new TextDecoder(name);
  } catch {
    return new TextDecoder("windows-1252");
  }
}
