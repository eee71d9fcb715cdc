import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Unit tests, which stand beside the file that they test. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
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
          include: ['src/**/*.svelte.test.ts'],
        },
      },
    ],
  },
});
