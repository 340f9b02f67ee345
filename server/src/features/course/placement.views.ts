import { PlacementView } from '../../contracts/activity.ts';

const DAY_MS = 86_400_000;

interface CopyFacts {
  readonly courseTitle: string | null;
  readonly at: Date;
  readonly movedByMs: number | null;
  readonly checkedAt: Date | null;
}

/** For staff. A copy whose dates were checked is an activity like any other. */
export const placementView = (
  {
    copiedFrom: copy,
    datesLedBy,
  }: { readonly copiedFrom: CopyFacts | null; readonly datesLedBy: 'roundtable' | 'lms' },
  differences: {
    readonly closing: { ours: Date; theirs: Date } | null;
    readonly hidden: { at: Date; neededUntil: Date } | null;
    /** The LMS's own end of submissions. */
    readonly lms: Date | null;
  },
  can: { edit: boolean },
): PlacementView => {
  const { closing, hidden, lms } = differences;
  return PlacementView.parse({
    copiedFrom:
      copy && copy.checkedAt === null
        ? {
            courseTitle: copy.courseTitle,
            at: copy.at.toISOString(),
            movedByDays: copy.movedByMs === null ? null : Math.round(copy.movedByMs / DAY_MS),
          }
        : null,
    submissionsCloseAt: closing && {
      ours: closing.ours.toISOString(),
      theirs: closing.theirs.toISOString(),
    },
    hiddenFrom: hidden && {
      at: hidden.at.toISOString(),
      neededUntil: hidden.neededUntil.toISOString(),
    },
    leads: lms || datesLedBy === 'lms' ? { ledBy: datesLedBy, theirs: lms?.toISOString() ?? null } : null,
    can,
  });
};
