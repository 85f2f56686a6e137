import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { insidePair, trimRange } from "../../../src/model/range.ts";
import { newSpeaker, newTopic } from "../../../src/model/codebook.ts";
import { newId } from "../../../src/model/id.ts";
import { defaultConfidence, likelyOf, readArticle, suggest } from "../../../src/suggest/suggest.ts";
import { emptyContext, said, speakersOf } from "./baseModel.ts";

describe("statements", () => {
  test("a quotation before its cue", () => {
    expect(
      said("Mary Hall runs the port. “We will not pay this levy,” Hall said on Monday."),
    ).toMatchObject([
      { words: "“We will not pay this levy,”", kind: "direct", cue: "said", by: "Mary Hall" },
    ]);
  });

  test("what a cue with that introduces", () => {
    expect(
      said("Mary Hall told reporters on Tuesday that the port would not pay the levy."),
    ).toMatchObject([
      { words: "the port would not pay the levy", kind: "indirect", cue: "told", by: "Mary Hall" },
    ]);
  });

  test("quoted words in a paraphrase are mixed", () => {
    expect(
      said("Mary Hall said that the levy was “a tax on the sea” and unfair.")[0],
    ).toMatchObject({ kind: "mixed", by: "Mary Hall" });
  });

  test("a quotation split round its cue is one statement", () => {
    const [first, ...rest] = said(
      "“We oppose this levy,” Mary Hall said, “and we will act against it.”",
    );
    expect(first?.words).toBe("“We oppose this levy,” | “and we will act against it.”");
    expect(rest).toEqual([]);
  });

  test("a quotation that resumes after its cue is the same statement", () => {
    const [first, ...rest] = said(
      "“We oppose this levy,” Mary Hall said. “It will sink the fishing fleet.”",
    );
    expect(first?.words).toBe("“We oppose this levy,” | “It will sink the fishing fleet.”");
    expect(rest).toEqual([]);
  });

  test("a quotation over paragraphs is one statement", () => {
    const text =
      "“We oppose this levy,” Mary Hall said. “It will sink the fishing fleet.\n“Nobody in the harbour can pay it, and nobody will.”";
    const found = said(text);
    expect(found).toHaveLength(1);
    expect(found[0]?.words).toContain("“Nobody in the harbour can pay it, and nobody will.”");
  });

  test("British single quotation marks", () => {
    expect(said("‘We won’t pay this levy,’ Mary Hall said.")).toMatchObject([
      { words: "‘We won’t pay this levy,’", kind: "direct" },
    ]);
  });

  test("according to", () => {
    expect(
      said("The port lost nine ships last year, according to the harbour master, Mary Hall."),
    ).toMatchObject([{ words: "The port lost nine ships last year", by: "Mary Hall" }]);
  });

  test("speech in a relative clause ends where the clause does", () => {
    expect(
      said(
        "Mary Hall, who endorsed Tom Poole in May and said she would campaign with him, did not show up on Friday.",
      ).map((one) => one.words),
    ).toContain("she would campaign with him");
  });

  test("a second verb of the speaker is no content", () => {
    expect(
      said("Mary Hall has asked fishermen to stay in port and has twice left the talks early.").map(
        (one) => one.words,
      ),
    ).toEqual(["fishermen to stay in port"]);
  });

  test("a list goes on inside of the content", () => {
    expect(
      said(
        "The harbour council accused the mayor of covering up, delaying and withholding facts about the accident.",
      ).map((one) => one.words),
    ).toEqual(["the mayor of covering up, delaying and withholding facts about the accident"]);
  });

  test("unquoted content before its source begins where the sentence does", () => {
    expect(
      said(
        "If the ministry raises the levy, the port will have to close two of its docks, harbour officials said.",
      ).map((one) => one.words),
    ).toEqual(["If the ministry raises the levy, the port will have to close two of its docks"]);
  });

  test("a quotation goes on past what is told of its speaker", () => {
    expect(
      said(
        '"Do they read the papers?" said Bob Muller, a captain who has accused the council of lying. "Are they reading anything at all?"',
      ).map((one) => one.words),
    ).toContain('"Do they read the papers?" | "Are they reading anything at all?"');
  });

  test("a straight mark behind a full stop begins a sentence", () => {
    expect(
      said(
        'Juan "Chico" Manrique carried one of the photos. "I cried the whole way," he said.',
      ).map((one) => one.words),
    ).toEqual(['"I cried the whole way,"']);
  });

  test("first lines under a headline with its byline are no statement", () => {
    const lines =
      '"Sam Mendel is withdrawing as the director of the musical, and the producers are free to rework the popular but divided show before it opens in the harbour."';
    const headline = '"Sam Mendel leaves ‘The Chocolate Boat’ for the coast,"';
    expect(said(`MOVING—${headline} by The Courier's Ann Poole: ${lines}`)).toEqual([]);
  });

  test("an aside behind that is part of what is stated, and what follows it too", () => {
    expect(
      said(
        "Mary Hall stated that, in July last year, the two ministers opened a port, during which they jointly announced the end of the levy.",
      ).map((one) => one.words),
    ).toEqual([
      "in July last year, the two ministers opened a port, during which they jointly announced the end of the levy",
    ]);
  });

  test("what is according to somebody is the whole of it, whoever speaks inside", () => {
    expect(
      said("According to the letter, in a private meeting last week, Mary Hall said it was late.")
        .map(({ words }) => words)
        .join(),
    ).toBe("in a private meeting last week, Mary Hall said it was late");
    expect(
      said(
        "In Chicago last weekend, organizers of the parade told their guards to stay at home, according to the police.",
      ).map(({ words }) => words),
    ).toContain(
      "In Chicago last weekend, organizers of the parade told their guards to stay at home",
    );
  });

  test("a quotation right behind what is reported goes on with it", () => {
    expect(
      said("Then Mary Hall vowed to stay in the race. “I am in it until the end!”"),
    ).toMatchObject([
      { words: "to stay in the race | “I am in it until the end!”", kind: "mixed" },
    ]);
  });

  test("who is saying something says it", () => {
    expect(
      said("The local station is reporting that the bridge will be closed.").map(
        ({ words }) => words,
      ),
    ).toEqual(["the bridge will be closed"]);
  });

  test("where speech runs on once, it is likelier to again", () => {
    const text =
      "Foreign Minister Wu Ping met with his Kenyan counterpart, John Otieno, on Friday.\nWu noted that relations between the two countries had grown closer. China stands ready to build a second railway. The railway will bring tea to the coast.\nOtieno said that Kenya valued the port. Farmers in the highlands wait for a road. A road is worth more than a promise.\nThe visit ends on Sunday.";
    expect(said(text, emptyContext, defaultConfidence).at(-1)).toMatchObject({
      words: "A road is worth more than a promise",
      kind: "continued",
    });
  });

  test("scare quotes, titles and ships' names are no statements", () => {
    expect(
      said(
        "The ferry “Star of the Sea” carried the band “Three Old Men” and a so-called “ghost” to the island in 1998.",
      ),
    ).toEqual([]);
  });

  test("a read-out's speech runs on in the speaker's country, one statement a sentence", () => {
    const text =
      "Foreign Minister Wu Ping met with his Kenyan counterpart, John Otieno, on Friday.\nWu noted that relations between the two countries had grown closer. China welcomes more flowers and tea from Kenya. China stands ready to build a second railway.\nThe visit ends on Sunday.";
    const found = said(text, emptyContext, 0);
    expect(
      found.filter((one) => one.kind === "continued").map((one) => [one.words, one.by]),
    ).toContainEqual(["China welcomes more flowers and tea from Kenya", "Wu Ping"]);
  });
});

