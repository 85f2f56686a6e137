import { z } from "zod";
import type { Metadata } from "../model/article.ts";
import type { Reading } from "./format.ts";
import { languageTag } from "./headerLines.ts";

/** What a page may call each part, the most trustworthy first: Open Graph, Dublin Core, Schema.org. */
const metaNames: Readonly<Partial<Record<keyof Metadata, readonly string[]>>> = {
  title: ["og:title", "twitter:title", "dc.title", "parsely-title", "headline"],
  publishedAt: [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "pubdate",
    "publish-date",
    "sailthru.date",
  ],
  publisher: ["og:site_name", "dc.publisher", "application-name"],
  byline: ["author", "article:author", "dc.creator", "parsely-author", "byl"],
  section: ["article:section", "parsely-section", "section"],
  url: ["og:url"],
  language: ["og:locale", "dc.language", "content-language"],
};

const nameOf = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const namesOf = z
  .union([nameOf.transform((name) => [name]), z.array(nameOf)])
  .transform((names) => names.join(", "));

/** The parts of Schema.org's Article that an article of ours has; what is malformed is left out. */
const articleData = z.object({
  "@type": z.union([z.string(), z.array(z.string())]).transform((type) => [type].flat()),
  headline: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  author: namesOf.optional().catch(undefined),
  publisher: nameOf.optional().catch(undefined),
  articleSection: namesOf.optional().catch(undefined),
  inLanguage: z.string().optional().catch(undefined),
  dateline: z.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
});

/**
 * What a page says of its article: in JSON-LD, in meta tags, in the language of its text.
 * @param html the page as it came; data in scripts is read as data, and never run
 */
export function pageReadings(html: string, page: Document): Reading[] {
  const readings: Reading[] = [];
  const add = (field: keyof Metadata, words: string | null | undefined) => {
    const said = words?.replaceAll(/\s+/gu, " ").trim() ?? "";
    const value = said === "" ? "" : valueOf(field, said);
    if (value !== "") readings.push({ field, value, words: said, from: "markup", remark: "" });
  };
  const data = linkedData(html);
  add("title", data?.headline);
  add("publishedAt", data?.datePublished);
  add("byline", data?.author);
  add("publisher", data?.publisher);
  add("section", data?.articleSection);
  add("language", data?.inLanguage);
  add("place", data?.dateline);
  add("url", page.querySelector('link[rel="canonical"]')?.getAttribute("href"));
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll("meta")) {
    const name =
      meta.getAttribute("property") ?? meta.getAttribute("name") ?? meta.getAttribute("itemprop");
    if (name && !metas.has(name.toLowerCase()))
      metas.set(name.toLowerCase(), meta.getAttribute("content") ?? "");
  }
  for (const [field, names] of Object.entries(metaNames) as [keyof Metadata, string[]][])
    for (const name of names) add(field, metas.get(name));
  add("url", data?.url);
  add("publishedAt", page.querySelector("time[datetime]")?.getAttribute("datetime"));
  add("language", page.documentElement.getAttribute("lang"));
  add("title", page.querySelector("title")?.textContent);
  return readings;
}

function valueOf(field: keyof Metadata, words: string): string {
  if (field === "publishedAt") return /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[T ])/.exec(words)?.[0] ?? "";
  if (field === "language") return languageTag(words.replaceAll("_", "-"));
  if (field === "url") return /^https?:\/\/\S+$/.test(words) ? words : "";
  // An address of the author's page is no name.
  return field === "byline" && /^https?:/.test(words)
    ? ""
    : words.replace(/^by\s+(?=\p{Lu})/iu, "");
}

/** The first article among the page's JSON-LD blocks. A script ends at the first "</script". */
function linkedData(html: string): z.infer<typeof articleData> | null {
  for (const [, json = ""] of html.matchAll(
    /<script\b[^>]*\btype\s*=\s*["']?application\/ld\+json["']?[^>]*>([\s\S]*?)<\/script/gi,
  )) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(json);
    } catch {
      continue; // pages have broken data often; the meta tags are still there
    }
    for (const candidate of candidates(parsed)) {
      const data = articleData.safeParse(candidate);
      if (
        data.success &&
        data.data["@type"].some((type) => /Article$|^(?:BlogPosting|Report)$/.test(type))
      )
        return data.data;
    }
  }
  return null;
}

function candidates(parsed: unknown): unknown[] {
  if (Array.isArray(parsed)) return parsed.flatMap(candidates);
  if (typeof parsed !== "object" || parsed === null) return [];
  return "@graph" in parsed && Array.isArray(parsed["@graph"])
    ? [parsed, ...(parsed["@graph"] as unknown[])]
    : [parsed];
}
