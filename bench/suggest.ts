// What the page would propose, measured. npm run bench:suggest
//   prints the scorers' tables for the two dev sets in ../shared and the time an article takes.
// npm run bench:suggest -- FILE.jsonl --out PREDICTIONS.jsonl [--topics a,b,c] [--least 0.5]
//   writes predictions for any file of that form.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "../src/model/id.ts";
import { newTopic, type Topic } from "../src/model/codebook.ts";
import { read } from "../src/suggest/reading.ts";
import { readModel } from "../src/suggest/model.ts";
import {
  defaultConfidence,
  suggest,
  type ProposedSpeaker,
  type SuggestionContext,
} from "../src/suggest/suggest.ts";
import { topicsOf } from "../src/suggest/topics.ts";
import { goldArticles, rangesOf, type GoldArticle } from "../scripts/gold.ts";

const root = new URL("..", import.meta.url);
const shared = new URL("../shared/", root);
const model = readModel(readFileSync(new URL("src/suggest/base-model.bin", root)));
const wireTopics = [
  "tariffs",
  "counterterrorism",
  "trade",
  "sanctions",
  "border security",
  "energy",
  "climate",
  "migration",
  "human rights",
  "technology",
];

function option(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}

const least = Number(option("--least") ?? defaultConfidence);

function articlesOf(path: string): GoldArticle[] {
  return goldArticles(readFileSync(path, "utf8"));
}

function codebook(names: readonly string[]): Topic[] {
  const projectId = newId<"project">();
  const topics: Topic[] = [];
  for (const name of names) topics.push(newTopic(projectId, name, topics));
  return topics;
}

function speakerName(speaker: ProposedSpeaker): string {
  return "name" in speaker ? speaker.name : "";
}

/** Predictions in the scorer's form, and the milliseconds that each article took. */
function predict(
  articles: readonly GoldArticle[],
  topicNames: readonly string[],
): { lines: string[]; times: number[] } {
  const topics = codebook(topicNames);
  const nameOf = new Map(topics.map((topic) => [topic.id, topic.name]));
  const times: number[] = [];
  const lines = articles.map((article) => {
    const context: SuggestionContext = {
      model,
      speakers: [],
      organisations: [],
      topics,
      title: article.title,
    };
    const from = performance.now();
    const found = suggest(article.text, context).filter((one) => one.confidence >= least);
    times.push(performance.now() - from);
    const statements = found.map((one) => ({
      start: one.ranges[0]?.start ?? 0,
      end: one.ranges.at(-1)?.end ?? 0,
      parts: one.ranges.map((range) => [range.start, range.end]),
      // Of several the mention (“the two sides”) tells the scorer more than the first of them.
      speaker:
        one.speakers.length > 1 && one.source
          ? article.text.slice(one.source.start, one.source.end)
          : (one.speakers.map(speakerName)[0] ?? null),
      kind: one.quotation === "continued" ? "indirect" : one.quotation,
      quotation: one.quotation,
      speakers: one.speakers.map(speakerName),
      topics: one.topics.map((topic) => nameOf.get(topic.topicId) ?? ""),
      confidence: Number(one.confidence.toFixed(3)),
      reason: one.reason,
    }));
    return JSON.stringify({ id: article.id, statements });
  });
  return { lines, times };
}

function timing(articles: readonly GoldArticle[], times: readonly number[]): string {
  const perWords = (from: number) => {
    const words = articles
      .slice(from)
      .reduce((sum, article) => sum + article.text.split(/\s+/u).length, 0);
    return (500 * times.slice(from).reduce((sum, time) => sum + time, 0)) / words;
  };
  // The first articles are read while the engine still compiles.
  const warm = Math.min(5, times.length - 1);
  const slowest = Math.max(...times.slice(warm)).toFixed(0);
  return `${articles.length} articles: ${perWords(warm).toFixed(1)} ms for 500 words, slowest article ${slowest} ms; with the first ${warm}, while the engine compiles, ${perWords(0).toFixed(1)} ms`;
}

function scorer(script: string, ...args: string[]): void {
  console.log(
    execFileSync(process.execPath, [new URL(script, shared).pathname, ...args], {
      encoding: "utf8",
    }),
  );
}

const file = process.argv
  .slice(2)
  .find((arg, i, all) => arg.endsWith(".jsonl") && all[i - 1] !== "--out");
if (file !== undefined) {
  const articles = articlesOf(file);
  const { lines, times } = predict(
    articles,
    (option("--topics") ?? "")
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  );
  const out = option("--out");
  if (out === null) console.log(lines.join("\n"));
  else writeFileSync(out, `${lines.join("\n")}\n`);
  console.error(timing(articles, times));
} else {
  const folder = mkdtempSync(join(tmpdir(), "suggest-"));
  const sets = [
    {
      name: "wire set",
      gold: "wire/dev.jsonl",
      pronouns: "wire/pronouns.dev.tsv",
      view: "all",
      wire: true,
    },
    {
      name: "newspaper set",
      gold: "quotes/dev/dev.jsonl",
      pronouns: "quotes/dev/pronouns.dev.tsv",
      view: "speech",
      wire: false,
    },
  ];
  for (const set of sets) {
    const gold = new URL(set.gold, shared).pathname;
    console.log(`\n===== ${set.name}, least confidence ${least}`);
    if (!existsSync(gold)) {
      console.log(`not measured: ${gold} is not there`);
      continue;
    }
    const articles = articlesOf(gold);
    const { lines, times } = predict(articles, set.wire ? wireTopics : []);
    const predictions = join(folder, "predictions.jsonl");
    writeFileSync(predictions, `${lines.join("\n")}\n`);
    scorer(
      "quotes/score.mjs",
      gold,
      predictions,
      "--view",
      set.view,
      "--pronouns",
      new URL(set.pronouns, shared).pathname,
      "--ci",
    );
    if (set.wire) {
      scorer("wire/by-kind.mjs", gold, predictions);
      writeFileSync(join(folder, "topics.jsonl"), topicLines(articles));
      scorer("wire/topics.mjs", gold, join(folder, "topics.jsonl"));
    }
    console.log(timing(articles, times));
  }
  rmSync(folder, { recursive: true });
}

/** Topics of the gold statements, which topics.mjs scores apart from finding them. */
function topicLines(articles: readonly GoldArticle[]): string {
  const topics = codebook(wireTopics);
  const nameOf = new Map(topics.map((topic) => [topic.id, topic.name]));
  return articles
    .flatMap((article) => {
      const ranges = article.statements.map((one) => rangesOf(one.content));
      const found = topicsOf(read(article.text), ranges, { topics, title: article.title });
      return article.statements.map(
        (one, i) =>
          `${JSON.stringify({ id: one.id, topics: (found[i] ?? []).map((topic) => nameOf.get(topic.topicId)) })}\n`,
      );
    })
    .join("");
}
