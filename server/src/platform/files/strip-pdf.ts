import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** Keys that hold who or what made a part of the document: XMP (ISO 32000-2 §14.3.2) and programs' private data. */
const LEFT_OUT = ['Metadata', 'PieceInfo', 'LastModified'].map((name) => PDFName.of(name));
/** In an annotation: the label of its window, by convention its author (§12.5.6.2). */
const AUTHOR = PDFName.of('T');
const ANNOTATION = PDFName.of('Subtype');
const FIELD_TYPE = PDFName.of('FT');

/** A PDF without its document information, XMP and the authors of comments. It is written anew, so nothing stays behind. */
export async function stripPdf(bytes: Uint8Array): Promise<Uint8Array | null> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  if (document.isEncrypted) return null;
  const { context } = document;
  const info = context.trailerInfo.Info;
  if (info instanceof PDFRef) context.delete(info);
  delete context.trailerInfo.Info;
  const unused = new Set<PDFRef>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    forEachDictionary(object, (dictionary) => {
      for (const key of LEFT_OUT) {
        const value = dictionary.get(key);
        if (value instanceof PDFRef) unused.add(value);
        dictionary.delete(key);
      }
      const author = dictionary.get(AUTHOR);
      const isField = dictionary.has(FIELD_TYPE);
      if (
        dictionary.has(ANNOTATION) &&
        !isField &&
        (author instanceof PDFString || author instanceof PDFHexString)
      ) {
        dictionary.delete(AUTHOR);
      }
    });
  }
  for (const reference of unused) context.delete(reference);
  return document.save({ updateFieldAppearances: false, addDefaultPage: false });
}

/** Calls for a dictionary, a stream's dictionary, and those written within them; references are enumerated elsewhere. */
function forEachDictionary(object: unknown, visit: (dictionary: PDFDict) => void): void {
  const waiting = [object];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof PDFStream) waiting.push(next.dict);
    else if (next instanceof PDFArray) waiting.push(...next.asArray());
    else if (next instanceof PDFDict) {
      visit(next);
      waiting.push(...next.values());
    }
  }
}
