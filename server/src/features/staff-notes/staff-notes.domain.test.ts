import { describe, expect, test } from '@jest/globals';
import { currentNotes, decideNote, type NoteVersion } from './staff-notes.domain.ts';

const at = (minute: number): Date => new Date(Date.UTC(2027, 2, 1, 10, minute));
const version = (overrides: Partial<NoteVersion> = {}): NoteVersion => ({
  noteId: 'n',
  revision: 1,
  about: { kind: 'member', id: 'ada' },
  authorId: 'tessa',
  text: 'Asked for help.',
  at: at(0),
  ...overrides,
});
const wanted = (text: string | null, expectedRevision: number, authorId = 'tessa') => ({
  authorId,
  text,
  expectedRevision,
});

describe('writing a note', () => {
  test.each([
    ['a new one is revision 1', null, wanted('New', 0), { type: 'accept', revision: 1 }],
    [
      'one that is not there cannot be deleted',
      null,
      wanted(null, 0),
      { type: 'refuse', reason: 'NOT_FOUND' },
    ],
    ['nor changed', null, wanted('x', 1), { type: 'refuse', reason: 'NOT_FOUND' }],
    ['the author changes it', version(), wanted('Other', 1), { type: 'accept', revision: 2 }],
    ['deletes it', version(), wanted(null, 1), { type: 'accept', revision: 2 }],
    [
      'and brings it back',
      version({ text: null, revision: 2 }),
      wanted('Back', 2),
      { type: 'accept', revision: 3 },
    ],
    ['nobody else does', version(), wanted('x', 1, 'amal'), { type: 'refuse', reason: 'FORBIDDEN' }],
    [
      'an older revision is told',
      version({ revision: 3 }),
      wanted('x', 1),
      { type: 'refuse', reason: 'STALE_REVISION' },
    ],
    [
      'the same request again is answered like the first',
      version({ revision: 2 }),
      wanted('Asked for help.', 1),
      { type: 'repeated' },
    ],
    ['the same text changes nothing', version(), wanted('Asked for help.', 1), { type: 'repeated' }],
  ] as const)('%s', (_rule, newest, command, expected) => {
    expect(decideNote(newest, command)).toEqual(expected);
  });
});

test('a note says what its newest version says; deleted ones are gone, the newest comes first', () => {
  const notes = currentNotes([
    version({ revision: 2, text: 'Changed.', at: at(5) }),
    version(),
    version({ noteId: 'gone' }),
    version({ noteId: 'gone', revision: 2, text: null, at: at(9) }),
    version({ noteId: 'later', at: at(7) }),
  ]);
  expect(notes.map(({ noteId, text }) => [noteId, text])).toEqual([
    ['later', 'Asked for help.'],
    ['n', 'Changed.'],
  ]);
});
