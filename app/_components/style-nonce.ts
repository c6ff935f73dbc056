declare global {
  var __webpack_nonce__: string | undefined;
}

/**
 * Radix locks scrolling with a style element it makes in the browser, and looks for the nonce of the page under this
 * name. Without it the content security policy refuses the element.
 */
export function shareStyleNonce(): void {
  globalThis.__webpack_nonce__ ??= document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
}
