import { describe, expect, test } from "vitest";
import { datelineOf, placeName } from "../../../src/import/dateline.ts";

describe("a dateline", () => {
  test.each([
    ["ALMATY, April 26 (Agency) -- Wang Yi met", "ALMATY", "April 26", "Agency"],
    ["ALMATY, Apr 26 (NNN-XINHUA) – Wang Yi met", "ALMATY", "Apr 26", "NNN-XINHUA"],
    [
      "MENAFN - Nam News Network) ALMATY, Apr 26 (NNN-XINHUA) – Wang",
      "ALMATY",
      "Apr 26",
      "NNN-XINHUA",
    ],
    ["(MENAFN- AFP) PARIS, May 3 (AFP) - Wang", "PARIS", "May 3", "AFP"],
    ["WASHINGTON (AP) — Wang Yi met", "WASHINGTON", "", "AP"],
    ["LONDON, 3 May 2024 (Reuters) - Wang", "LONDON", "3 May 2024", "Reuters"],
    ["TOLEDO, Ohio (CP) — The 40% duty", "TOLEDO, Ohio", "", "CP"],
    ["FORT YATES, N.D. -- Eight years ago", "FORT YATES, N.D.", "", ""],
    ["SURIN, Thailand, June 7 (PPI) — Soldiers", "SURIN, Thailand", "June 7", "PPI"],
    ["XI'AN, May 14 (Huaxia Wire) -- Chinese", "XI'AN", "May 14", "Huaxia Wire"],
    ["GABORONE/NEW YORK – The number", "GABORONE/NEW YORK", "", ""],
    ["RIO DE JANEIRO, Nov. 5 (GW) - Brazil", "RIO DE JANEIRO", "Nov. 5", "GW"],
    ["PORT-AU-PRINCE, Haiti (AP) — Men", "PORT-AU-PRINCE, Haiti", "", "AP"],
    ["BOGOTÁ, 28 January 2025 – The", "BOGOTÁ", "28 January 2025", ""],
    ["New Delhi, July 2 (DPB) Commerce Minister", "New Delhi", "July 2", "DPB"],
    ["Hanoi (RRNA) - General Secretary", "Hanoi", "", "RRNA"],
    ["Uyuni, Jan. 23 (AI).- To the sound", "Uyuni", "Jan. 23", "AI"],
    ["MOSCOW, October 9. /MTA/. Moscow does not", "MOSCOW", "October 9", "MTA"],
    ["(Tunis, October 17, 2025) – Armed groups", "Tunis", "October 17, 2025", ""],
    ["Guayaquil, 28 January 2025. The terminals", "Guayaquil", "28 January 2025", ""],
    ["BEIJING, April 26, 2024 /PRNewswire/ -- A firm", "BEIJING", "April 26, 2024", "PRNewswire"],
    ["(Reuters) - Shares fell", "", "", "Reuters"],
    ["ROME, MAR 4 - An Italian", "ROME", "MAR 4", ""],
  ])("is read: %s", (paragraph, place, date, agency) => {
    const dateline = datelineOf(paragraph);
    expect(dateline).toMatchObject({ place, date, agency });
    expect(paragraph.startsWith(dateline?.words ?? "?")).toBe(true);
  });

  test.each([
    "Residents of three villages whose houses are tilting into the fen sue the company.",
    "Sen. Melissa Hargrove (D-Pa.) has lost nearly a third of her support.",
    "John Brown (Ohio) - who voted no - left early.",
    "The novelist Una Fallon — author of two books — spoke.",
    "It started — as far as anyone can tell — with a photo of a donkey.",
    "NATO - the alliance of thirty-two - meets today.",
    "UPDATE - Wang Yi met",
    "EXCLUSIVE — Wang Yi met",
    "MODERATOR: Good afternoon - welcome.",
    "In May 2024 - a hot month - the firm failed.",
    "Wednesday, March 27, 2024. We begin.",
    "(Tunis, October 17, 2025 – Armed groups",
    "ALMATY, April 26) -- Wang Yi met",
    "9:41 P.M. — EYEWALL OVER PERDIDO KEY.",
    "",
  ])("is not seen where there is none: %s", (paragraph) => {
    expect(datelineOf(paragraph)).toBeNull();
  });

  test("is looked for in no time, whatever the paragraph", () => {
    const before = performance.now();
    for (const piece of ["A ", "AB-", "A.", "Aa, Bb ", "(", "AB, Cd ", "X/Y ", "de La "])
      datelineOf(piece.repeat(20_000));
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe("a place in capitals", () => {
  test.each([
    ["ALMATY", "Almaty"],
    ["XI'AN", "Xi'an"],
    ["RIO DE JANEIRO, Brazil", "Rio de Janeiro, Brazil"],
    ["PORT-AU-PRINCE, Haiti", "Port-au-Prince, Haiti"],
    ["GABORONE/NEW YORK", "Gaborone/New York"],
    ["LAS VEGAS", "Las Vegas"],
    ["The Hague", "The Hague"],
    ["FORT YATES, N.D.", "Fort Yates, N.D."],
  ])("is written as elsewhere: %s", (words, name) => {
    expect(placeName(words)).toBe(name);
  });
});
