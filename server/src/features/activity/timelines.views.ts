import { GroupExtensionView, type StepName, TimelineView } from '../../contracts/timelines.ts';
import { type Extension, type Schedule, timelineOf, UNCHANGED } from '../../core/timeline.ts';
import type { GroupExtension, KnownGroup } from './timeline.domain.ts';

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
  {
    extension,
    accommodation,
    groups,
    byLms: [lms],
  }: {
    readonly extension: (Noted & { readonly until: Readonly<Record<string, string>> }) | null;
    readonly accommodation: Parameters<typeof accommodationView>[0];
    readonly groups: readonly { readonly name: string | null }[];
    readonly byLms: readonly Extension[];
  },
  can: { edit: boolean },
): TimelineView =>
  TimelineView.parse({
    memberId: member.id,
    name: member.name,
    steps: stepsView(schedule, own),
    extension: { until: extension?.until ?? {}, ...notedView(extension) },
    accommodation: accommodationView(accommodation),
    groups: groups.map(({ name }) => ({ name })),
    lmsUntil: lms?.until['handIn'] ?? null,
    can,
  });

export const groupExtensionView = (
  schedule: Schedule,
  group: KnownGroup,
  { until, zone, ...noted }: GroupExtension,
): GroupExtensionView =>
  GroupExtensionView.parse({
    groupId: group.id,
    name: group.name,
    setName: group.setName,
    people: group.people,
    steps: stepsView(schedule, timelineOf(schedule, { ...UNCHANGED, extensions: [{ until, zone }] })),
    until,
    ...notedView(noted),
  });
