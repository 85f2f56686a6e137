import { documentOfBlocks, textOf, type BlockContent } from "../model/document.ts";
import { done } from "../model/problem.ts";
import { decodeText } from "./encoding.ts";
import { articles, hasExtension, type ImportFormat, type Reading } from "./format.ts";
import { headerLines } from "./headerLines.ts";
import { metadataOf, wordless } from "./plainText.ts";

/** Markdown (CommonMark and GitHub's tables): one article; its front matter or header lines say what it is. */
export const markdown: ImportFormat = {
  label: "Markdown",
  extensions: [".md", ".markdown"],
  maxBytes: 20 * 2 ** 20,
  recognises: (file) => hasExtension(file, ".md", ".markdown"),
  async read(file, { encoding }) {
    const decoded = await decodeText(file, encoding);
    if (!decoded.ok) return decoded;
    const [{ marked }, { cleanPage }, { blocksOfDom }] = await Promise.all([
      import("marked"),
      import("./cleanPage.ts"),
      import("./domBlocks.ts"),
    ]);
    const text = decoded.value.text.toWellFormed().replace(/^\ufeff/, "");
    const { readings, rest } = headerLines(withoutFence(text));
    const blocks = blocksOfDom(cleanPage(await marked.parse(rest)).body);
    const [first] = blocks;
    const titled = readings.some(({ field }) => field === "title");
    const heading =
      !titled && first?.kind === "heading" && blocks.length > 1 ? [headline(first)] : [];
    const document = documentOfBlocks(heading.length > 0 ? blocks.slice(1) : blocks);
    if (!/[^\s\u200b]/u.test(textOf(document))) return wordless(`“${file.name}”`);
    const all = [...readings, ...heading];
    const article = { metadata: metadataOf(all), readings: all, document, remarks: [] };
    return done(articles([article], decoded.value.encoding));
  },
};

function headline({ pieces }: BlockContent & { kind: "heading" }): Reading {
  const value = pieces.map(({ text }) => text).join("");
  return { field: "title", value, words: value, from: "headline", remark: "" };
}

/** Front matter between two lines "---", as header lines: its quotation marks are YAML's, not the text's. */
function withoutFence(text: string): string {
  const found = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  if (!found) return text;
  const lines = (found[1] ?? "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => line.replace(/^(\w+\s*:\s*)(["'])(.*)\2\s*$/, "$1$3"));
  return `${lines.join("\n")}\n\n${text.slice(found[0].length).trimStart()}`;
}
