import type {
  PeerReview,
  Review,
  Submission,
} from '../../server/src/features/peer-review/peer-review.domain.ts';
import { buildSettings } from './peer-review.ts';

export const buildPeerReview = (overrides: Partial<PeerReview> = {}): PeerReview => ({
  id: 'activity',
  courseId: 'course',
  settings: buildSettings(),
  startsAt: new Date('2027-02-01T12:00:00Z'),
  handInExtended: false,
  datesLedBy: 'roundtable',
  opening: null,
  met: [],
  revision: 1,
  state: 'published',
  phase: 'submission',
  allocation: null,
  release: null,
  withdrawal: null,
  ...overrides,
});

const requestedAt = new Date('2027-03-01T12:00:00Z');

/** Reviews are allocated and open. */
export const inReview: Partial<PeerReview> = {
  phase: 'review',
  allocation: { runId: 'run', seed: 'seed', requestedAt, doneAt: requestedAt },
};

export const allocating: Partial<PeerReview> = {
  allocation: { runId: 'run', seed: 'seed', requestedAt, doneAt: null },
};

export const releasing: Partial<PeerReview> = {
  ...inReview,
  phase: 'released',
  release: { runId: 'run', requestedAt, doneAt: null },
};

export const released: Partial<PeerReview> = {
  ...releasing,
  release: { runId: 'run', requestedAt, doneAt: requestedAt },
};

export const buildSubmission = (overrides: Partial<Submission> = {}): Submission => ({
  id: 'work',
  courseId: 'course',
  activityId: 'activity',
  authorId: 'author',
  testUser: false,
  version: 1,
  submittedAt: new Date('2027-03-01T09:00:00Z'),
  ...overrides,
});

export const buildReview = (overrides: Partial<Review> = {}): Review => ({
  id: 'work-reviewer',
  courseId: 'course',
  activityId: 'activity',
  submissionId: 'work',
  submissionVersion: 1,
  authorId: 'author',
  extra: false,
  reviewerId: 'reviewer',
  workLabel: 'A',
  reviewerLabel: '1',
  state: 'toDo',
  version: 0,
  points: null,
  maximum: null,
  ...overrides,
});

const withdrawnAt = new Date('2027-03-02T12:00:00Z');

/** Grades were released and taken back. */
export const withdrawn: Partial<PeerReview> = {
  ...inReview,
  release: { runId: 'run', requestedAt, doneAt: requestedAt },
  withdrawal: { runId: 'run2', requestedAt: withdrawnAt, doneAt: withdrawnAt },
};

export const withdrawing: Partial<PeerReview> = {
  ...withdrawn,
  withdrawal: { runId: 'run2', requestedAt: withdrawnAt, doneAt: null },
};
