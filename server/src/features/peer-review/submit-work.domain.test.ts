import { expect, test } from '@jest/globals';
import {
  buildPeerReview,
  buildSubmission,
  inReview,
} from '../../../../test/factories/peer-review-entities.ts';
import { decideSubmitWork, type SubmitWork, type WorkSnapshot } from './submit-work.domain.ts';

const early = new Date('2027-03-01T11:00:00Z');
const late = new Date('2027-03-01T12:00:01Z');

const fresh: WorkSnapshot = {
  review: buildPeerReview(),
  submission: null,
  submittedText: null,
  draft: { content: '', revision: 0, savedAt: null },
};
const handedIn: WorkSnapshot = {
  ...fresh,
  submission: buildSubmission(),
  draft: { content: 'mine', revision: 3, savedAt: early },
};
const command: SubmitWork = { text: 'new', expectedVersion: 0, expectedRevision: 0 };
const again: SubmitWork = { text: 'new', expectedVersion: 1, expectedRevision: 3 };
const refuse = (reason: string, keepDraft: boolean) => ({ type: 'refuse', reason, keepDraft });

test.each([
  ['the first work is version 1', fresh, command, early, { type: 'accept', version: 1 }],
  ['the next is version 2', handedIn, again, early, { type: 'accept', version: 2 }],
  [
    'an older version is told',
    handedIn,
    { ...again, expectedVersion: 0 },
    early,
    refuse('STALE_REVISION', false),
  ],
  [
    'an older draft is told',
    handedIn,
    { ...again, expectedRevision: 2 },
    early,
    refuse('STALE_REVISION', false),
  ],
  [
    'an older revision of the very text of the draft is no conflict',
    handedIn,
    { ...again, text: 'mine', expectedRevision: 2 },
    early,
    { type: 'accept', version: 2 },
  ],
  [
    'the same request again is answered, even after the date',
    { ...handedIn, submittedText: 'new' },
    { ...again, expectedVersion: 0 },
    late,
    { type: 'repeated' },
  ],
  ['after the date: kept as draft', fresh, command, late, refuse('SUBMISSIONS_CLOSED', true)],
  [
    'once reviews run: kept as draft',
    { ...fresh, review: buildPeerReview(inReview) },
    command,
    early,
    refuse('SUBMISSIONS_CLOSED', true),
  ],
  ['white space is no work', fresh, { ...command, text: ' \n' }, early, refuse('SUBMISSION_EMPTY', true)],
])('%s', (_rule, snapshot, command, now, expected) => {
  expect(decideSubmitWork(snapshot, command, now)).toEqual(expected);
});
