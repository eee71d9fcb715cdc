import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { PAGE_POLICY } from './src/shared/page-policy.js';

/** Parts of dockerode that nothing here calls, as Strata has its own: with what they bring they would be half of what is read at each start. */
const UNUSED = /\/node_modules\/(?:docker-modem\/lib\/ssh|dockerode\/lib\/(?:session|buildkit))\.js$/;
const withoutUnused: Plugin = {
  name: 'without-unused',
  enforce: 'pre',
  load: (id) => (UNUSED.test(id) ? 'module.exports = () => { throw new Error("left out"); };' : null),
};

// The oldest Electron that Strata runs on is 33 (Chrome 130, Node 20): see docs/decisions/002-electron-runtime.md.
export default defineConfig({
  main: {
    plugins: [withoutUnused],
    build: {
      target: 'node20',
      minify: true,
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
    resolve: { alias: { zod: resolve('src/renderer/without-schemas.ts') } },
    // In development a page may no more than in the app.
    server: { headers: { 'content-security-policy': PAGE_POLICY } },
    build: { target: 'chrome130', minify: true, rolldownOptions: { input: 'src/renderer/index.html' } },
  },
});
