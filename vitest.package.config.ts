import { defineConfig } from 'vitest/config';

/** Tests of the packages in dist/, as they would be installed. In the sandbox, as integration tests. */
export default defineConfig({
  test: {
    include: ['tests/package/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
