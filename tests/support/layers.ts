/** What the layers process does, in the test's own process. */
import { createDesk } from '../../src/main/layers/desk.js';
import type { Answer, Question } from '../../src/main/layers/protocol.js';
import { serve } from '../../src/main/layers/serve.js';
import type { ProcessHost } from '../../src/main/processes/index.js';

/** For layers that come from anywhere but a registry. */
export const noRegistry = (registry: string): never => {
  throw new Error(`${registry} is not asked here`);
};

/** All but the process: what goes in and out is cloned, as between processes. Nothing to start, nothing to end. */
export const layersHere: ProcessHost = {
  start() {
    let ended = false;
    const listeners: ((message: unknown) => void)[] = [];
    const tell = (answer: Answer): void => {
      if (!ended) listeners.forEach((listener) => listener(structuredClone(answer)));
    };
    const take = serve(createDesk((name) => tell({ kind: 'damaged', name })));
    return {
      post: (message) => take(structuredClone(message) as Question, tell),
      onMessage: (listener) => void listeners.push(listener),
      onExit: () => undefined,
      kill: () => void (ended = true),
    };
  },
};