describe("transcripts", () => {
  const text = [
    "MODERATOR: Good morning. We will take two questions.",
    "SECRETARY HALL: Thank you. The levy stays. (Laughter.) I mean it.",
    "And it will stay next year.",
    "Q: Anna Berg, Harbour Radio. Will it rise?",
    "SECRETARY HALL: No.",
    "The briefing ended at 10:40.",
  ].join("\n");

  test("a turn is a statement of its label, notes left out, and a paragraph without a label goes on", () => {
    expect(said(text).map((one) => [one.by, one.words, one.kind])).toEqual([
      ["MODERATOR", "Good morning. We will take two questions.", "direct"],
      ["HALL", "Thank you. The levy stays. | I mean it.", "direct"],
      ["HALL", "And it will stay next year.", "continued"],
      ["Q", "Anna Berg, Harbour Radio. Will it rise?", "direct"],
      ["HALL", "No.", "direct"],
    ]);
  });
});

describe("inside the turns of a transcript", () => {
  const turns = [
    "Q: Elena Batalla, Radio Istmo. Mr. President, the ombudsman says people are being deported without seeing a lawyer. Is he lying?",
    "PRESIDENT VALDERRAMA: I said last week that every case is heard. And I told Marta Quiros that she may visit.",
    "Q: The Minister wrote to us last week that “no licence will be issued.” Is that so?",
    "PRESIDENT VALDERRAMA: (Laughter.) Marta Quiros runs the port. She said that two ships were late. Let me stress that they came.",
    "Q: He told us that the harbour would close.",
  ];
  const text = turns.join("\n");
  const nested = said(text).filter(({ cue }) => cue !== ":");

  test("what others said is a statement of theirs, what the speaker says of their own words is none", () => {
    expect(nested.map(({ by, cue, words }) => [by, cue, words])).toEqual([
      ["ombudsman", "says", "people are being deported without seeing a lawyer"],
      ["Minister", "wrote", "“no licence will be issued.”"],
      ["Marta Quiros", "said", "two ships were late"],
      ["", "told", "the harbour would close"],
    ]);
  });

  test("the turns are what they are without them, and all stand in the order of the text", () => {
    const labels = ["Q", "VALDERRAMA", "Q", "VALDERRAMA", "Q"];
    const all = suggest(text, emptyContext);
    expect(all.every(({ inTranscript }) => inTranscript)).toBe(true);
    expect(said(text).flatMap(({ by, cue }) => (cue === ":" ? [by] : []))).toEqual(labels);
    const starts = all.map(({ ranges }) => ranges[0]?.start ?? 0);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test("nothing stands inside of another statement where there are no turns", () => {
    const plain =
      "“Mr. President, the ombudsman says people are being deported without seeing a lawyer,” Elena Batalla said.";
    const found = suggest(plain, emptyContext);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ inTranscript: false });
  });
});

