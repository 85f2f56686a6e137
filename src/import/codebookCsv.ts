import { colourSchema } from "../model/colour.ts";
import { codebookFault, type Codebook } from "../model/codebookFile.ts";
import { fieldKinds } from "../model/field.ts";
import { idSchema, newId, type Id, type OrganisationId, type TopicId } from "../model/id.ts";
import { keywordPattern } from "../model/keyword.ts";
import { folded } from "../model/name.ts";
import { done, refused, type Result } from "../model/problem.ts";
import type { ReadCodebook } from "./codebookFile.ts";
import { rowsOfCsv } from "./csv.ts";
import type { TableRow } from "./format.ts";
import { Slices } from "./slices.ts";

/** The columns that are read; all but the name may be missing. `docs/file-formats.md` says each. */
const columns = [
  "kind",
  "name",
  "parent",
  "aliases",
  "colour",
  "definition",
  "keywords",
  "shortcut",
  "role",
  "organisation",
  "type",
  "note",
  "on",
  "takes",
  "choices",
  "archived",
  "id",
] as const;
type Column = (typeof columns)[number];

const kinds = ["topic", "speaker", "organisation", "field"] as const;
type Kind = (typeof kinds)[number];

/** A row by its columns; a cell that the table does not have is empty. */
interface Line {
  /** From 1, that of the titles. */
  readonly row: number;
  readonly kind: Kind;
  readonly cells: Readonly<Record<Column, string>>;
}

/** Thrown while rows become entries; tells where and what. */
class BadRow extends Error {
  readonly row: number;

  constructor(row: number, what: string) {
    super(what);
    this.row = row;
  }
}

/** Reads a table of entries: one row a topic, speaker, organisation or field. */
export async function readCodebookCsv(text: string, name: string): Promise<Result<ReadCodebook>> {
  const rows = await rowsOfCsv(name, text, new Slices());
  if (!rows.ok) return rows;
  const [head, ...body] = rows.value;
  const titles = head?.cells.map((title) => folded(title)) ?? [];
  if (!titles.includes("name"))
    return refused(
      `“${name}” is no codebook: its first line has no column “name”.`,
      `Give the table a first line with the names of its columns: ${columns.join(", ")}.`,
    );
  const unread = titles.filter((title) => title !== "" && !columns.some((one) => one === title));
  try {
    const lines = body.flatMap((row) => lineOf(titles, row) ?? []);
    const codebook = codebookOf(lines);
    const fault = codebookFault(codebook);
    if (fault)
      return refused(
        `“${name}” cannot be read: ${fault.what}.`,
        "Correct the table, and try again.",
      );
    const remarks = unread.map((title) => `The column “${title}” is not read.`);
    return done({ codebook, remarks });
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    return refused(
      `“${name}”, row ${error.row}: ${error.message}.`,
      "Correct that row, and try again.",
    );
  }
}

function lineOf(titles: readonly string[], { number: row, cells }: TableRow): Line | null {
  if (cells.every((one) => one.trim() === "")) return null;
  const valueOf = (column: Column) => unguarded(cells[titles.indexOf(column)] ?? "");
  const given = folded(valueOf("kind")) || "topic";
  const kind = kinds.find((one) => one === given);
  if (!kind) throw new BadRow(row, `“${given}” is no kind of entry; there are ${kinds.join(", ")}`);
  const all = Object.fromEntries(columns.map((column) => [column, valueOf(column)]));
  if (all.name?.trim() === "") throw new BadRow(row, `the ${kind} has no name`);
  return { row, kind, cells: all as Line["cells"] }; // one value for each column
}

function codebookOf(lines: readonly Line[]): Codebook {
  const of = (kind: Kind) => lines.filter((line) => line.kind === kind);
  const organisations = of("organisation").map((line) => ({
    id: idOf<"organisation">(line),
    name: line.cells.name.trim(),
    aliases: listOf(line.cells.aliases),
    type: line.cells.type,
    archived: yesNo(line),
  }));
  const known = new Map<string, OrganisationId>(
    organisations.flatMap(({ id, name }) => [[folded(name), id] as const, [id, id] as const]),
  );
  const employer = (name: string): OrganisationId | null => {
    if (name.trim() === "") return null;
    const there = known.get(folded(name));
    if (there) return there;
    // A speaker may name one that has no row of its own.
    const made = { id: newId<"organisation">(), name: name.trim() };
    organisations.push({ ...made, aliases: [], type: "", archived: null });
    known.set(folded(name), made.id);
    return made.id;
  };
  return {
    topics: topicsOf(of("topic")),
    speakers: of("speaker").map((line) => ({
      id: idOf<"speaker">(line),
      name: line.cells.name.trim(),
      aliases: listOf(line.cells.aliases),
      role: line.cells.role,
      organisationId: employer(line.cells.organisation),
      colour: colourOf(line),
      note: line.cells.note,
      archived: yesNo(line),
    })),
    organisations,
    fields: of("field").map((line, position) => ({
      id: idOf<"field">(line),
      on: oneOf(line, "on", ["statement", "article"] as const, "statement"),
      name: line.cells.name.trim(),
      kind: oneOf(line, "takes", fieldKinds, "text"),
      choices: listOf(line.cells.choices),
      archived: yesNo(line),
      position,
    })),
  };
}

