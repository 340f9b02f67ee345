import { DeliverableMarkView, ProjectGradesView, ProjectResultView } from '../../contracts/group-grading.ts';
import { ProjectWorkRow } from '../../contracts/group-marking.ts';
import type { Criterion } from '../../contracts/rubric.ts';
import type { Application } from './factors.domain.ts';
import type { Standing } from './group-work.domain.ts';
import type { MarkContent, MarkedDeliverable } from './marks.domain.ts';

/** For staff. */
export const gradesView = (standing: ProjectGradesView): ProjectGradesView =>
  ProjectGradesView.parse(standing);

interface Marked {
  readonly marked: MarkedDeliverable;
  readonly form: MarkContent;
  readonly milestone: { readonly points: number; readonly criteria: readonly Criterion[] };
  readonly memberIds: readonly string[];
  readonly names: ReadonlyMap<string, string | null>;
  readonly canMark: boolean;
  readonly taken: MarkedDeliverable['lease'];
}

/** For staff. */
export const markView = ({
  marked,
  form,
  milestone,
  memberIds,
  names,
  canMark,
  taken,
}: Marked): DeliverableMarkView =>
  DeliverableMarkView.parse({
    criteria: milestone.criteria,
    maximum: milestone.points,
    members: memberIds.map((memberId) => ({ memberId, name: names.get(memberId) ?? null })),
    form,
    revision: marked.revision,
    mark: marked.mark && {
      by: names.get(marked.mark.by) ?? null,
      at: marked.mark.at.toISOString(),
      points: marked.mark.points,
      maximum: marked.mark.maximum,
      version: marked.mark.version,
    },
    canMark,
    taken: taken && { by: names.get(taken.by) ?? null, until: taken.until.toISOString() },
  });

/** For one learner about themselves; who of the staff has said it has no place in it. */
export const resultView = (
  released: boolean,
  label: string,
  grade: Pick<NonNullable<ProjectResultView['grade']>, 'explanation' | 'sync'> | null,
  milestones: readonly {
    readonly n: number;
    readonly title: string;
    readonly criteria: readonly Criterion[];
    readonly mark: NonNullable<MarkedDeliverable['mark']>;
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
      const own = mark.adjustments.find((one) => one.memberId === memberId);
      return {
        n,
        title,
        criteria,
        ratings: mark.ratings,
        comment: mark.comment,
        adjustment: own ? { points: own.points, reason: own.reason } : null,
      };
    }),
  });

interface Work {
  readonly id: string;
  readonly group: {
    readonly groupId: string;
    readonly name: string | null;
    readonly memberIds: readonly string[];
  };
  readonly n: number;
  readonly title: string;
  readonly standing: Pick<Standing, 'state' | 'handedInAt'>;
  readonly marked: MarkedDeliverable;
}

/** For staff. @param readerId the caller, whose share it may be in */
export const projectWorkRow = (
  { id, group, n, title, standing, marked: { mark, share } }: Work,
  names: ReadonlyMap<string, string | null>,
  readerId: string,
  isTaken: boolean,
): ProjectWorkRow =>
  ProjectWorkRow.parse({
    workId: id,
    groupId: group.groupId,
    group: group.name,
    members: group.memberIds.map((memberId) => names.get(memberId) ?? null),
    n,
    title,
    state: standing.state,
    handedInAt: standing.handedInAt?.toISOString() ?? null,
    mark: mark && { points: mark.points, maximum: mark.maximum },
    isTaken,
    share: share === null ? null : { memberId: share, isOwn: share === readerId },
  });
