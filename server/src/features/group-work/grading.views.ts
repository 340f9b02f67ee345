import { DeliverableMarkView, ProjectGradesView, ProjectResultView } from '../../contracts/group-grading.ts';
import type { Criterion } from '../../contracts/rubric.ts';
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
}

/** For staff. */
export const markView = ({
  marked,
  form,
  milestone,
  memberIds,
  names,
  canMark,
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
): ProjectResultView =>
  ProjectResultView.parse({
    released,
    grade: grade && { label, explanation: grade.explanation, sync: grade.sync },
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
