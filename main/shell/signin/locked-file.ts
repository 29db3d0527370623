import { existsSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { readJson, writeJson } from '../json-file.ts';
import { keyOf, newStretch, seal, unseal, type Stretch } from './sealed.ts';

const whole = z.number().int().positive();
const form = z.object({
  version: z.literal(1),
  stretch: z.object({
    salt: z.string(),
    // A file that asks for all memory of the machine is not one of ours.
    cost: whole.max(2 ** 20),
    blockSize: whole.max(16),
    parallel: whole.max(4),
  }),
  /** A known word, sealed: says whether a passphrase fits while there is no entry yet. */
  proof: z.string(),
  entries: z.record(z.string(), z.string()),
});
type Form = z.output<typeof form>;

/** Sign-ins behind a passphrase that is asked for at every start and kept nowhere. */
export type LockedFile = {
  state(): 'none' | 'locked' | 'open';
  has(name: string): boolean;
  names(): string[];
  /** Begins the file when there is none. Throws `auth` when the passphrase is not the one it was begun with. */
  unlock(passphrase: string): Promise<void>;
  /** Throws `auth` while it is locked, or when there is no such entry. */
  read(name: string): string;
  write(name: string, text: string): void;
  remove(name: string): void;
};

export const openLockedFile = (file: string, stretch: () => Stretch = newStretch): LockedFile => {
  let key: Buffer | null = null;
  const content = (): Form | undefined => {
    if (!existsSync(file)) return undefined;
    const read = form.safeParse(readJson(file));
    if (read.success) return read.data;
    // Never begun anew over what may be mended.
    throw new AppError('disk', `The file with the sign-ins can’t be read. It was left as it is: ${file}`);
  };
  const opened = (): { key: Buffer; content: Form } => {
    const held = content();
    if (key === null || !held) throw locked();
    return { key, content: held };
  };
  return {
    state: () => (content() === undefined ? 'none' : key === null ? 'locked' : 'open'),
    has: (name) => Object.hasOwn(content()?.entries ?? {}, name),
    names: () => Object.keys(content()?.entries ?? {}),
    async unlock(passphrase) {
      const known = content();
      const by = known?.stretch ?? stretch();
      const tried = await keyOf(passphrase, by);
      if (known && unseal(tried, known.proof, 'proof') !== word) throw wrong();
      if (!known) {
        writeJson(file, {
          version: 1,
          stretch: by,
          proof: seal(tried, word, 'proof'),
          entries: {},
        } satisfies Form);
      }
      key = tried;
    },
    read(name) {
      const { key, content } = opened();
      const text = unseal(key, content.entries[name] ?? '', name);
      if (text === null) throw new AppError('auth', 'This machine has no sign-in for this account.');
      return text;
    },
    write(name, text) {
      const { key, content } = opened();
      writeJson(file, { ...content, entries: { ...content.entries, [name]: seal(key, text, name) } });
    },
    // Needs no key: what is thrown away need not be read.
    remove(name) {
      const held = content();
      if (!held || !Object.hasOwn(held.entries, name)) return;
      const { [name]: _gone, ...entries } = held.entries;
      writeJson(file, { ...held, entries });
    },
  };
};

const word = 'earshot';

const locked = (): AppError =>
  new AppError('auth', 'The file with the sign-ins is locked. Enter its passphrase, then try again.');
const wrong = (): AppError =>
  new AppError('auth', 'This passphrase does not open the sign-ins of this machine. Try again.');
