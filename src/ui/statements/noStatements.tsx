import { TextQuote } from "lucide-react";

interface NoStatementsProps {
  readonly any: boolean;
  readonly words: string;
  readonly onBeginnings: (text: string) => void;
}

/** Says why there is no row, and what to do. */
export function NoStatements({ any, words, onBeginnings }: NoStatementsProps) {
  const oneWord = /^[\p{L}\p{M}\p{N}]+$/u.test(words.trim());
  return (
    <div className="empty">
      <TextQuote size={28} aria-hidden />
      <h2>{any ? "No statement fits" : "No statement yet"}</h2>
      <p>
        {any
          ? "None of the project’s statements has all that is asked for."
          : "Open an article in Read and select the words of a statement: everything that you tag is listed here, with its exact words."}
      </p>
      {any && oneWord && (
        <div className="actions">
          <button type="button" className="button" onClick={() => onBeginnings(`${words.trim()}*`)}>
            Search words that begin with “{words.trim()}”
          </button>
        </div>
      )}
    </div>
  );
}
