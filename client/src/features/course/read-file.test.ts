import { expect, test } from '@jest/globals';
import { readText } from './read-file.ts';

test.each([
  ['UTF-8', new TextEncoder().encode('Grün,Nguyễn'), 'Grün,Nguyễn'],
  // As spreadsheets of western languages still write files.
  ['Windows-1252', new Uint8Array([0x47, 0x72, 0xfc, 0x6e]), 'Grün'],
])('a file in %s is read as what it says', (_case, bytes, expected) =>
  expect(readText(bytes)).toBe(expected),
);