describe("words that are no suggestion", () => {
  const text =
    "Aigul Serikova met Daniyar Bekov in Almaty. Bekov said that trade had grown.\nLorries wait for days at the pass.";
  const likely = (words: string, context = emptyContext) => {
    const start = text.indexOf(words);
    const found = likelyOf(
      readArticle(text, context),
      { start, end: start + words.length },
      context,
    );
    return found && { by: speakersOf(found), kind: found.quotation, topics: found.topics };
  };

  test("are likely said by who spoke last, where no cue stands in their sentence", () => {
    expect(likely("Lorries wait for days at the pass")).toMatchObject({
      by: "Daniyar Bekov",
      kind: "continued",
    });
  });

  test("are likely said by whom the cue of their sentence has for its subject", () => {
    expect(likely("trade")).toMatchObject({ by: "Daniyar Bekov", kind: "indirect" });
  });

  test("have the topics that their words name", () => {
    const topics = [newTopic(newId<"project">(), "trade", [])];
    expect(likely("trade had grown", { ...emptyContext, topics })?.topics).toMatchObject([
      { topicId: topics[0]?.id },
    ]);
  });

  test("are nobody's where nobody has spoken, and nothing where there are none", () => {
    expect(likely("met")).toMatchObject({ by: "", kind: "indirect" });
    expect(likelyOf(readArticle("", emptyContext), { start: 0, end: 0 }, emptyContext)).toBeNull();
  });
});

describe("labels of transcripts", () => {
  test("are of people who take turns, not the headings of a round-up", () => {
    const roundUp = [
      "WEATHER: Snow is possible tonight.",
      "ROADS: The bridge is closed.",
      "SCHOOLS: Two of them open late.",
    ].join("\n");
    expect(suggest(roundUp, emptyContext).filter((one) => one.inTranscript)).toEqual([]);
  });

  test("may tell a party with an apostrophe", () => {
    const turns = [
      "Mr. Peter LUND (Fishermen's List): On a point of order.",
      "Ms. Mary HALL (Harbour): It is none.",
      "Mr. Peter LUND (Fishermen's List): It is.",
    ];
    expect(said(turns.join("\n")).map((one) => one.by)).toEqual([
      "Peter LUND",
      "Mary HALL",
      "Peter LUND",
    ]);
  });
});

