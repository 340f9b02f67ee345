import type { ProjectEffect } from '../../contracts/group-effects.ts';
import type { GroupWorkSettings } from '../../contracts/group-work.ts';
import type { Standing, State } from './group-work.domain.ts';

/** A group at a milestone, before and after. */
interface Change {
  readonly before: Pick<Standing, 'state' | 'daysLate'>;
  readonly after: Pick<Standing, 'state' | 'daysLate'>;
}

type Settings = Pick<GroupWorkSettings, 'handIn' | 'milestones' | 'columns'>;
type Counted = Extract<ProjectEffect, { count: number }>['code'];

const CAN_HAND_IN: ReadonlySet<State> = new Set(['open', 'late']);

const pointsOf = ({ milestones }: Settings): number =>
  milestones.reduce((sum, { points }) => sum + points, 0);

/**
 * What changed settings do to works and grades of a project that groups work on; nothing for what touches nobody.
 *
 * @param grades that learners see
 */
export function workEffectsOf(
  before: Settings,
  wanted: Settings,
  works: readonly Change[],
  grades: number,
): ProjectEffect[] {
  const counted = (code: Counted, holds: (one: Change) => boolean): ProjectEffect[] => {
    const count = works.filter(holds).length;
    return count > 0 ? [{ code, count }] : [];
  };
  const lateness = [
    ...counted('late', (one) => one.before.daysLate === 0 && one.after.daysLate > 0),
    ...counted('inTime', (one) => one.before.daysLate > 0 && one.after.daysLate === 0),
  ];
  const [from, to] = [pointsOf(before), pointsOf(wanted)];
  const hasOtherColumns = before.columns !== wanted.columns;
  const isGradedOtherwise =
    hasOtherColumns ||
    lateness.length > 0 ||
    works.some((one) => one.before.daysLate !== one.after.daysLate) ||
    JSON.stringify(before.milestones.map(gradedBy)) !== JSON.stringify(wanted.milestones.map(gradedBy));
  return [
    ...counted(
      'reopened',
      ({ before: was, after: is }) => was.state === 'missed' && CAN_HAND_IN.has(is.state),
    ),
    ...counted('missed', ({ before: was, after: is }) => CAN_HAND_IN.has(was.state) && is.state === 'missed'),
    ...lateness,
    ...(before.handIn === wanted.handIn ? [] : [{ code: 'handInChanged', to: wanted.handIn } as const]),
    ...(from === to ? [] : [{ code: 'pointsChanged', from, to } as const]),
    ...(hasOtherColumns ? [{ code: 'columnsChanged', to: wanted.columns } as const] : []),
    ...(isGradedOtherwise && grades > 0 ? [{ code: 'gradesStay', count: grades } as const] : []),
  ];
}

/** What the grade of a milestone is computed from beside marks and moments. */
const gradedBy = ({ n, points, late }: Settings['milestones'][number]) => [n, points, late];
