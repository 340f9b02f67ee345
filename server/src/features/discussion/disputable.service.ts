import type { FindDisputable } from '../disputes/index.ts';
import type { GradebookGrades } from '../gradebook/index.ts';

/** What one learner can dispute in a discussion: the own grade, once grades are released. */
export const createFindDisputable =
  (grades: Pick<GradebookGrades, 'findGradesIn'>): FindDisputable =>
  /** One round trip. */
  async (scope, { activity }, memberId) => {
    const { id: columnId, title: label, phase, releasedAt } = activity;
    if (phase !== 'released' || !releasedAt) return { releasedAt: null, targets: [] };
    const grade = (await grades.findGradesIn(scope, [columnId], [memberId])).get(columnId)?.get(memberId);
    const isGraded = (grade?.explanation.value ?? null) !== null;
    return { releasedAt, targets: isGraded ? [{ target: { kind: 'grade', columnId }, label }] : [] };
  };
