import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './root.ts';

const require = createRequire(import.meta.url);

/** The script behind an installed tool's command: run with our own Node, on every system alike. */
export function toolScript(name: string, command = name): string {
  const manifest = path.join(root, 'node_modules', name, 'package.json');
  const { bin } = require(manifest) as { bin: string | Record<string, string> };
  const script = typeof bin === 'string' ? bin : bin[command];
  if (script === undefined) throw new Error(`${name} has no command ${command}`);
  return path.join(path.dirname(manifest), script);
}

/** Runs an installed tool in the project's root, its output straight to ours; gives its exit code. */
export function runTool(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  return run(process.execPath, [script, ...args], { env: { ...process.env, ...env } });
}

export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
  return untilExit(child);
}

/**
 * Waits for a child, and lets Ctrl+C end it before us. A terminal sends Ctrl+C to the child as well, so
 * it gets time to leave by itself first; `kill` on us alone is passed on.
 */
export function untilExit(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const timers: NodeJS.Timeout[] = [];
    const later = (signal: NodeJS.Signals, afterMs: number): void => {
      timers.push(setTimeout(() => child.kill(signal), afterMs));
    };
    const onInterrupt = (): void => {
      later('SIGTERM', 1500);
      later('SIGKILL', 8000);
    };
    const onTerminate = (): void => {
      child.kill('SIGTERM');
      later('SIGKILL', 8000);
    };
    process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate);
    const settle = (): void => {
      timers.forEach(clearTimeout);
      process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('close', (code, signal) => {
      settle();
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 130 : 1));
    });
  });
}
