import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { PAGE_POLICY } from './src/shared/page-policy.js';

// The oldest Electron that Strata runs on is 33 (Chrome 130, Node 20): see docs/decisions/002-electron-runtime.md.
export default defineConfig({
  main: {
    build: {
      target: 'node20',
      rolldownOptions: {
        input: {
          start: 'src/main/start.ts',
          index: 'src/main/index.ts',
          keychain: 'src/main/credentials/keychain-process.ts',
          layers: 'src/main/layers/layers-process.ts',
          'sums-worker': 'src/main/layers/sums-worker.ts',
        },
        // Optional native addons of ssh2, which docker-modem pulls in; neither loads in Electron nor is needed.
        external: [/\.node$/, 'cpu-features'],
        // docker-modem prints every header, logins among them, when DEBUG asks it to.
        output: { banner: 'delete process.env.DEBUG;' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      // A sandboxed preload can only be one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [svelte()],
    // In development a page may no more than in the app.
    server: { headers: { 'content-security-policy': PAGE_POLICY } },
    build: { target: 'chrome130', minify: true, rolldownOptions: { input: 'src/renderer/index.html' } },
  },
});
