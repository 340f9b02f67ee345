import { fileTypeFromBuffer } from 'file-type';
import { FILE_TYPES } from '../../contracts/file-types.ts';

/** Names that `file-type` has for what our list calls otherwise. */
const SAME: Readonly<Record<string, string>> = {
  'audio/mp4': 'audio/x-m4a',
  'video/x-m4v': 'video/mp4',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-flac': 'audio/flac',
  'audio/ogg; codecs=opus': 'audio/ogg',
  // Text with a known beginning, pages and drawings among them: shown as their source.
  'application/xml': 'text/plain',
  'application/rtf': 'text/plain',
  'text/vcard': 'text/plain',
  'text/vtt': 'text/plain',
};

/** The media type of a file by its beginning; null when it is none that is taken. */
export async function detectType(beginning: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(beginning);
  if (!found) return isText(beginning) ? 'text/plain' : null;
  const type = SAME[found.mime] ?? found.mime;
  return Object.hasOwn(FILE_TYPES, type) ? type : null;
}

/** UTF-8 without the zero byte; what is cut off within a character at the end is text all the same. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
