import DOMPurify from "dompurify";

/** What tells of a page's article beside its words; the rest of a page's head is not kept. */
const head = {
  ADD_TAGS: ["meta", "link", "title"],
  ADD_ATTR: ["property", "content", "itemprop"],
  // "og:title" is no address.
  ADD_URI_SAFE_ATTR: ["property", "content", "itemprop"],
};

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML: (html: string) => string; createScriptURL: (url: string) => string },
  ): NonNullable<Parameters<typeof DOMPurify.sanitize>[1]>["TRUSTED_TYPES_POLICY"];
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }; // not in TypeScript's DOM yet

/**
 * The one way by which markup of a file becomes elements: DOMPurify parses it into a document of
 * its own that loads and runs nothing, and takes out scripts, styles, frames, forms and handlers.
 */
const policy = trustedTypes?.createPolicy("verbatim-import", {
  createHTML: (html) => html,
  createScriptURL: () => {
    throw new TypeError("A file's markup brings no script");
  },
});

/** The elements of a page that came from outside, without anything that could run or load. */
export function cleanPage(html: string): Document {
  const root = DOMPurify.sanitize(html, {
    ...head,
    ...(policy && { TRUSTED_TYPES_POLICY: policy }),
    WHOLE_DOCUMENT: true,
    RETURN_DOM: true,
    FORBID_TAGS: ["style", "form", "input", "textarea", "select", "button", "svg", "math"],
    FORBID_ATTR: ["style"],
    ALLOW_DATA_ATTR: false,
  });
  if (!root.ownerDocument) throw new Error("A page's root stands in its document");
  return root.ownerDocument;
}
