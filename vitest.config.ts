import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** For a machine that has much else to do: the longest takes a second on a quiet one. */
const LIMIT_MS = 20_000;

/** Unit tests, which stand beside the file that they test. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          testTimeout: LIMIT_MS,
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/hours/**/*.test.ts'],
          exclude: ['**/*.svelte.test.ts'],
        },
      },
      {
        plugins: [svelte()],
        // Without this, vitest would resolve Svelte to its server build, which cannot mount a component.
        resolve: { conditions: ['browser'] },
        test: {
          name: 'svelte',
          environment: 'jsdom',
          testTimeout: LIMIT_MS,
          include: ['src/**/*.svelte.test.ts'],
        },
      },
    ],
  },
});
