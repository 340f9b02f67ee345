import type { Simulator } from '../lms-simulator/index.ts';

export interface LmsGrade {
  readonly name: string;
  readonly score: number;
  /** Grades the LMS took for this cell, the same one twice counted twice; to say that somebody has handed in is none. */
  readonly accepted: number;
}

/** The grades that the simulated LMS holds for a course, on the column's own scale. */
export const gradesOf = (simulator: Simulator, courseId: string): LmsGrade[] =>
  simulator.gradebook(courseId).flatMap(({ person, cell }) =>
    cell.score === null
      ? []
      : [
          {
            name: person.name,
            score: cell.score,
            accepted: cell.received.filter(({ status, body }) => status < 300 && 'scoreGiven' in body).length,
          },
        ],
  );