describe("speakers", () => {
  test("a name behind an office is who says it, though nothing else tells that it is a person", () => {
    expect(
      said("Its operations director, Saffron Mallick, said the licences had been checked.")[0]?.by,
    ).toBe("Saffron Mallick");
  });

  test("a family name that stands first is the person's, and an office of several parts theirs", () => {
    const text =
      "Wang Yi, member of the Political Bureau of the Party and Minister of Foreign Affairs, met his Tajik counterpart, Sirojiddin Muhriddin, here on Monday.\nWang stated that trade had grown.\nMuhriddin noted that a road was needed.";
    expect(said(text).map(({ by }) => by)).toEqual(["Wang Yi", "Sirojiddin Muhriddin"]);
    const [first] = suggest(text, emptyContext);
    expect(first?.speakers).toMatchObject([
      { role: "member of the Political Bureau of the Party and Minister of Foreign Affairs" },
    ]);
  });

  test("a role may be known only from what others said", () => {
    const text =
      "The mayor has had a telephone conversation with Serbian State Secretary Dragana Milutin, the press service said on Monday. The Serbian state secretary said that the talks would go on.";
    expect(said(text).at(-1)?.by).toBe("Dragana Milutin");
  });

  test("a newspaper is neither he nor she", () => {
    const text =
      "Ben Carlson was asked about the port. The New York Times said that the plan was late. “I have read it,” he said.";
    expect(said(text).at(-1)?.by).toBe("Ben Carlson");
  });

  test("of two who have a role the one is meant whom the article names, not the one in a quotation", () => {
    const text =
      "Minister Mary Hall opened the port on Monday. “Minister Peter Lund was wrong,” a fisherman shouted. The minister said that the levy would stay.";
    expect(said(text).at(-1)?.by).toBe("Mary Hall");
    expect(
      said(
        "Minister Mary Hall opened the port on Monday. “Kenyan Minister Peter Lund was wrong,” a fisherman shouted. The Kenyan minister said that the levy would stay.",
      ).at(-1)?.by,
    ).toBe("Peter Lund");
  });

  test("an office may have commas of its own, and begins behind the dateline", () => {
    const text =
      "ALGIERS - Minister of Interior, Local Authorities and Land Planning, Abdelkrim Bouzaher, spoke on Monday. Bouzaher said that the border would stay open.";
    expect(suggest(text, emptyContext).at(-1)?.speakers).toMatchObject([
      {
        name: "Abdelkrim Bouzaher",
        role: "Minister of Interior, Local Authorities and Land Planning",
      },
    ]);
  });

  test("what a sentence tells behind a name's comma is no office of theirs", () => {
    const text =
      "Karim Bouzaid, received on Wednesday by the Nigerien minister, Hadiza Maiga, left early. The Nigerien minister said that the border would stay open.";
    expect(said(text).at(-1)?.by).toBe("Hadiza Maiga");
  });

  test("he and she are the people of that gender", () => {
    const text =
      "Mary Hall met Peter Lund on Monday. “We need more ships,” she said. Lund shook his head. “We have too many,” he said.";
    expect(said(text).map((one) => one.by)).toEqual(["Mary Hall", "Peter Lund"]);
  });

  test("a person inside the quotation is not who says it", () => {
    expect(
      said("Mary Hall runs the port. “Peter Lund was wrong about the levy,” she said.")[0]?.by,
    ).toBe("Mary Hall");
  });

  test("the two sides are both who met", () => {
    const text =
      "Foreign Minister Wu Ping met with Foreign Minister John Otieno on Friday. The two sides agreed to build a second railway.";
    expect(said(text, emptyContext, 0).at(-1)?.by).toBe("Wu Ping + John Otieno");
  });

  test("a role is the one person who has it", () => {
    const text =
      "Energy Minister Mary Hall spoke to Peter Lund, a farmer, on Monday. The minister said that the levy would stay.";
    expect(said(text)[0]?.by).toBe("Mary Hall");
  });

  test("a surname is the person's, not that of a house called after them", () => {
    const text =
      "Mary Hall arrived at the Hall Pier Hotel. “We will not pay,” Hall said. The Hall Pier Hotel is full.";
    expect(said(text).map(({ by }) => by)).toEqual(["Mary Hall"]);
  });

  test("a body named with an article says what it says, whoever else the sentence names", () => {
    const text =
      "Mary Hall, who runs the port, wrote to the agency. Ms. Hall, 51, has denied wrongdoing, but the FBI said on Monday that the levy was illegal.";
    expect(said(text).at(-1)).toMatchObject({ words: "the levy was illegal", by: "FBI" });
  });

  test("the subject is what stands before the cue, not what is named before a comma", () => {
    const text = "Mary Hall runs the port. To Ms. Hall, these people said, the choice was clear.";
    expect(said(text).map(({ by }) => by)).toEqual(["these people"]);
  });

  test("what a relative clause inside a subject reports is that person's, not of who spoke last", () => {
    expect(
      said(
        "Mary Hall runs the port. “We will not pay,” Hall said.\nRep. Abby Poole, who endorsed the senator in July, said she spent every Saturday explaining the plan.",
      ).slice(1),
    ).toMatchObject([
      { words: "the senator", cue: "endorsed", by: "Abby Poole" },
      { cue: "said", by: "Abby Poole" },
    ]);
  });

  test.each([
    ["Hall, a lawyer in Ann Arbor who told reporters that the levy was unfair, left.", "Mary Hall"],
    ["Hall, who runs the port and who told reporters that the levy was unfair, left.", "Mary Hall"],
    [
      "Advocates for the homeless, who argued that the levy was unfair, left.",
      "Advocates for the homeless",
    ],
  ])("who is whom the phrase before it names: %s", (sentence, by) => {
    const found = said(`Mary Hall runs the port. Tom Poole met Ms. Hall on Monday. ${sentence}`);
    expect(found.map((one) => one.by)).toEqual([by]);
  });

  test("what stands behind a cue at the end of its sentence says all that stands before the comma", () => {
    expect(
      said(
        "ALGIERS - Minister of Interior, Local Authorities and Land Planning, Adel Bouzid, received Wednesday in Algiers the Nigerien Minister of Public Security, Colonel-Major Aminata Oumarou, said a communiqué from the Ministry.",
      ),
    ).toMatchObject([
      {
        words: expect.stringMatching(/^Minister of Interior.*Aminata Oumarou$/u),
        cue: "said",
        by: "communiqué from the Ministry",
      },
    ]);
  });

  test("nothing runs on before anybody has spoken", () => {
    expect(
      said(
        "Cllr Odell gavelled the ferry should be repaired. The hall was cold and windows broken.",
      ),
    ).toEqual([]);
  });

  test("are those of the codebook by name, alias or surname", () => {
    const projectId = newId<"project">();
    const hall = { ...newSpeaker(projectId, "Mary Hall", []), aliases: ["M. Hall"] };
    const [one] = suggest("“We will not pay,” Hall said.", { ...emptyContext, speakers: [hall] });
    expect(one?.speakers).toEqual([{ speakerId: hall.id }]);
  });

  test("new ones come with role and organisation as the article gives them", () => {
    const [one] = suggest(
      "“The water is rising,” said Mary Hall, director of the Harbour Institute.",
      emptyContext,
    );
    expect(one?.speakers).toEqual([
      {
        name: "Mary Hall",
        role: "director of the Harbour Institute",
        organisation: "Harbour Institute",
      },
    ]);
  });
});

