interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}

/**
 * Where the browser has Trusted Types, the page's policy asks for them: scripts (the worker, the
 * service worker) only from our own origin, and no text ever becomes markup or code.
 */
export function allowOwnScripts(): void {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes; // not in TypeScript's DOM yet
  types?.createPolicy("default", {
    createScriptURL(url) {
      if (new URL(url, document.baseURI).origin === location.origin) return url;
      throw new TypeError(`Scripts come from this origin alone, not from ${url}`);
    },
  });
}
