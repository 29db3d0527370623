import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// One build runs on Electron 33 (Node 20.18, Chromium 130) and on 45; the older one sets the targets.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

// `dependencies` in package.json holds native modules only; all else is bundled.
// CommonJS, because an ESM entry delays `app` events until it is evaluated.
export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      sourcemap: true,
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: 'main/main.ts',
          simulator: 'simulator/main.ts',
          worker: 'main/worker/main.ts',
          long: 'main/worker/long.ts',
          keeper: 'main/worker/keeper.ts',
        },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          // Beside the entries: a chunk finds the preload and the simulator by where it lies.
          chunkFileNames: '[name]-[hash].cjs',
          // Half of it is comments, which cost a start their reading; names stay, for the log.
          minify: { compress: true, mangle: false, codegen: true },
        },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      // A sandboxed preload may require nothing but electron: one file, everything inlined.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'main/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: chromeTarget,
      minify: true,
      // The polyfill would be an inline script, which our CSP refuses.
      modulePreload: { polyfill: false },
      // Small images stay files: `data:` URLs would need a hole in the CSP.
      assetsInlineLimit: 0,
      // All that the first page needs comes as one file: each further one is a request that the main process answers.
      rolldownOptions: {
        input: { index: 'renderer/index.html' },
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
