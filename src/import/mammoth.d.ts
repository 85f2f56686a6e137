/** Mammoth's build for browsers, which takes the file as an `ArrayBuffer` in Node too. */
declare module "mammoth/mammoth.browser.js" {
  const mammoth: {
    convertToHtml(
      input: { readonly arrayBuffer: ArrayBuffer },
      options: { readonly ignoreEmptyParagraphs: boolean },
    ): Promise<{ readonly value: string }>;
  };
  export default mammoth;
}
