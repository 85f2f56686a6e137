import { textOf } from "../../../src/model/document.ts";
import type { FoundArticle, Imported, ReadOptions, Table } from "../../../src/import/format.ts";
import { readFile } from "../../../src/import/registry.ts";

type Content = string | Uint8Array | readonly number[];

/** What a file of these bytes holds; throws with the reason where it is refused. */
export async function imported(
  name: string,
  content: Content,
  options?: ReadOptions,
): Promise<Imported> {
  const read = await readFile({ name, bytes: bytesOf(content) }, options);
  if (read.ok) return read.value;
  throw new Error(`${read.problem.what} ${read.problem.remedy}`);
}

export async function articlesIn(name: string, content: Content): Promise<readonly FoundArticle[]> {
  const read = await imported(name, content);
  if (read.kind !== "articles") throw new Error(`${name} holds no articles`);
  return read.articles;
}

export async function articleIn(name: string, content: Content): Promise<FoundArticle> {
  const [article] = await articlesIn(name, content);
  if (!article) throw new Error(`${name} holds no article`);
  return article;
}

export async function tableIn(name: string, content: Content): Promise<Table> {
  const read = await imported(name, content);
  const [table] = read.kind === "tables" ? read.tables : [];
  if (!table) throw new Error(`${name} holds no table`);
  return table;
}

/** Why a file is refused. */
export async function refusalOf(name: string, content: Content): Promise<string> {
  const read = await readFile({ name, bytes: bytesOf(content) });
  if (read.ok) throw new Error(`${name} was read`);
  if (read.problem.remedy === "") throw new Error("No remedy is named");
  return read.problem.what;
}

export function wordsIn({ document }: FoundArticle): string {
  return textOf(document);
}

/** The structure of an article in short: "h1(Title) p(We <em>) ul[li[p(one)]]". */
export function outlineOf({ document }: FoundArticle): string {
  const short = (node: typeof document): string => {
    const inner: string[] = [];
    node.forEach((child) => inner.push(child.isText ? marked(child) : short(child)));
    const tag = {
      paragraph: "p",
      heading: `h${String(node.attrs.level)}`,
      quote: "q",
      bullet_list: "ul",
      ordered_list: `ol${String(node.attrs.start)}`,
      list_item: "li",
    }[node.type.name];
    return node.isTextblock ? `${tag}(${inner.join("")})` : `${tag}[${inner.join(" ")}]`;
  };
  const marked = (node: typeof document) =>
    node.marks.reduceRight(
      (text, { type, attrs }) =>
        type.name === "link" ? `{${text}→${String(attrs.href)}}` : `<${type.name} ${text}>`,
      node.text ?? "",
    );
  const blocks: string[] = [];
  document.forEach((block) => blocks.push(short(block)));
  return blocks.join(" ");
}

function bytesOf(content: Content): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : Uint8Array.from(content);
}
