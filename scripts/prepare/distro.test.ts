import { expect, test } from 'vitest';
import { parseStatus } from './apt.ts';
import { installCommand, parseDistro, readDistro, windowPackages } from './distro.ts';
import { parseMissing } from './linux-libraries.ts';

const debian12 = parseDistro('PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n');
const ubuntu24 = parseDistro('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n');
const fedora = parseDistro('ID=fedora\nVERSION_ID=41\n');

test('distributions are told apart', () => {
  expect(debian12).toEqual({ id: 'debian', version: 12, isDebianLike: true });
  expect(ubuntu24).toEqual({ id: 'ubuntu', version: 24.04, isDebianLike: true });
  expect(fedora.isDebianLike).toBe(false);
  expect(readDistro('/nowhere/os-release').isDebianLike).toBe(false);
});

test('packages carry the names of the release', () => {
  expect(windowPackages(debian12)).toContain('libgtk-3-0');
  expect(windowPackages(ubuntu24)).toContain('libgtk-3-0t64');
  expect(windowPackages(ubuntu24)).toContain('libasound2t64');
});

test('the command is ready to paste on Debian, and named elsewhere', () => {
  expect(installCommand(debian12, ['xvfb', 'xauth'])).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb xauth',
  );
  expect(installCommand(fedora, ['xvfb'])).toContain('what Debian calls: xvfb');
});

test('missing libraries are read from ldd', () => {
  const ldd = '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibgbm.so.1 => not found\n';
  expect(parseMissing(ldd)).toEqual(['libnss3.so', 'libgbm.so.1']);
});

test('progress of apt: a third for the download, the rest for installing', () => {
  expect(parseStatus('dlstatus:3:60.0:Retrieving file 3 of 5')).toBeCloseTo(20);
  expect(parseStatus('pmstatus:libgtk-3-0:50.0:Unpacking')).toBeCloseTo(66.7, 0);
  expect(parseStatus('pmstatus:libgtk-3-0:amd64:100.0:Installed')).toBeCloseTo(100);
  expect(parseStatus('something else')).toBeUndefined();
});
