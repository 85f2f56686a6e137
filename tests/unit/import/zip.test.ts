import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { Slices } from "../../../src/import/slices.ts";
import { unpack, zipEntries } from "../../../src/import/zip.ts";

async function open(bytes: Uint8Array): Promise<string | [string, string][]> {
  const entries = await zipEntries({ name: "a.zip", bytes });
  if (!entries.ok) return entries.problem.what;
  const files: [string, string][] = [];
  for (const entry of entries.value) {
    const file = await unpack("a.zip", entry, new Slices());
    files.push([entry.name, file.ok ? new TextDecoder().decode(file.value) : file.problem.what]);
  }
  return files;
}

/** Where the one entry of an archive's table of contents stands. */
function entryAt(bytes: Uint8Array): { view: DataView; at: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { view, at: view.getUint32(bytes.length - 22 + 16, true) };
}

describe("an archive", () => {
  test("gives back what was packed, stored or deflated", async () => {
    const long = "关税 tariffs ".repeat(5000);
    const bytes = zipSync({
      "d/a.txt": strToU8(long),
      "b.txt": [strToU8("b"), { level: 0 }],
      "e/": new Uint8Array(),
    });
    expect(await open(bytes)).toEqual([
      ["d/a.txt", long],
      ["b.txt", "b"],
    ]);
  });

  test("cut off anywhere, or with a byte changed, never gives wrong words", async () => {
    const bytes = zipSync({ "a.txt": strToU8("We oppose this. ".repeat(200)) });
    for (let length = 0; length < bytes.length; length += 7) {
      const said = await open(bytes.slice(0, length));
      expect(typeof said === "string" ? said : "read").toContain("damaged or was cut off");
    }
  });

  test("that would unpack to a thousand times its size is refused by what it declares", async () => {
    const bomb = zipSync({ "a.txt": new Uint8Array(40 * 2 ** 20) });
    expect(await open(bomb)).toMatch(/would unpack to 40 MB or more: it was not opened/);
  });

  test("that lies about what it unpacks to is refused as soon as more comes out", async () => {
    const bomb = zipSync({ "a.txt": new Uint8Array(40 * 2 ** 20) });
    const { view, at } = entryAt(bomb);
    view.setUint32(at + 24, 1000, true);
    expect(await open(bomb)).toEqual([["a.txt", expect.stringContaining("it was not opened")]]);
  });

  test("that is locked, or packed in another way, says so", async () => {
    const locked = zipSync({ "a.txt": strToU8("x") });
    const { view, at } = entryAt(locked);
    view.setUint16(at + 8, 1, true);
    expect(await open(locked)).toEqual([["a.txt", "“a.zip/a.txt” is protected by a password."]]);
    const odd = zipSync({ "a.txt": strToU8("x") });
    entryAt(odd).view.setUint16(entryAt(odd).at + 10, 14, true);
    expect(await open(odd)).toEqual([["a.txt", expect.stringContaining("method 14")]]);
  });

  test("of more than 20,000 files is refused", async () => {
    const bytes = zipSync({ "a.txt": strToU8("x") });
    new DataView(bytes.buffer).setUint16(bytes.length - 22 + 10, 20_001, true);
    expect(await open(bytes)).toBe("“a.zip” holds more than 20,000 files.");
  });
});
