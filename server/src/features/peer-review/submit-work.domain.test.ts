import { expect, test } from '@jest/globals';
import { buildSettings } from '../../../../test/factories/peer-review.ts';
import {
  buildPeerReview,
  buildSubmission,
  inReview,
} from '../../../../test/factories/peer-review-entities.ts';
import { richTextOf } from '../../contracts/plain-text.ts';
import { decideSubmitWork, type SubmitWork, type WorkSnapshot } from './submit-work.domain.ts';

const early = new Date('2027-03-01T11:00:00Z');
const late = new Date('2027-03-01T12:00:01Z');

/** A work of text alone. */
const work = (text: string) => ({ text: richTextOf(text), files: [] });

const fresh: WorkSnapshot = {
  review: buildPeerReview(),
  submission: null,
  submitted: null,
  draft: { content: work(''), revision: 0, savedAt: null },
};
const handedIn: WorkSnapshot = {
  ...fresh,
  submission: buildSubmission(),
  draft: { content: work('mine'), revision: 3, savedAt: early },
};
const command: SubmitWork = { ...work('new'), expectedVersion: 0, expectedRevision: 0 };
const again: SubmitWork = { ...work('new'), expectedVersion: 1, expectedRevision: 3 };
const file = { id: 'f1', name: 'essay.pdf', size: 10, type: 'application/pdf' };
const refuse = (reason: string, keepDraft: boolean) => ({ type: 'refuse', reason, keepDraft });
const accept = (version: number, promise = 'nobodyKnows') => ({ type: 'accept', version, promise });
const open = buildPeerReview({ settings: buildSettings({ anonymity: 'allKnown' }) });

test.each([
  ['the first work is version 1', fresh, command, early, accept(1)],
  ['the next is version 2', handedIn, again, early, accept(2)],
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
    { ...again, ...work('mine'), expectedRevision: 2 },
    early,
    accept(2),
  ],
  [
    'the same request again is answered, even after the date',
    { ...handedIn, submitted: work('new') },
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
  [
    'the draft’s text with another file is another work',
    handedIn,
    { ...again, ...work('mine'), files: [file], expectedRevision: 2 },
    early,
    refuse('STALE_REVISION', false),
  ],
  ['a file without text is work', fresh, { ...command, ...work(''), files: [file] }, early, accept(1)],
  [
    'a work is written under what holds now',
    { ...fresh, review: open },
    command,
    early,
    accept(1, 'allKnown'),
  ],
  [
    'a next version keeps what the first was promised',
    { ...handedIn, review: open },
    again,
    early,
    accept(2, 'nobodyKnows'),
  ],
  [
    'who was shown a stricter promise is asked again',
    { ...fresh, review: open },
    { ...command, promised: 'nobodyKnows' as const },
    early,
    refuse('ANONYMITY_CHANGED', true),
  ],
  [
    'who was shown a looser promise gets the stricter one',
    fresh,
    { ...command, promised: 'allKnown' as const },
    early,
    accept(1),
  ],
  ['white space is no work', fresh, { ...command, ...work(' \n') }, early, refuse('SUBMISSION_EMPTY', true)],
])('%s', (_rule, snapshot, command, now, expected) => {
  expect(decideSubmitWork(snapshot, command, now)).toEqual(expected);
});
