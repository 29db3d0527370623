export type ImageKind = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
export type Sniffed = { kind: ImageKind; width: number; height: number };

/**
 * What the bytes are, whatever their sender calls them; null: none of the four kinds that are shown. SVG is none of them: it
 * is a program.
 */
export const sniff = (bytes: Buffer): Sniffed | null =>
  png(bytes) ?? gif(bytes) ?? webp(bytes) ?? jpeg(bytes);

const startsWith = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));

const png = (bytes: Buffer): Sniffed | null =>
  bytes.length >= 24 && startsWith(bytes, '\x89PNG\r\n\x1a\n') && startsWith(bytes, 'IHDR', 12)
    ? { kind: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : null;

const gif = (bytes: Buffer): Sniffed | null =>
  bytes.length >= 10 && (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a'))
    ? { kind: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
    : null;

const webp = (bytes: Buffer): Sniffed | null => {
  if (bytes.length < 30 || !startsWith(bytes, 'RIFF') || !startsWith(bytes, 'WEBP', 8)) return null;
  const kind = 'image/webp';
  switch (bytes.subarray(12, 16).toString('latin1')) {
    case 'VP8X':
      return { kind, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8 ':
      return { kind, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21);
      return { kind, width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    default:
      return null;
  }
};

/** Walks the segments to the frame header: sizes stand nowhere else. */
const jpeg = (bytes: Buffer): Sniffed | null => {
  if (!startsWith(bytes, '\xff\xd8\xff')) return null;
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { kind: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
    const isFill = marker === 0xff;
    at += isFill ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
};
