import { FILE_TYPES } from '../../contracts/file-types.ts';
import { stripJpeg, stripPng, stripWebp } from './strip-image.ts';
import { stripOffice } from './strip-office.ts';
import { stripPdf } from './strip-pdf.ts';

/**
 * The same content without what tells who made it; types that hold nothing of the kind, or where it cannot be taken
 * out, stay as they are (`authorData` in `FILE_TYPES` says which).
 *
 * @returns null when the content is damaged or protected, so that one cannot be sure.
 */
export async function stripAuthor(bytes: Uint8Array, type: string): Promise<Uint8Array | null> {
  if (FILE_TYPES[type]?.authorData !== 'removable') return bytes;
  try {
    switch (type) {
      case 'image/jpeg':
        return stripJpeg(bytes);
      case 'image/png':
        return stripPng(bytes);
      case 'image/webp':
        return stripWebp(bytes);
      case 'application/pdf':
        return await stripPdf(bytes);
      default:
        return stripOffice(bytes);
    }
  } catch {
    // Whatever a parser trips over: the file is not what it says.
    return null;
  }
}
