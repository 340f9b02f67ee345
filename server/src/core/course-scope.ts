/**
 * The tenant of every query on course data (DESIGN §2 rule 5). Made only from a verified launch or a verified bearer,
 * never from what a request says.
 */
export interface CourseScope {
  readonly courseId: string;
  readonly platformId: string;
  readonly deploymentId: string;
}