describe("topics", () => {
  const projectId = newId<"project">();
  const topics = ["tariffs", "fisheries"].map((name) => newTopic(projectId, name, []));

  test("come from names, keywords and what the article is about", () => {
    const text =
      "The government imposed a tariff on foreign ships. “We will not pay,” Mary Hall said. Peter Lund said the duties were fair.";
    const found = suggest(text, { ...emptyContext, topics, title: "Port fights tariffs" });
    expect(found.map((one) => one.topics[0]?.topicId)).toEqual([topics[0]?.id, topics[0]?.id]);
  });

  test("are none where nothing speaks for one", () => {
    expect(
      suggest("“Good morning to all of you,” Mary Hall said.", { ...emptyContext, topics })[0]
        ?.topics,
    ).toEqual([]);
  });
});

describe("whatever the text", { timeout: 60_000 }, () => {
  const words = fc.constantFrom(
    "“",
    "”",
    "'",
    "''",
    "‘",
    "’",
    '"',
    "«",
    "»",
    "「",
    "」",
    "\n",
    ".",
    ",",
    ":",
    "said",
    "Mary Hall",
    "he",
    "that",
    "told",
    "the minister",
    "(",
    ")",
    "😀",
    "\u200B",
    "according to",
    "will",
    "levy",
  );
  const texts = fc.oneof(
    fc.array(words, { maxLength: 60 }).map((list) => list.join(" ")),
    fc.array(words, { maxLength: 40 }).map((list) => list.join("")),
    fc.string({ unit: "binary", maxLength: 200 }),
  );

  test("ranges are in the text, trimmed, sorted, apart and never through a pair", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const one of suggest(text, emptyContext)) {
          expect(one.ranges.length).toBeGreaterThan(0);
          expect(one.confidence).toBeGreaterThanOrEqual(0);
          expect(one.confidence).toBeLessThanOrEqual(1);
          let end = -1;
          for (const range of one.ranges) {
            expect(range.start).toBeGreaterThan(end);
            expect(trimRange(text, range.start, range.end)).toEqual(range);
            expect(insidePair(text, range.start) || insidePair(text, range.end)).toBe(false);
            end = range.end;
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test("the same text gives the same suggestions", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(suggest(text, emptyContext)).toEqual(suggest(text, emptyContext));
      }),
      { numRuns: 40 },
    );
  });

  test("a reason can be read", () => {
    const [one] = suggest("Mary Hall runs the port. “We will not pay,” Hall said.", emptyContext);
    expect(one?.reason).toBe("cue “said”; “Hall” = Mary Hall, named in paragraph 1");
    expect(one && speakersOf(one)).toBe("Mary Hall");
  });
});
