export type { Member } from './member.domain.ts';
export { countsAsLearner } from './member.domain.ts';
export type { CourseService } from './course.service.ts';
export { courseRoutes } from './course.routes.ts';
export { createCourseService } from './course.service.ts';
export { createCourseStore } from './course.store.ts';
export { createLaunchRecorder } from './launch.service.ts';
export { createLinkService } from './link.service.ts';
export { createSessionService } from './session.service.ts';
