import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

/** Small files whose author is Ada Author, wherever their formats keep such things. */

export const AUTHOR = 'Ada Author';

export const sample = (name: 'photo.jpg' | 'drawing.png' | 'photo.webp' | 'essay.pdf'): Uint8Array =>
  new Uint8Array(readFileSync(`test/factories/samples/${name}`));

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org';
const relationships = (...entries: [type: string, target: string][]): string =>
  `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships">${entries
    .map(([type, target], index) => `<Relationship Id="r${index}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
const types = (...overrides: [part: string, type: string][]): string =>
  `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/>${overrides
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
    .join('')}</Types>`;
const core = `${XML}<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>On bridges</dc:title><dc:creator>${AUTHOR}</dc:creator><cp:lastModifiedBy>${AUTHOR}</cp:lastModifiedBy></cp:coreProperties>`;
const app = `${XML}<Properties xmlns="${OFFICE}/officeDocument/2006/extended-properties"><Company>House of ${AUTHOR}</Company><Manager>${AUTHOR}</Manager><Pages>1</Pages></Properties>`;
const PROPERTIES: [string, string][] = [
  [`${OFFICE}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'],
  [`${OFFICE}/officeDocument/2006/relationships/extended-properties`, 'docProps/app.xml'],
  [`${OFFICE}/officeDocument/2006/relationships/custom-properties`, 'docProps/custom.xml'],
];

const zip = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

const ooxml = (main: string, mainType: string, parts: Record<string, string | Uint8Array>): Uint8Array =>
  zip({
    '[Content_Types].xml': types(
      [main, `application/vnd.openxmlformats-officedocument.${mainType}.main+xml`],
      ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
      ['docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
    ),
    '_rels/.rels': relationships(
      [`${OFFICE}/officeDocument/2006/relationships/officeDocument`, main],
      ...PROPERTIES,
    ),
    'docProps/core.xml': core,
    'docProps/app.xml': app,
    'docProps/custom.xml': `${XML}<Properties><property name="Student"><vt:lpwstr>${AUTHOR}</vt:lpwstr></property></Properties>`,
    ...parts,
  });

/** A text with a comment, a tracked change and a photograph, all by the author. */
export const buildDocx = (): Uint8Array =>
  ooxml('word/document.xml', 'wordprocessingml.document', {
    'word/document.xml': `${XML}<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>A bridge carries.</w:t></w:r><w:ins w:id="1" w:author="${AUTHOR}" w:date="2026-01-01T00:00:00Z"><w:r><w:t> Always.</w:t></w:r></w:ins></w:p></w:body></w:document>`,
    'word/comments.xml': `${XML}<w:comments xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:comment w:id="0" w:author="${AUTHOR}" w:initials="${AUTHOR}"><w:p/></w:comment></w:comments>`,
    'word/people.xml': `${XML}<w15:people><w15:person w15:author="${AUTHOR}"><w15:presenceInfo w15:providerId="AD" w15:userId="${AUTHOR}"/></w15:person></w15:people>`,
    'word/media/image1.jpg': sample('photo.jpg'),
  });

export const buildPptx = (): Uint8Array =>
  ooxml('ppt/presentation.xml', 'presentationml.presentation', {
    'ppt/presentation.xml': `${XML}<p:presentation xmlns:p="${OFFICE}/presentationml/2006/main"/>`,
    'ppt/commentAuthors.xml': `${XML}<p:cmAuthorLst><p:cmAuthor id="0" name="${AUTHOR}" initials="${AUTHOR}" lastIdx="1"/></p:cmAuthorLst>`,
  });

export const buildXlsx = (): Uint8Array =>
  ooxml('xl/workbook.xml', 'spreadsheetml.sheet', {
    'xl/workbook.xml': `${XML}<workbook><fileSharing userName="${AUTHOR}"/><x15ac:absPath url="C:\\Users\\${AUTHOR}\\Desktop\\"/></workbook>`,
    'xl/comments1.xml': `${XML}<comments><authors><author>${AUTHOR}</author></authors></comments>`,
    'xl/persons/person.xml': `${XML}<personList><person displayName="${AUTHOR}" id="{1}" userId="${AUTHOR}" providerId="AD"/></personList>`,
  });

export const buildOdt = (): Uint8Array =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'meta.xml': `${XML}<office:document-meta><office:meta><meta:initial-creator>${AUTHOR}</meta:initial-creator><dc:creator>${AUTHOR}</dc:creator><meta:user-defined meta:name="Student">${AUTHOR}</meta:user-defined></office:meta></office:document-meta>`,
    'content.xml': `${XML}<office:document-content><office:annotation><dc:creator>${AUTHOR}</dc:creator></office:annotation><text:p>A bridge carries.</text:p></office:document-content>`,
    'Thumbnails/thumbnail.png': sample('drawing.png'),
    'META-INF/manifest.xml': `${XML}<manifest:manifest><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/></manifest:manifest>`,
  });
