import { unzipSync, zipSync } from 'fflate';
import { stripJpeg, stripPng } from './strip-image.ts';

/** Unpacked, so that a small file cannot become a large one in memory. */
const UNPACKED_BYTES_MAX = 400 * 2 ** 20;
const ENTRIES_MAX = 20_000;
/** The earliest time a ZIP can hold: when a part was last changed says something too. */
const EPOCH = '1980-01-01T00:00:00';

/** Properties, lists of people, and pictures of the first page that nothing else needs. */
const LEFT_OUT = /^(docProps\/(custom\.xml|thumbnail\.\w+)|Thumbnails\/.*|customXml\/.*)$/;
/** What refers to them in lists of parts: left in, the document would count as damaged. */
const REFERENCES =
  /<(?:Override|Relationship|manifest:file-entry)\b[^>]*(?:docProps\/(?:custom\.xml|thumbnail\.)|Thumbnails\/|customXml\/)[^>]*\/>/g;
const LISTS_OF_PARTS = /(^\[Content_Types\]\.xml|\.rels|^META-INF\/manifest\.xml)$/;

/** Elements whose text says who, in OOXML's properties and ODF's meta and annotations (ECMA-376 part 2 §11, ODF 1.3). */
const WHO_ELEMENTS =
  /<((?:dc:creator|cp:lastModifiedBy|cp:keywords|dc:description|dc:subject|Manager|Company|HyperlinkBase|meta:(?:initial-creator|creator-initials|printed-by|keyword|user-defined)|text:(?:sender|author)-[\w-]+|loext:sender-initials|author))((?:\s[^>]*)?)>[^<]*<\/\1>/g;
/** Attributes that say who, of comments and tracked changes. */
const WHO_ATTRIBUTES = /(\s(?:w|w15|p15|p188|office|text):(?:author|initials|userId|providerId)=)"[^"]*"/g;
/** Where an editor of spreadsheets kept the file: under the name of a person's folder. */
const SAVED_AT = /<x15ac:absPath\b[^>]*\/>|\suserName="[^"]*"/g;
/** Parts that list people, whose every name is blanked; comments refer to them by number. */
const PEOPLE = /(^|\/)(people|persons?\d*|commentAuthors|authors)\.xml$/;
const PEOPLE_ATTRIBUTES = /(\s(?:\w+:)?(?:name|displayName|author|initials|userId|providerId)=)"[^"]*"/g;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * An Office document (OOXML or OpenDocument) without the names of those who wrote, changed or commented it.
 *
 * @throws when it is no ZIP, or unpacks to too much
 */
export function stripOffice(bytes: Uint8Array): Uint8Array | null {
  let entries = 0;
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      entries += 1;
      unpacked += originalSize;
      if (entries > ENTRIES_MAX || unpacked > UNPACKED_BYTES_MAX) throw new Error('unpacks to too much');
      return true;
    },
  });
  const kept: Parameters<typeof zipSync>[0] = {};
  for (const [name, content] of Object.entries(files)) {
    if (LEFT_OUT.test(name)) continue;
    const stripped = stripPart(name, content);
    if (!stripped) return null;
    // ODF wants its first entry uncompressed, so that the type can be read off the file (1.3 part 2 §3.3).
    const isPlain = name === 'mimetype' || /\.(jpe?g|png|gif|mp4)$/i.test(name);
    kept[name] = [stripped, { level: isPlain ? 0 : 6, mtime: EPOCH }];
  }
  return zipSync(kept);
}

function stripPart(name: string, content: Uint8Array): Uint8Array | null {
  if (/\.jpe?g$/i.test(name)) return stripJpeg(content);
  if (/\.png$/i.test(name)) return stripPng(content);
  if (LISTS_OF_PARTS.test(name)) return encoder.encode(decoder.decode(content).replaceAll(REFERENCES, ''));
  if (!/\.xml$/i.test(name)) return content;
  let xml = decoder.decode(content);
  xml = xml
    .replaceAll(WHO_ELEMENTS, '<$1$2></$1>')
    .replaceAll(WHO_ATTRIBUTES, '$1""')
    .replaceAll(SAVED_AT, '');
  return encoder.encode(PEOPLE.test(name) ? xml.replaceAll(PEOPLE_ATTRIBUTES, '$1""') : xml);
}
