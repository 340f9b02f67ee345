import { generic, type Quirks } from './generic.ts';

/** Moodle 4.5 as recorded. */
export const moodle: Quirks = {
  ...generic,
  // A score that is not FullyGraded is dropped; without a value, only its comment is kept.
  canClearGrade: false,
  // Its line items' Link header is HTML-escaped and quoted by UTF-8 typographic quotes: rel=”next”.
  linkHeader: (header) =>
    Buffer.from(header, 'latin1').toString('utf8').replaceAll(/[“”]/g, '"').replaceAll('&amp;', '&'),
};
