import type { Bridge } from '../shared/contract/bridge.js';

declare global {
  // Only an interface is merged with the one that the DOM has.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Window {
    readonly strata: Bridge;
  }
}