/** The topics of a table, each below the one that its path or id names; parents without a row are made. */
function topicsOf(lines: readonly Line[]): Codebook["topics"] {
  const topics: Codebook["topics"][number][] = [];
  const byId = new Map<string, TopicId>();
  const byPath = new Map<string, TopicId>();
  const rows = lines.map((line) => {
    const id = idOf<"topic">(line);
    byId.set(id, id);
    const parent = pathOf(line.cells.parent);
    const path = keyOf([...parent, line.cells.name]);
    if (!byPath.has(path)) byPath.set(path, id);
    return { line, id, parent };
  });
  const below = (names: readonly string[]): TopicId | null => {
    const name = names.at(-1);
    if (name === undefined) return null;
    const given = names.length === 1 ? byId.get(name.trim().toLowerCase()) : undefined;
    const there = given ?? byPath.get(keyOf(names));
    if (there) return there;
    const id = newId<"topic">();
    byPath.set(keyOf(names), id);
    topics.push({ ...bare(name.trim()), id, parentId: below(names.slice(0, -1)) });
    return id;
  };
  for (const { line, id, parent } of rows) {
    const { cells } = line;
    const keywords = listOf(cells.keywords);
    for (const keyword of keywords) {
      const pattern = keywordPattern(keyword);
      if (!pattern.ok) throw new BadRow(line.row, pattern.problem.what.replace(/\.$/, ""));
    }
    if (cells.shortcut.trim().length > 1)
      throw new BadRow(line.row, `the shortcut “${cells.shortcut}” is more than one key`);
    topics.push({
      ...bare(cells.name.trim()),
      id,
      parentId: below(parent),
      colour: colourOf(line),
      definition: cells.definition,
      keywords,
      shortcut: cells.shortcut.trim(),
      archived: yesNo(line),
    });
  }
  return topics.map((topic, position) => ({ ...topic, position }));
}

function bare(name: string) {
  return {
    name,
    colour: null as string | null,
    definition: "",
    keywords: [] as readonly string[],
    shortcut: "",
    archived: null as boolean | null,
    position: 0,
  };
}

function keyOf(names: readonly string[]): string {
  return JSON.stringify(names.map((name) => folded(name)));
}

function idOf<Of extends string>({ row, cells }: Line): Id<Of> {
  if (cells.id.trim() === "") return newId<Of>();
  const parsed = idSchema<Of>().safeParse(cells.id.trim());
  if (!parsed.success)
    throw new BadRow(row, `“${cells.id}” is no id; leave the cell empty for a new entry`);
  return parsed.data;
}

function colourOf({ row, cells }: Line): string | null {
  const colour = cells.colour.trim().toLowerCase();
  if (colour === "") return null;
  if (!colourSchema.safeParse(colour).success)
    throw new BadRow(row, `“${cells.colour}” is no colour; write it as #1d4ed8`);
  return colour;
}

function yesNo({ row, cells }: Line): boolean | null {
  const given = folded(cells.archived);
  if (given === "") return null;
  if (["yes", "true", "1"].includes(given)) return true;
  if (["no", "false", "0"].includes(given)) return false;
  throw new BadRow(row, `archived is yes or no, not “${cells.archived}”`);
}

function oneOf<const T extends string>(
  { row, cells }: Line,
  column: Column,
  among: readonly T[],
  otherwise: T,
): T {
  const given = folded(cells[column]);
  if (given === "") return otherwise;
  const found = among.find((one) => one === given);
  if (found) return found;
  throw new BadRow(row, `“${cells[column]}” is none of: ${among.join(", ")}`);
}

/** Takes away the apostrophe that keeps a spreadsheet from running a cell. */
function unguarded(cell: string): string {
  return /^'+(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u.test(cell) ? cell.slice(1) : cell;
}

/** Values with ";" between them; a backslash makes the next character a part of the value. */
function listOf(cell: string): string[] {
  return parted(cell, ";").filter((value) => value.trim() !== "");
}

/** Names from the top level down, with ">" between them. */
function pathOf(cell: string): string[] {
  return parted(cell, ">")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function parted(cell: string, separator: string): string[] {
  const parts = [""];
  for (let i = 0; i < cell.length; i += 1) {
    const char = cell[i] ?? "";
    if (char === "\\" && i + 1 < cell.length) {
      i += 1;
      parts.push((parts.pop() ?? "") + cell[i]);
    } else if (char === separator) {
      parts.push("");
      // The space after it belongs to the table.
      if (cell[i + 1] === " ") i += 1;
    } else parts.push((parts.pop() ?? "") + char);
  }
  return parts;
}
