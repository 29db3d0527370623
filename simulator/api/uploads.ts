import type { Media } from '../world/model.ts';

export interface Upload {
  id: string;
  ownerId: string;
  mimeType: string;
  kind: Media['kind'];
  totalBytes: number;
  receivedBytes: number;
  segments: Set<number>;
  /** Set by finalize; the media is usable from then on. */
  readyAtMs?: number;
}

/** Uploads under way. Their bytes are counted, not kept. */
export class Uploads {
  readonly #uploads = new Map<string, Upload>();

  add(upload: Upload): void {
    this.#uploads.set(upload.id, upload);
  }

  find(id: string, ownerId: string): Upload | undefined {
    const upload = this.#uploads.get(id);
    return upload?.ownerId === ownerId ? upload : undefined;
  }
}
