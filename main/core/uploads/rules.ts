import { AppError } from '../../../shared/errors.ts';
import type { MessageKind, Upload } from '../../../shared/model.ts';

/** A post takes so many photos, or one moving picture. */
const photosCap = 4;

/** Throws `not-allowed` when a message can't carry these together. */
export const assertCarries = (kind: MessageKind, uploads: readonly Pick<Upload, 'kind'>[]): void => {
  if (kind === 'dm' && uploads.length > 1) {
    throw new AppError('not-allowed', 'A direct message carries one attachment. Send the others after it.');
  }
  const moving = uploads.filter((upload) => upload.kind !== 'photo');
  if (moving.length > 0 && uploads.length > 1) {
    throw new AppError('not-allowed', 'A post carries one video or one GIF alone, or up to four photos.');
  }
  if (uploads.length > photosCap) {
    throw new AppError('not-allowed', 'A post carries up to four photos. Take one away first.');
  }
};

/** Throws `too-long` for a file over what the network takes of its kind. */
export const assertFits = (
  kind: Upload['kind'],
  bytes: number,
  caps: readonly { kind: string; maxBytes: number }[],
): void => {
  const maxBytes = caps.find((cap) => cap.kind === kind)?.maxBytes ?? 0;
  if (bytes <= maxBytes) return;
  if (maxBytes === 0) throw new AppError('not-allowed', `This network takes no ${words[kind]}s.`);
  throw new AppError(
    'too-long',
    `This ${words[kind]} has ${megabytes(bytes)}. The network takes up to ${megabytes(maxBytes)}. Nothing was attached.`,
  );
};

const words: Record<Upload['kind'], string> = { photo: 'photo', gif: 'GIF', video: 'video' };

const megabytes = (bytes: number): string => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`;
