/** jsdom lays nothing out: what asks for sizes is answered that there are none to tell of. */
export function withoutLayout(): void {
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  Element.prototype.scrollIntoView ??= () => undefined;
}
