import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const node = ['main', 'shared', 'simulator', 'scripts', 'bench', 'faults'].map(
  (world) => `${world}/**/*.test.ts`,
);

const packaged = 'scripts/packaged.test.ts';

// No test measures the machine: on two busy cores a property of a hundred runs may take its time. What has to be quick is a bench's.
const testTimeout = 180_000;

// Lists, keys and focus are tested in the real Electron (e2e/), so no browser mode here.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: node,
          exclude: [packaged],
          pool: 'forks',
          testTimeout,
        },
      },
      // Needs dist/linux-unpacked, so it runs after packing: scripts/test.ts.
      { test: { name: 'packaged', environment: 'node', include: [packaged] } },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          testTimeout,
          include: ['renderer/**/*.test.{ts,tsx}'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
});
