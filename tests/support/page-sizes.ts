/** jsdom lays nothing out: what asks for sizes is answered that there are none to tell of. */
export function withoutLayout(): void {
  const nothing = (): void => undefined;
  class NoSizes {
    readonly observe = nothing;
    readonly unobserve = nothing;
    readonly disconnect = nothing;
  }
  if (!('ResizeObserver' in globalThis)) Object.assign(globalThis, { ResizeObserver: NoSizes });
  if (!('scrollIntoView' in Element.prototype)) Object.assign(Element.prototype, { scrollIntoView: nothing });
}
