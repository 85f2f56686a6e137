import { describe, expect, test } from "vitest";
import { emptyContext, said } from "./baseModel.ts";

describe("direct speech in other languages", () => {
  test.each([
    [
      "de",
      "Die Ministerin ist nicht mit dem Plan zufrieden. „Der Zoll schadet den Häfen“, sagte Maria Keller am Montag in der Stadt.",
      "„Der Zoll schadet den Häfen“",
      "Maria Keller",
    ],
    [
      "fr",
      "La ministre est dans le port avec les pêcheurs. « Cette taxe est injuste », a déclaré Marie Leroux à la presse.",
      "« Cette taxe est injuste »",
      "Marie Leroux",
    ],
    [
      "es",
      "La ministra está en el puerto con los pescadores. «Esta tasa es injusta», dijo María Robles a la prensa.",
      "«Esta tasa es injusta»",
      "María Robles",
    ],
  ])("%s", (language, text, words, by) => {
    expect(said(text, { ...emptyContext, language })).toMatchObject([
      { words, kind: "direct", by },
    ]);
    expect(said(text, { ...emptyContext, language: null })).toMatchObject([{ words }]);
  });

  test("Chinese, which has no spaces", () => {
    expect(
      said("部长昨天在港口表示：「这项关税不公平，我们不会支付。」", {
        ...emptyContext,
        language: "zh",
      }),
    ).toMatchObject([{ words: "「这项关税不公平，我们不会支付。」", kind: "direct" }]);
  });
});
