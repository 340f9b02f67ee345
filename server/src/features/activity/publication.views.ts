import { PublicationView, type SetUpFault } from '../../contracts/publication.ts';
import type { Schedule } from '../../core/timeline.ts';
import type { Activity } from './activity.domain.ts';

/** For staff: where an activity stands, and what changing that would do. */
export const publicationView = (
  { state }: Pick<Activity, 'state'>,
  { steps }: Schedule,
  { learners, unfinished }: { readonly learners: number; readonly unfinished: number },
  faults: readonly SetUpFault[],
  isAnnounced: boolean,
  may: { readonly edit: boolean },
): PublicationView =>
  PublicationView.parse({
    state,
    learners,
    unfinished,
    dates: steps.flatMap(({ key, endsAt }) => (endsAt ? [{ step: key, at: endsAt.toISOString() }] : [])),
    faults,
    isAnnounced,
    can: {
      publish: may.edit && state === 'draft',
      close: may.edit && state === 'published',
      reopen: may.edit && state === 'closed',
    },
  });
