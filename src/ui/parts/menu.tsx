import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import "./menu.css";

/** A button that opens a list of things to do. */
export function Menu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="menu-place" sideOffset={6} align="start">
          <Base.Popup className="menu">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly disabled?: boolean;
}

export function MenuItem({ onClick, children, disabled = false }: MenuItemProps) {
  return (
    <Base.Item className="menu-item" onClick={onClick} disabled={disabled}>
      {children}
    </Base.Item>
  );
}

export function MenuLine() {
  return <Base.Separator className="menu-line" />;
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="menu-label overline">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}
