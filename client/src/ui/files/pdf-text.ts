import type { TextContent } from 'pdfjs-dist/types/src/display/api';

/** The text of a page in lines, as its parts end them. */
export function linesOf(items: TextContent['items']): string[] {
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}
