import { describe, expect, test } from 'vitest';
import { findViolation } from './boundaries.ts';

const refused: [file: string, specifier: string][] = [
  ['shared/model.ts', '../main/db/db.ts'],
  ['shared/model.ts', 'react'],
  ['shared/model.ts', 'node:fs'],
  ['main/db/open.ts', '../core/core.ts'],
  ['main/db/open.ts', '../providers/provider.ts'],
  ['main/providers/x/poll.ts', '../../core/core.ts'],
  ['main/providers/x/poll.ts', '../../db/db.ts'],
  ['main/providers/x/poll.ts', '../facebook/send.ts'],
  ['main/providers/provider.ts', './x/provider.ts'],
  ['main/providers/facebook/send.ts', 'twitter-api-v2'],
  ['main/core/threads/claim.ts', 'twitter-api-v2'],
  ['main/core/threads/claim.ts', 'electron'],
  ['main/core/threads/claim.ts', '../../shell/ipc.ts'],
  ['main/core/threads/claim.ts', '../../providers/x/provider.ts'],
  ['main/core/threads/claim.ts', '../../../renderer/call.ts'],
  ['main/hub/hub.ts', '../core/core.ts'],
  ['main/shell/ipc.ts', '../db/db.ts'],
  ['main/shell/ipc.ts', '../providers/x/provider.ts'],
  ['main/preload.ts', './core/core.ts'],
  ['main/extra.ts', './core/core.ts'],
  ['renderer/call.ts', '../main/core/core.ts'],
  ['renderer/call.ts', 'electron'],
  ['renderer/call.ts', 'node:path'],
  ['renderer/call.ts', 'better-sqlite3'],
  ['simulator/main.ts', '../main/core/core.ts'],
  ['simulator/main.ts', 'twitter-api-v2'],
  ['e2e/fixtures.ts', '../main/core/core.ts'],
  ['bench/main.ts', '../renderer/call.ts'],
  ['shared/model.ts', './ids'],
  ['somewhere/new.ts', '../shared/model.ts'],
  ['shared/model.ts', '../../elsewhere/x.ts'],
];

const allowed: [file: string, specifier: string][] = [
  ['shared/model.ts', 'zod'],
  ['shared/model.test.ts', 'vitest'],
  ['main/db/open.ts', '../../shared/errors.ts'],
  ['main/providers/x/poll.ts', '../provider.ts'],
  ['main/providers/x/poll.ts', 'twitter-api-v2'],
  ['main/providers/contract.test.ts', '../../simulator/simulator.ts'],
  ['main/core/threads/claim.ts', '../../db/put.ts'],
  ['main/core/threads/claim.ts', '../../providers/provider.ts'],
  ['main/shell/ipc.ts', '../core/core.ts'],
  ['main/shell/ipc.ts', 'electron'],
  ['main/main.ts', './providers/x/provider.ts'],
  ['main/behind.ts', './providers/x/provider.ts'],
  ['main/preload.ts', 'electron'],
  ['renderer/app.tsx', './styles/tokens.css'],
  ['renderer/app.tsx', 'react-dom/client'],
  ['e2e/fixtures.ts', '../simulator/simulator.ts'],
  ['bench/main.ts', '../main/core/core.ts'],
  ['vitest.config.ts', 'vite'],
];

describe('who may import whom', () => {
  test.each(refused)('%s may not import %s', (file, specifier) => {
    expect(findViolation(file, specifier)).toBeTypeOf('string');
  });
  test.each(allowed)('%s may import %s', (file, specifier) => {
    expect(findViolation(file, specifier)).toBeUndefined();
  });
});
