import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { hashOf, type Article } from "../src/model/article.ts";
import type { ProjectBundle } from "../src/model/bundle.ts";
import { contentOf } from "../src/model/projectFile.ts";
import { readModel } from "../src/suggest/model.ts";
import { suggest } from "../src/suggest/suggest.ts";
import { goldArticles } from "../scripts/gold.ts";
import { project } from "./project.ts";

const root = new URL("..", import.meta.url);
const topicNames = ["tariffs", "trade", "sanctions", "border security", "energy", "climate"];

/** A project of news as it is written, from the training corpus over and over, cut to `words` each. */
export function newsProject(count: number, words: number): ProjectBundle {
  execFileSync(process.execPath, [new URL("corpus/build.mjs", root).pathname, "--quiet"]);
  const corpus = goldArticles(readFileSync(new URL("corpus/corpus.jsonl", root), "utf8"));
  let next = 0;
  const news = (): string => {
    const paragraphs: string[] = [];
    for (let left = words; left > 0;) {
      for (const paragraph of corpus[next % corpus.length]?.text.split("\n") ?? []) {
        if (left > 0) paragraphs.push(paragraph);
        left -= paragraph.split(" ").length;
      }
      next += 1;
    }
    return paragraphs.join("\n");
  };
  const bundle = project({ articles: count, words: 1, statements: 0 });
  const texts = bundle.texts.map((one) => {
    const text = news();
    return { ...one, text, content: contentOf(text) };
  });
  const articles = bundle.articles.map((one, i): Article => {
    const text = texts[i]?.text ?? "";
    return { ...one, title: `Article ${i}`, textHash: hashOf(text), progress: "to do" };
  });
  const topics = bundle.topics.map((one, i) => ({ ...one, name: topicNames[i] ?? one.name }));
  return { ...bundle, texts, articles, topics };
}

/** Milliseconds that the engine alone takes for all articles, and how many statements it proposes. */
export function alone({ texts, articles, speakers, organisations, topics }: ProjectBundle) {
  const model = readModel(readFileSync(new URL("src/suggest/base-model.bin", root)));
  const before = performance.now();
  let proposed = 0;
  for (const [i, { text }] of texts.entries()) {
    const { title = "", language = null } = articles[i] ?? {};
    const context = { model, speakers, organisations, topics, title, language };
    proposed += suggest(text, context).filter(({ confidence }) => confidence >= 0.5).length;
  }
  return { took: performance.now() - before, proposed };
}
