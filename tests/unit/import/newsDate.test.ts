import { describe, expect, test } from "vitest";
import { parseNewsDate } from "../../../src/import/newsDate.ts";

describe("a date in the news", () => {
  test.each([
    ["2024-05-03", "2024-05-03"],
    ["2024-05", "2024-05"],
    ["2024", "2024"],
    ["2024-05-03T10:00:00Z", "2024-05-03"],
    ["May 3, 2024", "2024-05-03"],
    ["May 3 2024", "2024-05-03"],
    ["3 May 2024", "2024-05-03"],
    ["3rd of May 2024", "2024-05-03"],
    ["Friday, May 3rd, 2024", "2024-05-03"],
    ["Fri, 3 May 2024", "2024-05-03"],
    ["Sept. 9, 2024", "2024-09-09"],
    ["SEPT 9, 2024", "2024-09-09"],
    ["May 2024", "2024-05"],
    ["29 February 2024", "2024-02-29"],
    ["26.4.2024", "2024-04-26"],
    ["04/26/2024", "2024-04-26"],
    ["05/05/2024", "2024-05-05"],
  ])("is read: %s", (words, date) => {
    expect(parseNewsDate(words)).toEqual({ date, remark: "" });
  });

  test.each([
    ["April 26", "no year given"],
    ["26 Apr.", "no year given"],
    ["Feb. 29", "no year given"],
    ["03/05/2024", "which number is the month is not certain"],
  ])("is not guessed where it is open: %s", (words, remark) => {
    expect(parseNewsDate(words)).toEqual({ date: "", remark });
  });

  test.each([
    "February 30, 2024",
    "29 February 2023",
    "2024-13-01",
    "31/31/2024",
    "last Tuesday",
    "May",
    "",
  ])("is none: %s", (words) => {
    expect(parseNewsDate(words)?.date ?? "").toBe("");
  });
});
