import type { GradebookGrades } from '../gradebook/index.ts';
import type { FindDisputable } from './own-disputes.service.ts';

/** What one learner can dispute where a type says nothing else: the own grade, once grades are released. */
export const createFindOwnGrade =
  (grades: Pick<GradebookGrades, 'findGradesIn'>): FindDisputable =>
  /** One round trip. */
  async (scope, { activity }, memberId) => {
    const { id: columnId, title: label, phase, releasedAt } = activity;
    if (phase !== 'released' || !releasedAt) return { releasedAt: null, targets: [] };
    const grade = (await grades.findGradesIn(scope, [columnId], [memberId])).get(columnId)?.get(memberId);
    const isGraded = (grade?.explanation.value ?? null) !== null;
    return { releasedAt, targets: isGraded ? [{ target: { kind: 'grade', columnId }, label }] : [] };
  };
