import "react";

declare module "react" {
  // React sets custom properties like any other; its types leave them out.
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
