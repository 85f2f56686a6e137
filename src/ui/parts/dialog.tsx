import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import "./dialog.css";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons at its foot. */
  readonly foot: ReactNode;
  readonly size?: "small" | "large" | "wide";
}

/** A dialog over the page: a title, what it asks, and its buttons. Escape and a click beside it close it. */
export function Dialog({ title, onClose, children, foot, size = "small" }: DialogProps) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Viewport className="dialog-viewport">
          <Base.Popup className="dialog" data-size={size}>
            <div className="dialog-head">
              <Base.Title className="dialog-title">{title}</Base.Title>
              <Base.Close className="button plain icon" aria-label="Close">
                <X size={16} aria-hidden />
              </Base.Close>
            </div>
            <div className="dialog-body">{children}</div>
            <div className="dialog-foot">{foot}</div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
