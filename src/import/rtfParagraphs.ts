import { cellSeparator, type Piece } from "../model/document.ts";
import { RtfFonts } from "./rtfFonts.ts";
import { RtfLists, type RtfLevel } from "./rtfLists.ts";
import { headingLevel, RtfStyles } from "./rtfStyles.ts";
import { rtfTokens } from "./rtfTokens.ts";
import { rtfApart, rtfCharacters } from "./rtfWords.ts";
import type { Slices } from "./slices.ts";

/** A paragraph, or a row of a table. */
export interface RtfParagraph {
  readonly pieces: readonly Piece[];
  /** The level of the heading that it is, from 1; 0 for none. */
  readonly heading: number;
  /** Where it is an item of a list: how deep, from 0, and how it is marked. */
  readonly item: (RtfLevel & { readonly depth: number }) | null;
  /** It goes on in the item of the paragraph before it. */
  readonly goesOn: boolean;
}

/** What counts from a `{` to its `}`. */
interface State {
  readonly strong: boolean;
  readonly em: boolean;
  readonly underlined: boolean;
  /** Hidden, or deleted while changes were tracked. */
  readonly unseen: boolean;
  readonly font: number;
  readonly href: string;
  /** How many characters stand in for one written by its number. */
  readonly standIns: number;
  /** What the group is, where its text is not the document's. */
  readonly apart: string;
}

/** What counts from a `\pard` to the next. */
interface ParagraphState {
  readonly outline: number;
  readonly style: number;
  readonly list: number | null;
  readonly depth: number;
  readonly inTable: boolean;
}

const plain = { strong: false, em: false, underlined: false, unseen: false } as const;
const body: ParagraphState = { outline: 0, style: 0, list: null, depth: 0, inTable: false };

/** A millisecond's work or so. */
const tokensAtOnce = 1000;

class RtfReader {
  readonly paragraphs: RtfParagraph[] = [];
  private readonly fonts = new RtfFonts();
  private readonly lists = new RtfLists();
  private readonly styles = new RtfStyles();
  private readonly groups: State[] = [];
  private state: State = { ...plain, font: 0, href: "", standIns: 1, apart: "" };
  private paragraph = body;
  private pieces: Piece[] = [];
  private row: Piece[] = [];
  private goesOn = false;
  private bytes: number[] = [];
  private toSkip = 0;
  /** What a group apart says: a field's instruction, an item's marker, a style's name. */
  private said = "";
  private marker = "";
  private target = "";
  private font = 0;

  /** Whether groups were left open: the end of the file is missing. */
  async read(source: string, slices: Slices): Promise<boolean> {
    let depth = 0;
    let count = 0;
    for (const token of rtfTokens(source)) {
      count += 1;
      if (count % tokensAtOnce === 0) await slices.turn();
      if (token.is === "bytes") this.text(token.bytes, token.escaped);
      else {
        this.flush();
        if (token.is === "open") {
          depth += 1;
          this.toSkip = 0;
          this.groups.push(this.state);
        } else if (token.is === "close") {
          depth -= 1;
          this.close();
          if (depth === 0) break; // what follows is no RTF
        } else if (token.is === "symbol") this.symbol(token.symbol);
        else this.word(token.name, token.number);
      }
    }
    this.flush();
    if (this.row.length > 0) this.endRow(true);
    this.endParagraph();
    return depth > 0;
  }

  private text(bytes: readonly number[], escaped: boolean): void {
    const skipped = escaped ? Math.min(1, this.toSkip) : Math.min(bytes.length, this.toSkip);
    this.toSkip -= skipped;
    for (const byte of skipped === 0 ? bytes : bytes.slice(skipped)) this.bytes.push(byte);
  }

  private flush(): void {
    if (this.bytes.length === 0) return;
    const words = this.fonts.decode(this.state.font, this.bytes);
    this.bytes = [];
    this.put(words);
  }

  private put(words: string): void {
    const { state } = this;
    if (state.apart !== "") this.said += words;
    else if (!state.unseen) {
      const em = state.em || (state.underlined && state.href === "");
      this.pieces.push({ text: words, strong: state.strong, em, href: state.href });
    }
  }

