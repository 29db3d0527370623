import path from 'node:path';
import { testExtras, worlds } from './worlds.ts';

/**
 * Says why `file` may not import `specifier`, or nothing when it may.
 * `file` is relative to the project's root, with forward slashes.
 */
export function findViolation(file: string, specifier: string): string | undefined {
  if (!file.includes('/')) return undefined; // a tool's config in the root
  const home = worldOf(file);
  const rules = home === undefined ? undefined : worlds[home];
  if (home === undefined || rules === undefined)
    return `${topOf(file)}/ is not a world in scripts/lint/worlds.ts`;
  const extra = isTest(file) ? testExtras[topOf(file)] : undefined;

  if (!specifier.startsWith('.')) {
    if (rules.packages === undefined) return undefined;
    const allowed = [...rules.packages, ...(extra?.packages ?? [])];
    return allowed.some((name) => isPackage(specifier, name))
      ? undefined
      : `${home} may not import the package ${specifier}`;
  }

  // Node runs bench, scripts and simulator as they are, and adds no extension.
  if (!/\.\w+(\?\w+)?$/.test(specifier)) return `${specifier} needs its extension`;
  const target = path.posix.join(path.posix.dirname(file), specifier.replace(/[?#].*$/, ''));
  if (target.startsWith('..')) return `${specifier} leaves the project`;
  const targetWorld = worldOf(target);
  if (targetWorld === home) return undefined;
  const allowed = [...rules.worlds, ...(extra?.worlds ?? [])];
  if (allowed.some((name) => covers(name, target, targetWorld))) return undefined;
  return `${home} may not import ${targetWorld ?? target}`;
}

/**
 * A top folder grants all rooms below it (bench → main); a room grants itself, not the rooms inside it
 * (providers never reaches providers/x); a file grants that file alone.
 */
function covers(name: string, target: string, targetWorld: string | undefined): boolean {
  if (name.endsWith('.ts')) return target === name;
  if (!name.includes('/')) return topOf(target) === name;
  return targetWorld === name;
}

function worldOf(file: string): string | undefined {
  let best: string | undefined;
  for (const name of Object.keys(worlds)) {
    const inside = file === name || file.startsWith(`${name}/`);
    if (inside && name.length > (best?.length ?? 0)) best = name;
  }
  return best;
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.includes('/testing/');
}

function topOf(file: string): string {
  return file.split('/', 1)[0] ?? file;
}

function isPackage(specifier: string, name: string): boolean {
  if (name === 'node:*') return specifier.startsWith('node:');
  return specifier === name || specifier.startsWith(`${name}/`);
}
