import type { Connection } from 'mongoose';
import type { ChangesLookup } from '../../core/timeline.ts';
import { createDraftStore, type DraftStore } from './drafts.store.ts';
import { createProgressStore, type ProgressStore } from './progress.store.ts';
import { createReviewStore, type ReviewStore } from './reviews.store.ts';
import { createSubmissionStore, type SubmissionStore } from './submissions.store.ts';

export interface PeerReviewStores {
  readonly submissions: SubmissionStore;
  readonly drafts: DraftStore;
  readonly reviews: ReviewStore;
  readonly progress: ProgressStore;
}

/** The collections of peer review on a connection. */
export const createPeerReviewStores = (
  connection: Connection,
  changesLookup: ChangesLookup,
): PeerReviewStores => ({
  submissions: createSubmissionStore(connection),
  drafts: createDraftStore(connection),
  reviews: createReviewStore(connection),
  progress: createProgressStore(connection, changesLookup),
});
