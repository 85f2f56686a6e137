import type { Slices } from "./slices.ts";

/** What stands next in an XML text. Names are without their prefix: "w:p" is "p". */
export type XmlEvent =
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: Readonly<Record<string, string | undefined>>;
    }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([\w:.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;

/**
 * Reads XML as programs write it, from its beginning to its end, in slices: a sheet of 100 MB would
 * hold the page for seconds as a tree. It resolves the five entities of XML and no others, so
 * there is nothing in a document that could be loaded or expanded.
 */
export async function readXml(
  xml: string,
  slices: Slices,
  tell: (event: XmlEvent) => void,
): Promise<void> {
  let count = 0;
  for (const [, cdata, closing, tag, attributes, empty, text] of xml.matchAll(token)) {
    if (cdata !== undefined) tell({ kind: "text", text: cdata });
    else if (text !== undefined) tell({ kind: "text", text: withoutEntities(text) });
    else if (tag !== undefined) {
      const name = tag.slice(tag.indexOf(":") + 1);
      if (closing === "/") tell({ kind: "close", name });
      else {
        tell({ kind: "open", name, attributes: attributesOf(attributes ?? "") });
        if (empty === "/") tell({ kind: "close", name });
      }
    }
    count += 1;
    if (count % 500 === 0) await slices.turn();
  }
}

function attributesOf(words: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", double, single] of words.matchAll(
    /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    attributes[name.slice(name.indexOf(":") + 1)] = withoutEntities(double ?? single ?? "");
  return attributes;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function withoutEntities(text: string): string {
  if (!text.includes("&") && !text.includes("_x")) return text.replaceAll(/\r\n?/g, "\n");
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
      if (typeof name === "string") return entities[name] ?? all;
      const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code);
    })
    .replaceAll(/_x([\dA-F]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
