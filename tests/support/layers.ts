/** The layers process, for tests: in the test's own process, or from source in one of its own. */
import { fileURLToPath } from 'node:url';
import { createDesk } from '../../src/main/layers/desk.js';
import type { Answer, Question } from '../../src/main/layers/protocol.js';
import { serve } from '../../src/main/layers/serve.js';
import { nodeProcessHost } from '../../src/main/processes/node-host.js';
import type { ProcessHost } from '../../src/main/processes/index.js';

/** All but the process: what goes in and out is cloned, as between processes. Nothing to start, nothing to end. */
export const layersHere: ProcessHost = {
  start() {
    const listeners: ((message: unknown) => void)[] = [];
    const take = serve(createDesk());
    let ended = false;
    const tell = (answer: Answer): void => {
      if (!ended) listeners.forEach((listener) => listener(structuredClone(answer)));
    };
    return {
      post: (message) => take(structuredClone(message) as Question, tell),
      onMessage: (listener) => void listeners.push(listener),
      onExit: () => undefined,
      kill: () => void (ended = true),
    };
  },
};

const entry = fileURLToPath(new URL('../../src/main/layers/layers-process.ts', import.meta.url));

export const layersProcess = (): ProcessHost =>
  nodeProcessHost({ entry, execArgv: ['--import', 'tsx'], environment: process.env });
