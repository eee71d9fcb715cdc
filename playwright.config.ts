import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  // Pictures are compared where they were taken: `npm test -- visual`.
  testIgnore: process.env.STRATA_VISUAL === '1' ? [] : ['**/visual.spec.ts'],
  outputDir: 'out/test/e2e',
  // The type is the set-up's own, so one set of pictures serves every machine that runs them.
  snapshotPathTemplate: '{testDir}/{testFileName}-snapshots/{arg}{ext}',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // One engine, one keyring and one display serve all: a file after the other, nothing tried twice.
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'out/test/e2e.json' }]],
});
