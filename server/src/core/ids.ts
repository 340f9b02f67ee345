import { createHash, randomBytes } from 'node:crypto';

/** A new random id: 128 bits as 32 hexadecimal digits, safe in URLs and as a document `_id`. */
export const newId = (): string => randomBytes(16).toString('hex');

/** A secret for links, codes and cookies: 256 bits, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256 of a secret, hexadecimal: what is stored in its place. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A short fingerprint of a JSON value: the same value in the same key order gives the same. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64');

/** Joins parts so that no two different lists give the same text (each part carries its length), then hashes them. */
const hashParts = (...parts: string[]): string =>
  createHash('sha256')
    .update(parts.map((part) => `${part.length}:${part}`).join('|'))
    .digest('hex')
    .slice(0, 32);

/** The tenant key of a course: platform, deployment and LTI context together (DESIGN §2 rule 5). */
export const courseIdOf = (platformId: string, deploymentId: string, contextId: string): string =>
  hashParts('course', platformId, deploymentId, contextId);

/** A platform is an issuer with a client id: several client ids of one issuer are different platforms. */
export const platformIdOf = (issuer: string, clientId: string): string =>
  hashParts('platform', issuer, clientId);

/** The short key of a deployment that stands in the client's address (`/app/p/<deploymentKey>/`). */
export const deploymentKeyOf = (platformId: string, deploymentId: string): string =>
  hashParts('deployment', platformId, deploymentId).slice(0, 16);

/** A member is a person in one course. */
export const memberIdOf = (courseId: string, subject: string): string =>
  hashParts('member', courseId, subject);

/** A person within one installation of the tool in an LMS, whatever the course. */
export const personIdOf = (platformId: string, deploymentId: string, subject: string): string =>
  hashParts('person', platformId, deploymentId, subject);

/** What one member is told about one matter. */
export const noticeIdOf = (key: string, memberId: string): string => hashParts('notice', key, memberId);

/** One placement of the tool in a course. */
export const resourceLinkIdOf = (courseId: string, ltiResourceLinkId: string): string =>
  hashParts('link', courseId, ltiResourceLinkId);

/** The key of an activity's main gradebook column: the one that the LMS couples to the resource link. */
export const MAIN_COLUMN = 'main';

/** A gradebook column of an activity: the main one has the activity's own id, each other one an id made of both. */
export const columnIdOf = (activityId: string, key: string): string =>
  key === MAIN_COLUMN ? activityId : hashParts('column', activityId, key);

/** The thread that a group has of one that was started in all groups at once. */
export const groupThreadIdOf = (threadId: string, groupId: string): string =>
  hashParts('thread', threadId, groupId);

/** One of the acts that were asked for together. */
export const actInBatchIdOf = (batchId: string, target: string): string => hashParts('act', batchId, target);

/** What a group delivers at a milestone, as a work that staff divide. */
export const deliverableIdOf = (activityId: string, groupId: string, n: number): string =>
  hashParts('deliverable', activityId, groupId, String(n));

/** The grade run of an activity that a moment asks for: asked for twice, it is one run. */
export const runIdOf = (activityId: string, cause: string): string => hashParts('run', activityId, cause);

/** The copy that a course has of an activity, or of a file, of another course. */
export const copyIdOf = (courseId: string, originalId: string): string =>
  hashParts('copy', courseId, originalId);

/** The course in which one activity of a course is rehearsed. */
export const rehearsedCourseIdOf = (courseId: string, activityId: string): string =>
  hashParts('rehearsal', courseId, activityId);

/** A group set by where it comes from and what it is called there. */
export const groupSetIdOf = (courseId: string, source: string, key: string): string =>
  hashParts('groupSet', courseId, source, key);

/** An attribute of a course's people by where it is from and what it is called there. */
export const attributeIdOf = (courseId: string, source: string, key: string): string =>
  hashParts('attribute', courseId, source, key);

/** A group by where it comes from and what it is called there. */
export const groupIdOf = (courseId: string, source: string, key: string): string =>
  hashParts('group', courseId, source, key);

/** What one reviewer says of two works: one comparison, whichever of them is named first. */
export const comparisonIdOf = (reviewerId: string, submissionId: string, otherId: string): string =>
  hashParts('comparison', reviewerId, ...[submissionId, otherId].sort());
