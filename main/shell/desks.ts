import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import type { DeskSnapshot, EventName, Events } from '../../shared/api.ts';
import type { AgentId } from '../../shared/ids.ts';
import { isDamage } from '../core/backup/damage.ts';
import { setAside } from '../core/backup/swap.ts';
import { openCore, type Core, type World } from '../core/core.ts';
import { readSettings } from '../core/settings.ts';
import { createSearchHost } from '../worker/host.ts';
import { createKeeper } from '../worker/keeper-host.ts';
import { createLongHost } from '../worker/long-host.ts';
import { told } from './answer.ts';
import { headPlace } from './audit/heads.ts';
import { log } from './log.ts';
import { callSafe } from './security/external.ts';

export type DeskKind = 'live' | 'practice';

/** The open desk. Practice has a database of its own: invented customers never stand beside real ones. */
export type OpenDesk = { kind: DeskKind; core: Core };

export type Emit = <N extends EventName>(name: N, payload: Events[N]) => void;

export const openDesk = (
  kind: DeskKind,
  folder: string,
  emit: Emit,
  practice: () => DeskSnapshot['practice'],
  isSitting: (agentId: AgentId) => boolean,
): OpenDesk => {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, kind === 'live' ? 'desk.db' : 'practice.db');
  const world: World = {
    file,
    now: Date.now,
    random: Math.random,
    personName: personName(),
    machine: os.hostname(),
    emit,
    onTrouble: (error) => {
      const shown = told(error, 'background');
      if (isDamage(shown)) core.upkeep.noticed();
      log.error('background work failed', error);
      const text = shown instanceof Error ? shown.message : 'Something in Earshot broke.';
      emit('desk.notice', { text, tone: 'trouble' });
    },
    about: { version: app.getVersion(), platform: platformOf(process.platform) },
    practice,
    isKept: kind === 'live',
    isSitting,
    searching: (file) => createSearchHost(file, path.join(import.meta.dirname, 'worker.cjs')),
    long: (file) => createLongHost(file, path.join(import.meta.dirname, 'long.cjs')),
    keeper: (file) =>
      createKeeper(file, path.join(import.meta.dirname, 'keeper.cjs'), (error) =>
        log.error('the thread that checkpoints ended', error),
      ),
    heads: headPlace,
    softphone: (number) => {
      const { phoneScheme: scheme, phoneHost: host } = readSettings(core.desk.db);
      return callSafe(number, { scheme, host });
    },
  };
  const core = kind === 'live' ? openCore(world) : openPractice(world);
  return { kind, core };
};

/** Invented customers are invented anew: a damaged file is kept, and nobody is asked. */
const openPractice = (world: World): Core => {
  try {
    return openCore(world);
  } catch (error) {
    if (!isDamage(error)) throw error;
    const aside = setAside(world.file, 'damaged', world.now());
    log.warn(`the practice desk was damaged: it was set aside, ${aside}`);
    return openCore(world);
  }
};

const platformOf = (platform: NodeJS.Platform): DeskSnapshot['platform'] => {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'windows' : 'linux';
};

const personName = (): string => {
  const name = process.env['USER'] ?? process.env['USERNAME'] ?? '';
  return name === '' || name === 'root' ? 'Agent' : name.charAt(0).toUpperCase() + name.slice(1);
};
