/** Groups whose text is no text of the document, or is read for itself. */
export const rtfApart = new Set(
  (
    "fonttbl colortbl stylesheet info pict header footer headerl headerr headerf footerl footerr footerf " +
    "object datafield fldinst themedata colorschememapping latentstyles datastore xmlnstbl listtable " +
    "listoverridetable rsidtbl generator filetbl revtbl annotation footnote listtext pntext"
  ).split(" "),
);

/** The characters that have a control word. */
export const rtfCharacters: Readonly<Record<string, string>> = {
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: "\u2003",
  enspace: "\u2002",
  qmspace: "\u2005",
  tab: "\t",
  zwj: "\u200d",
  zwnj: "\u200c",
  ltrmark: "\u200e",
  rtlmark: "\u200f",
};
