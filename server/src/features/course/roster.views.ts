import * as contract from '../../contracts/roster.ts';
import type { LmsRead, ReadState } from './lms-read.domain.ts';

/** How a reading stands, for staff. */
export const lmsReadView = (read: LmsRead | null, state: ReadState): contract.LmsReadView =>
  contract.LmsReadView.parse({
    state,
    readAt: read?.readAt?.toISOString() ?? null,
    trouble: read?.trouble
      ? { reason: read.trouble.reason, words: read.trouble.words, since: read.trouble.since.toISOString() }
      : null,
  });

export const rosterView = (
  read: LmsRead | null,
  state: ReadState,
  can: { read: boolean },
): contract.RosterView =>
  contract.RosterView.parse({
    ...lmsReadView(read, state),
    people: read?.people ?? 0,
    learners: read?.learners ?? 0,
    can,
  });
