import { DeliverableMarkView, ProjectGradesView, ProjectResultView } from '../../contracts/group-grading.ts';
import { anonymousFile } from '../../contracts/file-types.ts';
import { HiddenWorkView, ProjectWorkRow } from '../../contracts/group-marking.ts';
import type { GroupMilestone } from '../../contracts/group-work.ts';
import { emptyRichText } from '../../contracts/plain-text.ts';
import type { Criterion } from '../../contracts/rubric.ts';
import type { Application } from './factors.domain.ts';
import { signOf } from '../../core/work-sign.ts';
import type { HandedIn, Standing } from './group-work.domain.ts';
import type { MarkContent, MarkedDeliverable } from './marks.domain.ts';

/** For staff. */
export const gradesView = (standing: ProjectGradesView): ProjectGradesView =>
  ProjectGradesView.parse(standing);

interface Marked {
  readonly marked: MarkedDeliverable;
  readonly form: MarkContent;
  readonly milestone: { readonly points: number; readonly criteria: readonly Criterion[] };
  readonly memberIds: readonly string[];
  readonly absent: { readonly at: Date; readonly memberIds: readonly string[] } | null;
  readonly names: ReadonlyMap<string, string | null>;
  readonly taken: MarkedDeliverable['lease'];
  /** Whether the group stays unknown. */
  readonly hidden: boolean;
}

/** What is told of it as of any other work. */
type Told = Pick<DeliverableMarkView, 'history' | 'stage' | 'toSettle' | 'canMark' | 'can'>;

/** For staff. */
export function markView(shown: Marked, told: Told): DeliverableMarkView {
  const { marked, form, milestone, memberIds, absent, names, taken, hidden } = shown;
  const { mark, twice, revision } = marked;
  const named = (ids: readonly string[]) =>
    ids.map((memberId) => ({ memberId, name: names.get(memberId) ?? null }));
  return DeliverableMarkView.parse({
    criteria: milestone.criteria,
    maximum: milestone.points,
    members: named(memberIds),
    absent: absent && { at: absent.at.toISOString(), members: named(absent.memberIds) },
    form: hidden ? { ...form, adjustments: [] } : form,
    revision,
    mark: mark && {
      by: names.get(mark.by) ?? null,
      at: mark.at.toISOString(),
      points: mark.points,
      maximum: mark.maximum,
      version: mark.workVersion,
    },
    isExcused: marked.newest?.kind === 'excused',
    twice,
    ...told,
    taken: taken && { by: names.get(taken.by) ?? null, until: taken.until.toISOString() },
  });
}

/** For one learner about themselves; who of the staff has said it has no place in it. */
export const resultView = (
  released: boolean,
  label: string,
  grade: Pick<NonNullable<ProjectResultView['grade']>, 'explanation' | 'sync'> | null,
  milestones: readonly {
    readonly n: number;
    readonly title: string;
    readonly criteria: readonly Criterion[];
    /** Null: the group is excused from it. */
    readonly mark: MarkedDeliverable['mark'];
  }[],
  memberId: string,
  applied: Application | null,
): ProjectResultView =>
  ProjectResultView.parse({
    released,
    grade: grade && { label, explanation: grade.explanation, sync: grade.sync },
    contributions: applied && {
      questionnaireId: applied.choice.questionnaireId,
      percent: applied.choice.percent,
      at: applied.at.toISOString(),
    },
    milestones: milestones.map(({ n, title, criteria, mark }) => {
      const own = mark?.adjustments.find((one) => one.memberId === memberId);
      return {
        n,
        title,
        criteria,
        isExcused: mark === null,
        ratings: mark?.ratings ?? [],
        comment: mark?.comment ?? emptyRichText(),
        adjustment: own ? { points: own.points, reason: own.reason } : null,
      };
    }),
  });

interface Work {
  readonly id: string;
  readonly n: number;
  readonly milestone: Pick<GroupMilestone, 'title'>;
  readonly standing: Pick<Standing, 'state' | 'handedInAt'>;
  readonly marked: MarkedDeliverable;
}

/** How a group is called: while hidden, by an id that says nothing about it. */
export interface CalledGroup {
  readonly id: string;
  readonly name: string | null;
  /** The names of who is in it. */
  readonly members: readonly (string | null)[];
}

interface Shown {
  /** The caller, whose share it may be in. */
  readonly readerId: string;
  readonly isTaken: boolean;
  readonly stage: ProjectWorkRow['stage'];
}

/** For staff. */
export const projectWorkRow = (
  { id, n, milestone, standing, marked }: Work,
  group: CalledGroup,
  { readerId, isTaken, stage }: Shown,
): ProjectWorkRow =>
  ProjectWorkRow.parse({
    workId: id,
    sign: signOf(id),
    groupId: group.id,
    group: group.name,
    members: group.members,
    n,
    title: milestone.title,
    state: standing.state,
    handedInAt: standing.handedInAt?.toISOString() ?? null,
    mark: marked.mark && { points: marked.mark.points, maximum: marked.mark.maximum },
    isExcused: marked.newest?.kind === 'excused',
    isTaken,
    stage,
    share: marked.share === null ? null : { memberId: marked.share, isOwn: marked.share === readerId },
  });

/** For staff who do not want to know whose work it is: no name of a file leaves, either, since names tell. */
export const hiddenWorkView = (
  { id, groupId, milestone, standing, title }: HiddenWork,
  handedIn: HandedIn | null,
  files: ReadonlyMap<string, { readonly id: string; readonly size: number; readonly type: string | null }>,
): HiddenWorkView =>
  HiddenWorkView.parse({
    title,
    groupId,
    sign: signOf(id),
    milestone,
    state: standing.state,
    dueAt: standing.dueAt.toISOString(),
    closesAt: standing.closesAt.toISOString(),
    handedIn: handedIn && {
      version: handedIn.version,
      at: handedIn.at.toISOString(),
      daysLate: standing.daysLate,
      text: handedIn.text,
      files: handedIn.fileIds.flatMap((fileId) => {
        const file = files.get(fileId);
        return file ? [anonymousFile(file)] : [];
      }),
      pages: handedIn.pages ?? [],
      sections: handedIn.sections ?? [],
    },
  });

interface HiddenWork {
  readonly id: string;
  /** Says nothing about the group. */
  readonly groupId: string;
  readonly title: string;
  readonly milestone: GroupMilestone;
  readonly standing: Standing;
}