  private close(): void {
    const ended = this.state.apart;
    this.state = this.groups.pop() ?? this.state;
    this.toSkip = 0;
    if (ended === "stylesheet") {
      this.styles.end(this.said);
      this.said = "";
    }
    if (ended === "" || ended === this.state.apart) return;
    if (ended === "listtext" || ended === "pntext") this.marker = this.said;
    if (ended === "fldinst") this.target = /HYPERLINK\s+"([^"]*)"/.exec(this.said)?.[1] ?? "";
    this.said = "";
  }

  private symbol(symbol: string): void {
    if (this.toSkip > 0) this.toSkip -= 1;
    else if (symbol === "*") this.state = { ...this.state, apart: this.state.apart || "unknown" };
    else if (symbol === "~") this.put("\u00a0");
    else if (symbol === "_") this.put("\u2011");
    else if (/[\\{}]/.test(symbol)) this.put(symbol);
    else if (/[\r\n]/.test(symbol)) this.endParagraph();
  }

  private word(name: string, number: number | null): void {
    const { state } = this;
    if (rtfApart.has(name) && (state.apart === "" || state.apart === "unknown")) {
      this.state = { ...state, apart: name };
      this.said = "";
    } else if (name === "u" && number !== null) {
      this.put(String.fromCharCode(number & 0xffff));
      this.toSkip = state.standIns;
    } else if (name === "uc") this.state = { ...state, standIns: Math.max(0, number ?? 1) };
    else if (name === "ansicpg" && number !== null) this.fonts.setPage(number);
    else if (name === "mac") this.fonts.setPage(10000);
    else if (state.apart !== "") this.wordApart(state.apart, name, number ?? 0);
    else if (!this.wordOfCharacters(name, number)) this.wordOfParagraph(name, number ?? 0);
  }

  private wordApart(of: string, name: string, number: number): void {
    if (of === "fonttbl") {
      if (name === "f") this.font = number;
      if (name === "fcharset") this.fonts.setCharacterSet(this.font, number);
    } else if (of === "listtable") this.lists.declare(name, number);
    else if (of === "listoverridetable") this.lists.override(name, number);
    else if (of === "stylesheet") this.styles.declare(name, number);
  }

  private wordOfCharacters(name: string, number: number | null): boolean {
    const on = number !== 0;
    const { state } = this;
    if (name === "b") this.state = { ...state, strong: on };
    else if (name === "i") this.state = { ...state, em: on };
    else if (name === "ulnone") this.state = { ...state, underlined: false };
    else if (/^ul(?:d|dash|dashd|dashdd|db|th|w|wave)?$/.test(name))
      this.state = { ...state, underlined: on };
    else if (name === "v" || name === "deleted") this.state = { ...state, unseen: on };
    else if (name === "plain") this.state = { ...state, ...plain };
    else if (name === "f") this.state = { ...state, font: number ?? 0 };
    else if (name === "fldrslt") this.state = { ...state, href: this.target };
    else if (name === "field") this.target = "";
    else if (name in rtfCharacters) this.put(rtfCharacters[name] ?? "");
    else return false;
    return true;
  }

  private wordOfParagraph(name: string, number: number): void {
    const { paragraph } = this;
    if (name === "pard") {
      this.paragraph = body;
      this.marker = "";
    } else if (name === "s") this.paragraph = { ...paragraph, style: number };
    else if (name === "outlinelevel")
      this.paragraph = { ...paragraph, outline: headingLevel(number) };
    else if (name === "ls") this.paragraph = { ...paragraph, list: number || null };
    else if (name === "ilvl") this.paragraph = { ...paragraph, depth: Math.max(0, number) };
    else if (name === "intbl") this.paragraph = { ...paragraph, inTable: true };
    else if (name === "par" || name === "sect" || name === "page") {
      if (paragraph.inTable) this.put(" ");
      else this.endParagraph();
    } else if (name === "line") this.breakLine();
    else if (name === "cell" || name === "nestcell") this.endCell();
    else if (name === "row" || name === "nestrow") this.endRow(name === "row");
  }

  private breakLine(): void {
    if (this.paragraph.inTable || this.heading() > 0) this.put(" ");
    else {
      const { marker } = this;
      this.endParagraph();
      this.marker = marker;
      this.goesOn = true;
    }
  }

  private endCell(): void {
    this.row.push(...trimmed(this.pieces), { text: cellSeparator });
    this.pieces = [];
  }

  private endRow(whole: boolean): void {
    if (trimmed(this.pieces).length > 0) this.endCell();
    this.row.pop(); // what follows the last cell
    if (!whole) {
      this.row.push({ text: " " });
      return;
    }
    const full = this.row.some(({ text }) => text !== cellSeparator && text.trim() !== "");
    this.pieces = full ? this.row : [];
    this.row = [];
    this.push(0, null);
  }

  private endParagraph(): void {
    // A table that ends without its last row keeps its cells.
    if (this.row.length > 0 && !this.paragraph.inTable) this.endRow(true);
    const { list, depth } = this.paragraph;
    const isItem = list !== null || this.marker !== "";
    const item = isItem ? { ...this.lists.level(list ?? 0, depth, this.marker), depth } : null;
    this.push(this.heading(), item);
    this.marker = "";
  }

  private push(heading: number, item: RtfParagraph["item"]): void {
    this.paragraphs.push({ pieces: trimmed(this.pieces), heading, item, goesOn: this.goesOn });
    this.pieces = [];
    this.goesOn = false;
  }

  private heading(): number {
    return this.paragraph.outline || this.styles.heading(this.paragraph.style);
  }
}

/** Pieces alike as one, without white space at the edges. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.strong === piece.strong && last.em === piece.em && last.href === piece.href)
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  while (joined[0] && joined[0].text.trim() === "") joined.shift();
  while (joined.at(-1)?.text.trim() === "") joined.pop();
  return joined.map((piece, i) => {
    let text = i === 0 ? piece.text.trimStart() : piece.text;
    if (i === joined.length - 1) text = text.trimEnd();
    return { ...piece, text: text.toWellFormed() };
  });
}

/** What stands in an RTF file, empty paragraphs too; `cutOff` where its end is missing. */
export async function rtfParagraphs(
  source: string,
  slices: Slices,
): Promise<{ readonly paragraphs: readonly RtfParagraph[]; readonly cutOff: boolean }> {
  const reader = new RtfReader();
  const cutOff = await reader.read(source, slices);
  return { paragraphs: reader.paragraphs, cutOff };
}
