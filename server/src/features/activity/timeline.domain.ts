import { groupBy } from '../../core/group-by.ts';
import { type Extension, type Schedule, type TimelineChanges, timelineOf } from '../../core/timeline.ts';

/** More time in one activity for everybody in a group, or a section. */
export interface GroupExtension extends Extension {
  readonly activityId: string;
  readonly groupId: string;
  readonly reason: string;
  /** Counts the changes; the first makes it 1. */
  readonly revision: number;
  readonly changedAt: Date;
}

/** An extension as it reaches a member: which of the member's groups it is of. */
export interface ExtensionOfGroup extends Extension {
  readonly groupId: string;
}

/** What a member has by their groups in one activity. */
export interface ExtensionsByGroups {
  readonly activityId: string;
  readonly memberId: string;
  readonly extensions: readonly ExtensionOfGroup[];
}

/** What a member has in one activity by others than staff: by their groups, the LMS, and what they have done. */
export interface MemberExtensions extends ExtensionsByGroups {
  /** By the LMS's word of this member, where it leads the activity. */
  readonly lms: Extension | null;
  /** Prerequisites that are met, by their keys. */
  readonly met: readonly string[];
  /** When results were released to the member ahead of everybody's. */
  readonly releasedAt: Date | null;
}

/** A group as the course knows it. */
export interface KnownGroup {
  readonly id: string;
  readonly name: string | null;
  readonly setName: string | null;
  /** Learners in it right now. */
  readonly people: number;
}

/** Why an extension cannot be. */
export type ExtensionRefusal =
  /** The activity has no step of this name. */
  | { readonly type: 'refuse'; readonly reason: 'BAD_REQUEST'; readonly step: string }
  /** The moment is not later than the member's date without it: nobody loses time. */
  | { readonly type: 'refuse'; readonly reason: 'EXTENSION_TOO_EARLY'; readonly step: string };

/**
 * Whether a member may be given these moments.
 *
 * @param others what changes the member's dates besides this extension
 */
export function decideExtension(
  schedule: Schedule,
  extension: Extension,
  others: TimelineChanges,
): { readonly type: 'accept' } | ExtensionRefusal {
  const said = Object.keys(extension.until);
  const steps = schedule.steps.filter(({ endsAt }) => endsAt !== null).map(({ key }) => key);
  const stranger = said.find((key) => !steps.includes(key));
  if (stranger !== undefined) return { type: 'refuse', reason: 'BAD_REQUEST', step: stranger };
  for (const step of said) {
    const { [step]: moment, ...rest } = extension.until;
    const without = timelineOf(schedule, {
      ...others,
      extensions: [...others.extensions, { ...extension, until: rest }],
    });
    if (!(Date.parse(moment ?? '') > (without.get(step)?.getTime() ?? 0)))
      return { type: 'refuse', reason: 'EXTENSION_TOO_EARLY', step };
  }
  return { type: 'accept' };
}

/** What a member has by their groups, in each activity in which that has changed. */
export function decideMemberExtensions(
  memberId: string,
  before: readonly MemberExtensions[],
  inForce: readonly GroupExtension[],
  groups: ReadonlySet<string>,
): ExtensionsByGroups[] {
  const wanted = groupBy(
    inForce.filter(({ groupId }) => groups.has(groupId)),
    ({ activityId }) => activityId,
  );
  const had = new Map(before.map((one) => [one.activityId, one.extensions]));
  return [...new Set([...wanted.keys(), ...had.keys()])].flatMap((activityId) => {
    const extensions = (wanted.get(activityId) ?? []).map(({ groupId, until, zone }) => ({
      groupId,
      until,
      zone,
    }));
    const same = JSON.stringify(extensions) === JSON.stringify(had.get(activityId) ?? []);
    return same ? [] : [{ activityId, memberId, extensions }];
  });
}
