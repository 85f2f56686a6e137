import { sample } from "../article.ts";
import { nodes, offer, place, took } from "./target.ts";

/** The floor: what any page with these words costs, without marks, caret or selection of ours. */
let text = "";

offer({
  prepare(words, count) {
    ({ text } = sample(words, count));
  },
  open: () =>
    took(() => {
      const article = document.createElement("article");
      for (const paragraph of text.split("\n")) {
        const p = document.createElement("p");
        p.dir = "auto";
        p.textContent = paragraph;
        article.append(p);
      }
      place().append(article);
    }),
  nodes,
});
