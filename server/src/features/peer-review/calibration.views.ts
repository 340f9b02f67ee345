import { anonymousFile } from '../../contracts/file-types.ts';
import * as contract from '../../contracts/peer-review-calibration.ts';
import { emptyRichText } from '../../contracts/plain-text.ts';
import type { Example, ExampleAttempt } from './calibration.domain.ts';
import type { OwnFacts } from './calibration-facts.domain.ts';
import type { Draft, PeerReview, ReviewContent } from './peer-review.domain.ts';
import type { Compared } from './rating-shares.domain.ts';

/** For staff. */
export const exampleListView = (
  { settings }: PeerReview,
  examples: readonly { readonly example: Example; readonly isReady: boolean }[],
) =>
  contract.ListExamples.response.parse({
    activityTitle: settings.title,
    examples: examples.map(({ example, isReady }) => ({
      id: example.id,
      title: example.title,
      isReady,
      savedAt: example.savedAt.toISOString(),
    })),
    pass: settings.calibration?.pass ?? null,
    isOn: settings.calibration !== null,
  });

/** For staff; of an example that is not there yet an empty one. */
export const exampleView = (
  { settings }: PeerReview,
  id: string,
  example: Example | null,
  workVersion: number,
) =>
  contract.GetExample.response.parse({
    id,
    activityTitle: settings.title,
    title: example?.title ?? '',
    text: example?.text ?? emptyRichText(),
    files: example?.files ?? [],
    criteria: settings.criteria,
    ratings: example?.ratings ?? [],
    comment: example?.comment ?? emptyRichText(),
    inline: example?.inline ?? [],
    workVersion,
    revision: example?.revision ?? 0,
  });

/** For staff. */
export const calibrationsView = (rows: readonly contract.CalibrationRow[], next: string | null) =>
  contract.ListCalibrations.response.parse({ rows, next });

/** For the learner: what there is to practise on, without what staff gave it. */
export const ownCalibrationView = ({ settings }: PeerReview, facts: OwnFacts, can: { review: boolean }) =>
  contract.GetOwnCalibration.response.parse({
    activityTitle: settings.title,
    ...facts,
    attempts: settings.calibration?.attempts ?? null,
    reviewsCloseAt: settings.reviewsCloseAt,
    can,
  });

/** For the learner: an example, and once one's own review is submitted what staff gave it. */
export function exampleReviewView(
  { settings }: PeerReview,
  {
    example,
    number,
    last,
    compared,
    draft,
    workVersion,
  }: {
    readonly example: Example;
    readonly number: number;
    readonly last: ExampleAttempt | null;
    /** The last attempt beside what staff gave. */
    readonly compared: (Compared & { readonly isEnough: boolean }) | null;
    readonly draft: Draft<ReviewContent>;
    /** What comments on places in it name as its version. */
    readonly workVersion: number;
  },
  can: { edit: boolean },
) {
  const { calibration, criteria } = settings;
  const unfinished = draft.revision === 0 ? 'toDo' : 'begun';
  return contract.GetExampleReview.response.parse({
    exampleId: example.id,
    activityTitle: settings.title,
    instructions: settings.instructions,
    number,
    workText: example.text,
    workFiles: example.files.map(anonymousFile),
    criteria,
    reviewsCloseAt: settings.reviewsCloseAt,
    state: last ? 'submitted' : unfinished,
    ratings: draft.content.ratings,
    comment: draft.content.comment,
    inline: draft.content.inline ?? [],
    workVersion,
    invitesInline: settings.inlineComments,
    revision: draft.revision,
    attempts: { done: last?.n ?? 0, of: calibration?.attempts ?? null },
    compared: last &&
      compared && {
        ...compared,
        own: last.comment,
        inline: last.inline ?? [],
        staff: last.staff.comment,
        staffInline: last.staff.inline ?? [],
      },
    can,
  });
}
