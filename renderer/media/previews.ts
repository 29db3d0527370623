import { useEffect, useState } from 'react';
import type { UploadId } from '../../shared/ids.ts';
import type { Upload } from '../../shared/model.ts';
import { call } from '../call.ts';

/** Pictures of what was attached in this window, as addresses only this page knows. */
const previews = new Map<UploadId, string>();
/** So many are kept; the oldest are read from the disk again when they are needed. */
const kept = 40;

export const keepPreview = ({ id, kind }: Pick<Upload, 'id' | 'kind'>, bytes: Blob): string | null => {
  // A film would be decoded as a whole to show one picture of it.
  if (kind === 'video') return null;
  const known = previews.get(id);
  if (known !== undefined) return known;
  const url = URL.createObjectURL(bytes);
  previews.set(id, url);
  for (const oldest of previews.keys()) {
    if (previews.size <= kept) break;
    forgetPreview(oldest);
  }
  return url;
};

export const forgetPreview = (id: UploadId): void => {
  const url = previews.get(id);
  if (url !== undefined) URL.revokeObjectURL(url);
  previews.delete(id);
};

/** The picture itself; null while it is read, and for films. */
export const usePreview = ({ id, kind, mime }: Pick<Upload, 'id' | 'kind' | 'mime'>): string | null => {
  const [url, setUrl] = useState(previews.get(id) ?? null);
  useEffect(() => {
    if (url !== null || kind === 'video') return undefined;
    let isOver = false;
    call('upload.read', { id }).then(
      (bytes) =>
        isOver ||
        setUrl(keepPreview({ id, kind }, new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime }))),
      // Without its picture it is still there, with its name.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [id, kind, mime, url]);
  return url;
};
