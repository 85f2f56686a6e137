import { describe, expect, test } from "vitest";
import { decodeText, decodeUtf8 } from "../../../src/import/encoding.ts";

const french =
  "L'été dernier, le président a déclaré qu'il s'opposait à ces mesures décidées à Genève.";
const russian = "Министр иностранных дел заявил, что Россия выступает против новых пошлин.";

async function decode(bytes: readonly number[] | Uint8Array, chosen?: string) {
  const read = await decodeText({ name: "a.txt", bytes: Uint8Array.from(bytes) }, chosen);
  return read.ok ? { ...read.value.encoding, text: read.value.text } : read.problem.what;
}

/** Bytes of a text in an encoding of one byte a character, by asking the decoder for each. */
function encode(text: string, encoding: string): number[] {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, b) => [decoder.decode(Uint8Array.of(b)), b]),
  );
  return Array.from(text, (character) => bytes.get(character) ?? 0x3f);
}

/** The same for two bytes a character. */
function encodeWide(text: string, encoding: string): number[] {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const bytes = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1)
      try {
        const character = decoder.decode(Uint8Array.of(first, second));
        if (Array.from(character).length === 1 && !bytes.has(character))
          bytes.set(character, [first, second]);
      } catch {
        // these two are no character
      }
  return Array.from(text, (c) =>
    c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (bytes.get(c) ?? [0x3f]),
  ).flat();
}

describe("the encoding of a text", () => {
  test("is UTF-8 where all bytes fit it, and that is no guess", async () => {
    expect(await decode(new TextEncoder().encode("Été 关税"))).toEqual({
      name: "utf-8",
      by: "file",
      text: "Été 关税",
    });
  });

  test("is what its mark says", async () => {
    const le = [
      0xff,
      0xfe,
      ...Array.from("关税 up").flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ];
    expect(await decode(le)).toEqual({ name: "utf-16le", by: "file", text: "关税 up" });
    const be = [0xfe, 0xff, ...Array.from("No.").flatMap((c) => [0, c.charCodeAt(0)])];
    expect(await decode(be)).toEqual({ name: "utf-16be", by: "file", text: "No." });
  });

  test("is UTF-16 without a mark where spaces and letters show it", async () => {
    const bytes = Array.from("We oppose this.").flatMap((c) => [c.charCodeAt(0), 0]);
    expect(await decode(bytes)).toEqual({ name: "utf-16le", by: "guess", text: "We oppose this." });
  });

  test.each([
    ["windows-1252", french],
    ["windows-1251", russian],
    [
      "windows-1256",
      "قال وزير الخارجية إن بلاده تعارض التعريفات الجمركية الجديدة وإنها سترد عليها.",
    ],
    ["windows-1255", "שר החוץ אמר כי ארצו מתנגדת למכסים החדשים וכי תגיב עליהם בהמשך השבוע."],
  ])("is guessed: %s", async (name, text) => {
    expect(await decode(encode(text, name))).toEqual({ name, by: "guess", text });
  });

  test.each([
    [
      "gb18030",
      "外交部发言人在例行记者会上表示，中方坚决反对单方面加征关税的做法，并将采取必要措施。",
    ],
    [
      "big5",
      "外交部發言人在例行記者會上表示，中方堅決反對單方面加徵關稅的做法，並將採取必要措施。",
    ],
    ["shift_jis", "外務省の報道官は記者会見で、一方的な関税の引き上げに断固反対すると述べた。"],
    ["euc-kr", "외교부 대변인은 정례 브리핑에서 일방적인 관세 부과에 단호히 반대한다고 밝혔다."],
  ])("is guessed: %s", async (name, text) => {
    expect(await decode(encodeWide(text, name))).toEqual({ name, by: "guess", text });
  });

  test("is what the user says, over any guess", async () => {
    expect(await decode(encode(russian, "koi8-r"), "koi8-r")).toEqual({
      name: "koi8-r",
      by: "user",
      text: russian,
    });
  });

  test("that the bytes do not fit is refused, with the line", async () => {
    expect(await decode([0x57, 10, 0x81, 0x20, 10], "shift_jis")).toBe(
      "“a.txt” is not in Japanese (Shift JIS): line 2 has bytes that stand for no character.",
    );
    expect(
      decodeUtf8({ name: "a.json", bytes: Uint8Array.of(0x57, 10, 0xe9, 0x74) }),
    ).toMatchObject({
      ok: false,
      problem: { what: "“a.json” is not in UTF-8: line 2 has bytes that stand for no character." },
    });
  });

  test("is none where the bytes are no text", async () => {
    expect(await decode([0x57, 0x65, 0, 1, 2, 3])).toContain("its byte 3 is zero");
    expect(await decode([0xff, 0x01, 0x02, 0x81, 0x8d])).toContain("is not a text file");
  });
});
