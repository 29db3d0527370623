#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { debControl, parseFpmArguments, type FpmOrder } from './fpm-arguments.ts';

// Stands in for fpm, which electron-builder would download: makes a .deb with dpkg's own tool.
const order = parseFpmArguments(process.argv.slice(2));
if (order.options.get('t') !== 'deb') throw new Error('this stand-in for fpm makes .deb files only');
const tree = mkdtempSync(path.join(tmpdir(), 'deb-'));
try {
  chmodSync(tree, 0o755);
  copyFiles(order);
  writeControl(order);
  execFileSync(
    'dpkg-deb',
    ['--root-owner-group', '-Zxz', '-z1', '-b', tree, order.options.get('package') ?? ''],
    {
      stdio: 'inherit',
    },
  );
} finally {
  rmSync(tree, { recursive: true, force: true });
}

function copyFiles({ files }: FpmOrder): void {
  for (const { from, to } of files) {
    const target = path.join(tree, to);
    const isFolder = from.endsWith('/');
    mkdirSync(isFolder ? target : path.dirname(target), { recursive: true });
    execFileSync('cp', isFolder ? ['-a', `${from}.`, target] : ['-L', from, target]);
    if (!isFolder) chmodSync(target, 0o644);
  }
}

function writeControl(asked: FpmOrder): void {
  const folder = path.join(tree, 'DEBIAN');
  const installedKb = Number(execFileSync('du', ['-sk', tree]).toString().split('\t')[0]);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'control'), debControl(asked, installedKb));
  for (const [option, name] of [
    ['after-install', 'postinst'],
    ['after-remove', 'postrm'],
  ] as const) {
    const script = asked.options.get(option);
    if (script === undefined) continue;
    copyFileSync(script, path.join(folder, name));
    chmodSync(path.join(folder, name), 0o755);
  }
}
