import type { LucideIcon } from "lucide-react";

interface IconButtonProps {
  readonly icon: LucideIcon;
  /** Its name for assistive technology; also its tooltip, with the key that does the same. */
  readonly label: string;
  readonly shortcut?: string;
  readonly title?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A small button that shows just a sign. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, shortcut, title = label } = props;
  return (
    <button
      type="button"
      className="button small plain icon"
      aria-label={label}
      aria-pressed={props.pressed}
      title={shortcut ? `${title} (${shortcut})` : title}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      <Icon size={15} aria-hidden />
    </button>
  );
}
