/**
 * Images without what cameras and programs write beside the picture. Nothing of the picture itself is decoded: the parts
 * of the file are copied or left out.
 */

const ascii = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length));

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** What belongs to the picture: JFIF (APP0), the colour profile (APP2 ICC), how Adobe coded the colours (APP14). */
const isOfPicture = (marker: number, bytes: Uint8Array, at: number): boolean =>
  marker === 0xe0 ||
  (marker === 0xe2 && ascii(bytes, at, 11) === 'ICC_PROFILE') ||
  (marker === 0xee && ascii(bytes, at, 5) === 'Adobe');

/** A JPEG without EXIF, XMP, IPTC and comments; the way up is kept, as a photograph would else lie on its side. */
export function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let orientation = 1;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    const isApplication = marker >= 0xe0 && marker <= 0xef;
    if (marker === 0xe1 && ascii(bytes, at + 4, 4) === 'Exif') {
      orientation = orientationOf(bytes.subarray(at + 10, end));
    }
    if (marker !== 0xfe && (!isApplication || isOfPicture(marker, bytes, at + 4))) {
      parts.push(bytes.subarray(at, end));
    }
    at = end;
    // The picture’s own data follow to its end; what comes after the end of the image is left out.
    if (marker === 0xda) {
      const rest = lastPart(bytes, at);
      if (!rest) return null;
      const exif = orientation === 1 ? [] : [exifOf(orientation)];
      return Buffer.concat([...parts.slice(0, 1), ...exif, ...parts.slice(1), rest]);
    }
  }
  return null;
}

/**
 * From the first scan to the end of the image. Later scans of a progressive picture have headers between them, which
 * hold no text: only comments and application parts could, and with those the picture is not ours to judge.
 */
function lastPart(bytes: Uint8Array, from: number): Uint8Array | null {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return bytes.subarray(from, at + 2);
    if (marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)) return null;
  }
  return null;
}

/** EXIF tag 0x0112 in the first directory, 1 to 8; 1 when it is not there. */
function orientationOf(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1;
  const view = viewOf(tiff);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An EXIF part that says the way up and nothing else. */
const exifOf = (orientation: number): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xe1,
    0,
    34,
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Text, EXIF and the time of the last change; whatever is not of the standard goes too. */
const PNG_KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'cICP',
  'bKGD',
  'hIST',
  'pHYs',
  'sPLT',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** A PNG with its picture alone. */
export function stripPng(bytes: Uint8Array): Uint8Array | null {
  if (!PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)) return null;
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const type = ascii(bytes, at + 4, 4);
    if (PNG_KEPT.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(parts);
    at = end;
  }
  return null;
}

/** Flags of the VP8X header that say EXIF and XMP follow. */
const WEBP_METADATA_FLAGS = 0b0000_1100;
const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** A WebP with its picture alone. */
export function stripWebp(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < 12 || ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return null;
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > bytes.length) return null;
    const type = ascii(bytes, at, 4);
    if (WEBP_KEPT.has(type)) {
      const part = Uint8Array.from(bytes.subarray(at, Math.min(end, bytes.length)));
      if (type === 'VP8X') part[8] = (part[8] ?? 0) & ~WEBP_METADATA_FLAGS;
      parts.push(part);
    }
    at = end;
  }
  const body = Buffer.concat(parts);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
