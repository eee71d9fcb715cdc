import type { Bridge } from '../shared/contract/bridge.js';

declare global {
  interface Window {
    readonly strata: Bridge;
  }
}
