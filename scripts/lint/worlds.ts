/**
 * Who may import whom, as one table. A world is a folder with one job; the longest matching path wins,
 * so `main/core/threads/close.ts` belongs to `main/core`. Both the linter plugin and its tests read this.
 */
type World = {
  /** Other worlds whose files may be imported; a world may always import itself. */
  worlds: readonly string[];
  /** npm packages and `node:` built-ins. Absent: any. */
  packages?: readonly string[];
};

const node = 'node:*';

export const worlds: Readonly<Record<string, World>> = {
  // Pure: counting, calendars and telephone numbers, which window and main must do alike.
  shared: { worlds: [], packages: ['zod', 'twitter-text', 'temporal-polyfill', 'libphonenumber-js'] },

  'main/db': { worlds: ['shared'], packages: [node, 'better-sqlite3', 'zod'] },
  'main/providers': { worlds: ['shared'], packages: [node, 'zod'] },
  'main/providers/x': {
    worlds: ['main/providers', 'shared'],
    packages: [node, 'zod', 'twitter-api-v2', 'twitter-text'],
  },
  'main/providers/facebook': { worlds: ['main/providers', 'shared'], packages: [node, 'zod'] },
  'main/core': {
    worlds: ['main/db', 'main/providers/provider.ts', 'shared'],
    packages: [node, 'better-sqlite3', 'zod', 'uuid', 'twitter-text', 'electron-log', 'ical.js'],
  },
  'main/hub': { worlds: ['main/db', 'shared'], packages: [node, 'zod'] },
  // Signing in is the shell's (browser, keychain), in the words of the provider interface; never a provider itself.
  'main/shell': {
    worlds: [
      'main/core',
      'main/providers/provider.ts',
      'main/worker/host.ts',
      'main/worker/keeper-host.ts',
      'main/worker/long-host.ts',
      'shared',
    ],
    packages: [node, 'electron', 'electron-log', 'zod'],
  },
  // What takes long, in a thread and on a connection of its own.
  'main/worker': { worlds: ['main/core', 'main/db', 'shared'], packages: [node, 'zod'] },
  'main/preload.ts': { worlds: ['shared'], packages: ['electron'] },
  // The composition root: the two files that know every room; the second is what stands behind the windows (ADR 28).
  'main/main.ts': {
    worlds: ['main', 'shared'],
    packages: [node, 'electron', 'electron-log'],
  },
  'main/behind.ts': { worlds: ['main', 'shared'], packages: [node] },
  // Nothing else lives directly in main/, and nothing there may import anything.
  main: { worlds: [], packages: [] },

  renderer: {
    worlds: ['shared'],
    packages: [
      'react',
      'react-dom',
      'zustand',
      'zod',
      '@base-ui/react',
      '@tanstack/react-virtual',
      '@tanstack/hotkeys',
      '@atlaskit/pragmatic-drag-and-drop',
      '@fontsource-variable/inter',
      'fuzzysort',
      'lucide-react',
      'twitter-text',
      'uuid',
    ],
  },
  simulator: {
    worlds: ['shared'],
    packages: [node, 'hono', '@hono/node-server', 'csv-parse', 'twitter-text', 'zod', 'uuid'],
  },
  e2e: { worlds: ['shared', 'simulator'] },
  bench: { worlds: ['main', 'shared', 'simulator', 'faults'] },
  // A whole desk without a window, against a network that fails: compared by what the journeys compare by.
  faults: {
    worlds: [
      'main',
      'shared',
      'simulator',
      'e2e/network.ts',
      'e2e/compare.ts',
      'e2e/kept.ts',
      'e2e/truth.ts',
    ],
  },
  scripts: { worlds: [] },
};

/** What tests and files under `testing/` may import on top of what their own room may. */
export const testExtras: Readonly<Record<string, World>> = {
  main: { worlds: ['main', 'simulator', 'shared'], packages: ['vitest', 'fast-check', 'csv-parse'] },
  shared: { worlds: [], packages: [node, 'vitest', 'fast-check'] },
  renderer: {
    worlds: [],
    packages: [
      node,
      'vitest',
      'fast-check',
      '@testing-library/react',
      '@testing-library/user-event',
      'axe-core',
    ],
  },
  simulator: {
    worlds: [],
    packages: ['vitest', 'fast-check', '@stoplight/prism-cli', 'twitter-api-v2'],
  },
};
