import type { Plugin } from "vite";

/**
 * What the built page may do. `'self'` alone: no inline script or style, no `eval`, no other host.
 * `data:` and `blob:` images are pictures the page makes itself.
 */
const policy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** Puts the policy into the built page. The development server needs inline styles, so it has none. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: policy },
        injectTo: "head-prepend",
      },
    ],
  };
}
