import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { anySecrets } from '../../providers/x/testing/box.ts';

const keyring = vi.hoisted(() => ({ isThere: true }));
vi.mock('electron', () => ({
  safeStorage: {
    isEncryptionAvailable: () => keyring.isThere,
    getSelectedStorageBackend: () => (keyring.isThere ? 'gnome_libsecret' : 'basic_text'),
    encryptString: (text: string) => Buffer.from(text).map((byte) => byte ^ 0x5a),
    decryptString: (sealed: Buffer) => Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString(),
  },
}));
const { memoryBox, openSecretStore } = await import('./secrets.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-secrets-'));
  keyring.isThere = true;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const token = 'canary-token-of-the-brand';
const secrets = { ...anySecrets, accessToken: token };
const everything = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'latin1'))
    .join('\n');

it('keeps tokens sealed by the keyring, through a restart', async () => {
  openSecretStore(folder).put('a', 'keyring', secrets);
  const later = openSecretStore(folder);
  expect(later.keptIn('a')).toBe('keyring');
  expect(await later.box('a').read()).toEqual(secrets);
  expect(everything()).not.toContain(token);
});

it('never falls back to plain text where there is no keyring', async () => {
  keyring.isThere = false;
  const store = openSecretStore(folder);
  expect(() => store.put('a', 'keyring', secrets)).toThrow('no keyring');
  expect(store.keptIn('a')).toBeNull();
  expect(() => store.put('b', 'passphrase', secrets)).toThrow('locked');
  expect(readdirSync(folder)).toEqual([]);
});

it('forgets with the run what was kept for it', async () => {
  const store = openSecretStore(folder);
  store.put('a', 'run', secrets);
  expect(await store.box('a').read()).toEqual(secrets);
  expect(readdirSync(folder)).toEqual([]);
  expect(openSecretStore(folder).keptIn('a')).toBeNull();
});

it('moves a sign-in from one place to another without leaving it in both', async () => {
  const store = openSecretStore(folder);
  store.put('a', 'keyring', secrets);
  await store.file.unlock('correct horse');
  store.put('a', 'passphrase', secrets);
  expect(store.keptIn('a')).toBe('passphrase');
  expect(readFileSync(path.join(folder, 'sign-ins.json'), 'utf8')).toBe('{}');
  store.put('a', 'run', secrets);
  expect(store.file.names()).toEqual([]);
}, 20_000);

it('writes a rotation where the sign-in is, and nowhere once it was forgotten', async () => {
  const store = openSecretStore(folder);
  store.put('a', 'keyring', secrets);
  const box = store.box('a');
  expect(store.box('a')).toBe(box);
  await box.write({ ...secrets, refreshToken: 'second' });
  expect((await openSecretStore(folder).box('a').read()).refreshToken).toBe('second');
  store.forget('a');
  await expect(box.write({ ...secrets, refreshToken: 'third' })).rejects.toMatchObject({ code: 'auth' });
  await expect(box.read()).rejects.toMatchObject({ code: 'auth' });
  expect(everything()).toBe('{}');
});

it('takes nothing from an earlier sign-in once there is a new one', async () => {
  const store = openSecretStore(folder);
  store.put('a', 'keyring', secrets);
  const before = store.box('a');
  store.put('a', 'keyring', { ...secrets, refreshToken: 'of the new one' });
  await expect(before.write({ ...secrets, refreshToken: 'late' })).rejects.toMatchObject({ code: 'auth' });
  expect((await store.box('a').read()).refreshToken).toBe('of the new one');
});

it('holds a sign-in nobody has decided about in memory', async () => {
  const box = memoryBox(secrets);
  await box.write({ ...secrets, accessToken: 'next' });
  expect((await box.read()).accessToken).toBe('next');
  expect(readdirSync(folder)).toEqual([]);
});
