import { expect, test } from 'vitest';
import { debControl, parseFpmArguments } from './fpm-arguments.ts';

const order = parseFpmArguments([
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'libgbm1'],
  ...['--deb-recommends', 'libappindicator3-1', '--architecture', 'amd64', '--name', 'earshot'],
  ...['--version=0.1.0', '--description', 'A desk\n For care teams', '--package', '/out/a.deb'],
  ...['/built/linux/=/opt/Earshot', '/built/icon.png=/usr/share/icons/earshot.png'],
]);

test('reads what electron-builder orders', () => {
  expect(order.options.get('t')).toBe('deb');
  expect(order.depends).toEqual(['libnss3', 'libgbm1']);
  expect(order.files).toEqual([
    { from: '/built/linux/', to: '/opt/Earshot' },
    { from: '/built/icon.png', to: '/usr/share/icons/earshot.png' },
  ]);
});

test('writes the control file', () => {
  const control = debControl(order, 1234);
  expect(control).toContain('Package: earshot\nVersion: 0.1.0\nArchitecture: amd64\n');
  expect(control).toContain('Depends: libnss3, libgbm1\n');
  expect(control.endsWith('Description: A desk\n For care teams\n')).toBe(true);
});
