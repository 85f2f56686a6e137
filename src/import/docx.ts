import { documentOfBlocks, textOf } from "../model/document.ts";
import { done } from "../model/problem.ts";
import { articles, damaged, hasExtension, type ImportFormat } from "./format.ts";
import { wordless } from "./plainText.ts";
import { databaseArticles } from "./newsDatabase.ts";
import { Slices } from "./slices.ts";
import { articleOfBlocks } from "./wordProcessed.ts";
import { unpack, zipEntries } from "./zip.ts";

/** A Word document: one article with its headings, lists and links, or the many of a database's export. */
export const docx: ImportFormat = {
  label: "Word",
  extensions: [".docx"],
  maxBytes: 50 * 2 ** 20,
  recognises: (file) => hasExtension(file, ".docx"),
  async read(file, { signal }) {
    const slices = new Slices(signal);
    const entries = await zipEntries(file);
    if (!entries.ok) return entries;
    const main = entries.value.find(({ name }) => name === "word/document.xml");
    if (!main) return damaged(file.name, "it holds no Word document");
    // What the converter unpacks was checked by the archive's table; that the table is true, here.
    for (const entry of entries.value) {
      const bytes = await unpack(file.name, entry, slices);
      if (!bytes.ok) return bytes;
    }
    const [mammoth, { cleanPage }, { blocksOfDom }] = await Promise.all([
      import("mammoth/mammoth.browser.js"),
      import("./cleanPage.ts"),
      import("./domBlocks.ts"),
    ]);
    let html: string;
    try {
      const arrayBuffer = Uint8Array.from(file.bytes).buffer;
      ({ value: html } = await mammoth.default.convertToHtml(
        { arrayBuffer },
        { ignoreEmptyParagraphs: true },
      ));
    } catch {
      return damaged(file.name, "its text cannot be found");
    }
    await slices.turn();
    const blocks = blocksOfDom(cleanPage(html).body);
    const text = textOf(documentOfBlocks(blocks));
    if (!/[^\s\u200b]/u.test(text)) return wordless(`“${file.name}”`);
    const many = databaseArticles(text);
    if (many) return done(articles(many.articles, null, many.skipped));
    return done(articles([articleOfBlocks(blocks)]));
  },
};
