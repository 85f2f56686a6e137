import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { databaseArticles } from "../../../src/import/newsDatabase.ts";
import { articlesIn, wordsIn } from "./reading.ts";

const nexisUni = `Page 1 of 2
Steel tariffs rattle toolmakers

The New York Times
May 3, 2024 Friday
Late Edition - Final

Copyright 2024 The New York Times Company
Section: Section A; Column 0; Foreign Desk; Pg. 1
Length: 12 words
Byline: By JANE DOE
Dateline: TOLEDO
Body

The duty was supposed to save plants.

Instead, the firm laid off nine.

Load-Date: May 3, 2024

End of Document

Two was said

The Guardian (London)
June 5, 2010 Saturday 8:12 PM GMT

Length: 3 words
Body

Two was said.

Load-Date: June 5, 2010
Language: ENGLISH

End of Document
`;

const lexisNexis = `                               1 of 2 DOCUMENTS

                             The Guardian (London)

                             June 5, 2010 Saturday

One headline here

BYLINE: Jane Doe

SECTION: GUARDIAN HOME PAGES; Pg. 4

LENGTH: 503 words

One was said.

One went on.

LOAD-DATE: June 5, 2010

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                   Copyright 2010 Guardian Newspapers Limited
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                                  Die Welt

                                 6. June 2010

Zwei

LENGTH: 2 words

Zwei.

LANGUAGE: GERMAN; DEUTSCH
`;

const factivaCoded = `HD  Steel tariffs rattle toolmakers,
    and others
BY  By Jane Doe
WC  503 words
PD  3 May 2024
ET  05:12
SN  Reuters News
SC  LBA
LA  English
CY  Copyright 2024 Reuters

LP

TOLEDO (Reuters) - The duty was supposed to save plants.

TD

Instead, the firm laid off nine.

CO  xyz : Xyz Co

AN  Document LBA0000020240503ek53004xx

HD  Two
WC  2 words
PD  4 May 2024
SN  Xinhua
LP
Two.
AN  Document XNEWS00020240504ek54001ab
`;

const factivaPlain = `Business
Steel tariffs rattle toolmakers
By Jane Doe
503 words
3 May 2024
05:12
Reuters News
LBA
English
Copyright 2024 Reuters Limited

The duty was supposed to save plants.

Instead, the firm laid off nine.

Document LBA0000020240503ek53004xx

Two
2 words
4 May 2024
Xinhua
XNEWS
English
(c) 2024 Xinhua

Two.

Document XNEWS00020240504ek54001ab
`;

const read = (text: string) =>
  databaseArticles(text)?.articles.map((article) => {
    const { title, publisher, byline, publishedAt, language } = article.metadata;
    return [title, publisher, byline, publishedAt, language, wordsIn(article)];
  });

describe("a news database's export is split into its articles", () => {
  test("Nexis Uni", () => {
    expect(read(nexisUni)).toEqual([
      [
        "Steel tariffs rattle toolmakers",
        "The New York Times",
        "JANE DOE",
        "2024-05-03",
        "",
        "The duty was supposed to save plants.\nInstead, the firm laid off nine.",
      ],
      ["Two was said", "The Guardian (London)", "", "2010-06-05", "en", "Two was said."],
    ]);
    const [first] = databaseArticles(nexisUni)?.articles ?? [];
    expect(first?.metadata).toMatchObject({
      section: "Section A; Column 0; Foreign Desk; Pg. 1",
      place: "TOLEDO",
    });
  });

  test("LexisNexis before Nexis Uni", () => {
    expect(read(lexisNexis)).toEqual([
      [
        "One headline here",
        "The Guardian (London)",
        "Jane Doe",
        "2010-06-05",
        "en",
        "One was said.\nOne went on.",
      ],
      ["Zwei", "Die Welt", "", "2010-06-06", "de", "Zwei."],
    ]);
  });

  test("Factiva with field codes", () => {
    expect(read(factivaCoded)).toEqual([
      [
        "Steel tariffs rattle toolmakers, and others",
        "Reuters News",
        "Jane Doe",
        "2024-05-03",
        "en",
        "TOLEDO (Reuters) - The duty was supposed to save plants.\nInstead, the firm laid off nine.",
      ],
      ["Two", "Xinhua", "", "2024-05-04", "", "Two."],
    ]);
  });

  test("Factiva without", () => {
    expect(read(factivaPlain)).toEqual([
      [
        "Steel tariffs rattle toolmakers",
        "Reuters News",
        "Jane Doe",
        "2024-05-03",
        "en",
        "The duty was supposed to save plants.\nInstead, the firm laid off nine.",
      ],
      ["Two", "Xinhua", "", "2024-05-04", "en", "Two."],
    ]);
  });

  test("with Windows' line ends and form feeds too", async () => {
    const articles = await articlesIn("a.txt", nexisUni.replaceAll("\n", "\r\n"));
    expect(articles).toHaveLength(2);
  });

  test("an article without text is left out, and said", () => {
    const found = databaseArticles(nexisUni.replace("Two was said.", ""));
    expect(found?.articles).toHaveLength(1);
    expect(found?.skipped).toEqual([{ what: "Article 2, “Two was said”", why: "it has no text" }]);
  });

  test("any other text is none", () => {
    expect(databaseArticles("Headline\n\nThe end of document was near.\nDocument 3\n")).toBeNull();
  });

  test("however many there are, each comes out once and in order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{3,9}( [a-z]{3,9}){3,8}$/), {
          minLength: 1,
          maxLength: 20,
        }),
        (bodies) => {
          const text = bodies
            .map(
              (body, i) =>
                `Title ${i}\n\nPaper\nMay 3, 2024\n\nBody\n\n${body}.\n\nEnd of Document\n\n`,
            )
            .join("");
          expect(read(text)?.map(([title, , , , , words]) => [title, words])).toEqual(
            bodies.map((body, i) => [`Title ${i}`, `${body}.`]),
          );
        },
      ),
    );
  });
});

describe("RTF", () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0 Times;}}{\info{\title Hidden}}{\*\generator X;}\pard ${factivaPlain.replaceAll("\n", "\\par\n")}}`;

  test("of a database holds its articles", async () => {
    const articles = await articlesIn("a.rtf", rtf);
    expect(articles.map(({ metadata }) => metadata.title)).toEqual([
      "Steel tariffs rattle toolmakers",
      "Two",
    ]);
  });

  test("is its text: escapes, code page, characters by number, no font or picture", async () => {
    const [article] = await articlesIn(
      "a.rtf",
      String.raw`{\rtf1\ansi\ansicpg1251{\pict 0a0b}{\b Title}\par\par \'cd\'e5\'f2 \{no\} \u20851?\u31246? \ldblquote a\rdblquote\par More.}`,
    );
    expect([article?.metadata.title, article && wordsIn(article)]).toEqual([
      "Title",
      "Нет {no} 关税 “a”\nMore.",
    ]);
  });
});
