import { describe, expect, test } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import {
  AUTHOR,
  buildDocx,
  buildOdt,
  buildPptx,
  buildXlsx,
  sample,
} from '../../../../test/factories/documents.ts';
import { FILE_TYPES } from '../../contracts/file-types.ts';
import { detectType } from './detect-type.ts';
import { stripAuthor } from './strip-author.ts';

/** Every text that can be found in a file, whichever way it is packed: bytes, UTF-16, and within ZIPs. */
function textsInFile(bytes: Uint8Array, isZip: boolean): string {
  const raw = Buffer.from(bytes);
  const own = raw.toString('latin1') + raw.toString('utf16le');
  const parts = isZip
    ? Object.entries(unzipSync(bytes)).map(([name, part]) => name + textsInFile(part, false))
    : [];
  return [own, ...parts].join('\n');
}

/** The objects of a PDF, unpacked from the streams that they may be kept in. */
async function textsOfPdf(bytes: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const objects = context.enumerateIndirectObjects().map(([, object]) => String(object));
  return [...objects, String(context.trailerInfo.Info), textsInFile(bytes, false)].join('\n');
}

const SAMPLES: [string, Uint8Array, string][] = [
  ['a JPEG', sample('photo.jpg'), 'image/jpeg'],
  ['a PNG', sample('drawing.png'), 'image/png'],
  ['a WebP', sample('photo.webp'), 'image/webp'],
  ['a PDF', sample('essay.pdf'), 'application/pdf'],
  ['a DOCX', buildDocx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['a PPTX', buildPptx(), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['an XLSX', buildXlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['an ODT', buildOdt(), 'application/vnd.oasis.opendocument.text'],
];

test('every type that claims it can be stripped has a sample here, close relatives aside', () => {
  const removable = Object.entries(FILE_TYPES).flatMap(([type, { authorData }]) =>
    authorData === 'removable' ? [type] : [],
  );
  const relatives = [
    'application/vnd.oasis.opendocument.presentation',
    'application/vnd.oasis.opendocument.spreadsheet',
  ];
  expect(removable.filter((type) => !relatives.includes(type)).sort()).toEqual(
    SAMPLES.map(([, , type]) => type).sort(),
  );
});

describe.each(SAMPLES)('%s', (_name, bytes, type) => {
  const isZip = type.includes('officedocument') || type.includes('opendocument');

  test('is told by its content', async () => {
    expect(await detectType(bytes)).toBe(type);
  });

  test('names its author before, and nowhere after, and is of the same type', async () => {
    const textsIn = type === 'application/pdf' ? textsOfPdf : textsInFile;
    expect(await textsIn(bytes, isZip)).toContain(AUTHOR);
    const stripped = await stripAuthor(bytes, type);
    expect(stripped).not.toBeNull();
    const texts = await textsIn(stripped ?? bytes, isZip);
    expect(texts).not.toContain(AUTHOR);
    expect(texts).not.toMatch(/A\0d\0a\0 \0A/);
    expect(await detectType(stripped ?? new Uint8Array())).toBe(type);
  });

  test('stripping what is stripped changes nothing any more', async () => {
    const once = (await stripAuthor(bytes, type)) ?? bytes;
    const twice = await stripAuthor(once, type);
    expect(twice?.length).toBe(once.length);
  });

  test('damaged anywhere, it is stripped or refused, never a fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(bytes.length),
        async (changes, length) => {
          const damaged = bytes.slice(0, length);
          for (const [at, value] of changes) if (at < length) damaged[at] = value;
          const stripped = await stripAuthor(damaged, type);
          expect(stripped === null || stripped instanceof Uint8Array).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what is kept', () => {
  test('a photograph’s way up, and nothing else of its EXIF', async () => {
    const stripped = Buffer.from((await stripAuthor(sample('photo.jpg'), 'image/jpeg')) ?? []);
    expect(stripped.includes('Exif')).toBe(true);
    // Tag 0x0112, type short, one value: 6, a quarter turn.
    expect(stripped.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true);
    expect(stripped.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  });

  test('the pages, the text and the notes of a PDF', async () => {
    const stripped = await PDFDocument.load(
      (await stripAuthor(sample('essay.pdf'), 'application/pdf')) ?? new Uint8Array(),
      { updateMetadata: false },
    );
    expect(stripped.getPageCount()).toBe(2);
    expect([stripped.getAuthor(), stripped.getTitle(), stripped.getSubject(), stripped.getCreator()]).toEqual(
      [undefined, undefined, undefined, undefined],
    );
    expect(stripped.getPage(0).node.Annots()?.size()).toBe(1);
  });

  test('what one wrote in a document, and its comments', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const parts = unzipSync((await stripAuthor(buildDocx(), type)) ?? new Uint8Array());
    const textOf = (name: string) => new TextDecoder().decode(parts[name]);
    expect(textOf('word/document.xml')).toContain('A bridge carries.');
    expect(textOf('word/document.xml')).toContain('Always.');
    expect(textOf('docProps/core.xml')).toContain('On bridges');
    expect(textOf('word/comments.xml')).toContain('w:comment w:id="0"');
    // Nothing refers to what was left out.
    expect(textOf('[Content_Types].xml') + textOf('_rels/.rels')).not.toContain('custom');
    expect(textOf('_rels/.rels')).toContain('docProps/core.xml');
  });
});

test('a ZIP that unpacks to more than it may is refused', async () => {
  const { zipSync } = await import('fflate');
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(450 * 2 ** 20) }, { level: 1 });
  expect(
    await stripAuthor(bomb, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
  ).toBeNull();
});

test('an encrypted PDF is refused: nobody can say what is in it', async () => {
  const document = await PDFDocument.create();
  document.addPage();
  document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
  expect(await stripAuthor(await document.save(), 'application/pdf')).toBeNull();
});

describe('the type of a file', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  test.each([
    ['text', bytes('A bridge carries.'), 'text/plain'],
    ['text cut within a character', bytes('Brücke').subarray(0, 3), 'text/plain'],
    ['a page', bytes('<!doctype html><script>alert(1)</script>'), 'text/plain'],
    [
      'a drawing that may hold scripts',
      bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'text/plain',
    ],
    ['a drawing with a prologue', bytes('<?xml version="1.0"?><svg/>'), 'text/plain'],
    ['a program for Windows', Uint8Array.from([0x4d, 0x5a, ...Array.from({ length: 200 }, () => 0)]), null],
    [
      'a program for Linux',
      Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...Array.from({ length: 200 }, () => 0)]),
      null,
    ],
    ['bytes of no kind', Uint8Array.from([0, 1, 2, 3, 254, 255]), null],
    ['text in an old encoding', Uint8Array.from([0x42, 0x72, 0xfc, 0x63, 0x6b, 0x65]), null],
  ])('%s', async (_what, content, expected) => {
    expect(await detectType(content)).toBe(expected);
  });
});
