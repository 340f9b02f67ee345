import { type StepName, TimelineView } from '../../contracts/timelines.ts';
import type { Schedule } from '../../core/timeline.ts';

interface Noted {
  readonly reason: string;
  readonly revision: number;
  readonly changedAt: Date;
}

/** Each step that the activity has, for everybody and for the member. */
export const stepsView = (schedule: Schedule, own: ReadonlyMap<string, Date>) =>
  schedule.steps.flatMap(({ key, endsAt }) => {
    const ownEnd = own.get(key);
    return endsAt && ownEnd
      ? [{ step: key as StepName, normal: endsAt.toISOString(), own: ownEnd.toISOString() }]
      : [];
  });

const notedView = (noted: Noted | null) => ({
  reason: noted?.reason ?? '',
  revision: noted?.revision ?? 0,
  changedAt: noted?.changedAt.toISOString() ?? null,
});

export const accommodationView = (
  accommodation: (Noted & { readonly percent: number; readonly days: number }) | null,
) => ({
  percent: accommodation?.percent ?? 0,
  days: accommodation?.days ?? 0,
  ...notedView(accommodation),
});

/** For staff alone. */
export const timelineView = (
  member: { readonly id: string; readonly name: string | null },
  schedule: Schedule,
  own: ReadonlyMap<string, Date>,
  extension: (Noted & { readonly until: Readonly<Record<string, string>> }) | null,
  accommodation: Parameters<typeof accommodationView>[0],
  can: { edit: boolean },
): TimelineView =>
  TimelineView.parse({
    memberId: member.id,
    name: member.name,
    steps: stepsView(schedule, own),
    extension: { until: extension?.until ?? {}, ...notedView(extension) },
    accommodation: accommodationView(accommodation),
    can,
  });
