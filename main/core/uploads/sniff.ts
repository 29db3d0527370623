import type { Upload } from '../../../shared/model.ts';

export type Sniffed = { kind: Upload['kind']; mime: string };

/** What a file is by its first bytes; names and what the system says may lie. Undefined: nothing a message can carry. */
export const sniff = (head: Uint8Array): Sniffed | undefined => {
  if (starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return { kind: 'photo', mime: 'image/png' };
  if (starts(head, [0xff, 0xd8, 0xff])) return { kind: 'photo', mime: 'image/jpeg' };
  const letters = Buffer.from(head.subarray(0, 12)).toString('latin1');
  if (/^GIF8[79]a/u.test(letters)) return { kind: 'gif', mime: 'image/gif' };
  if (/^RIFF[^]{4}WEBP$/u.test(letters)) return { kind: 'photo', mime: 'image/webp' };
  if (letters.slice(4, 8) === 'ftyp') return film(letters.slice(8, 12));
  return undefined;
};

/** So many bytes tell it. */
export const sniffedBytes = 12;

/** Still pictures of telephones come in the same box as films. */
const film = (mark: string): Sniffed | undefined => {
  if (/^(?:hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])$/u.test(mark)) return undefined;
  return { kind: 'video', mime: mark === 'qt  ' ? 'video/quicktime' : 'video/mp4' };
};

const starts = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte);
