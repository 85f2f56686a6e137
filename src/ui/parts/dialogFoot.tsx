import type { ReactNode } from "react";

interface DialogFootProps {
  /** What is good to know before one goes on. */
  readonly hint?: string;
  readonly onCancel: () => void;
  /** Does what the dialog is for; or the id of the form in it that does. */
  readonly onAct: (() => unknown) | string;
  readonly disabled?: boolean;
  /** It takes something away. */
  readonly danger?: boolean;
  /** What it is called. */
  readonly children: ReactNode;
}

/** The foot of a dialog that asks for one thing: the way out, and the button that does it. */
export function DialogFoot({ hint, onCancel, onAct, disabled, ...props }: DialogFootProps) {
  const act =
    typeof onAct === "string"
      ? ({ type: "submit", form: onAct } as const)
      : ({ type: "button", onClick: () => void onAct() } as const);
  return (
    <>
      {hint && <span className="start form-hint">{hint}</span>}
      <button type="button" className="button" onClick={onCancel}>
        Cancel
      </button>
      <button
        {...act}
        className={`button ${props.danger ? "danger" : "primary"}`}
        disabled={disabled}
      >
        {props.children}
      </button>
    </>
  );
}
