import { generic, type Quirks } from './generic.ts';

/** Moodle 4.5 as recorded. */
export const moodle: Quirks = {
  ...generic,
  // A score that is not FullyGraded is dropped but for its comment: a grade cannot be taken away, and "handed in" is a
  // comment alone.
  abilities: { clearsScores: false, handedIn: 'commentOnly' },
  // An unknown person or one who is no learner: 400 with an empty list. A body it cannot read gets words.
  refusalCause: (status, body) => {
    if (status === 400 && body.trim() === '[]') return 'notAMember';
    return status === 404 ? 'columnGone' : generic.refusalCause(status, body);
  },
  pageQuery: { limit: '500' },
  // Its line items' Link header is HTML-escaped and quoted by UTF-8 typographic quotes: rel=”next”.
  linkHeader: (header) =>
    Buffer.from(header, 'latin1').toString('utf8').replaceAll(/[“”]/g, '"').replaceAll('&amp;', '&'),
};
