import { sample } from "../article.ts";
import { nodes, offer, opened, place } from "./target.ts";

/** The floor: what any page with these words costs, without marks, caret or selection of ours. */
let paragraphs: readonly string[] = [];

offer({
  prepare(words, count) {
    paragraphs = sample(words, count).text.split("\n");
  },
  open: () =>
    opened(paragraphs.length, () => {
      const article = document.createElement("article");
      for (const paragraph of paragraphs) {
        const p = document.createElement("p");
        p.dir = "auto";
        p.textContent = paragraph;
        article.append(p);
      }
      place().append(article);
    }),
  nodes,
});
