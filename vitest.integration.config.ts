import { defineConfig } from 'vitest/config';

/** Tests on real parts. Run them in the sandbox: `node scripts/sandbox.mjs -- node_modules/.bin/vitest run -c …`. */
export default defineConfig({
  test: {
    include: ['tests/integration/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    // The files share one engine, and say what they expect to be in it.
    fileParallelism: false,
    // Within a file, what waits for an engine's own retries waits together.
    maxConcurrency: 40,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
  },
});
