/** What a member may be in a course (spec/glossary.md). "Staff" is instructor or assistant. */
export type Role = 'instructor' | 'assistant' | 'learner' | 'observer';

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const TEST_USER = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';

/** LTI 1.3 §A.2.3: platforms may send the short name of a context role. */
const SHORT_NAMES = new Set(['Instructor', 'Learner', 'Mentor', 'ContentDeveloper', 'Administrator']);

/**
 * The role a launch gives, from exact membership URIs: never by substring, never from institution or system roles.
 *
 * @returns the highest role the URIs name, or null when they name none that Roundtable knows (such a person is
 *   treated as a learner without write rights).
 */
export function roleOf(roleUris: readonly string[]): Role | null {
  const uris = new Set(roleUris.map((uri) => (SHORT_NAMES.has(uri) ? `${MEMBERSHIP}#${uri}` : uri)));
  // Canvas sends the assistant's sub-role beside #Instructor, so it is looked for first.
  if (uris.has(`${MEMBERSHIP}/Instructor#TeachingAssistant`)) return 'assistant';
  if (uris.has(`${MEMBERSHIP}#Instructor`) || uris.has(`${MEMBERSHIP}#ContentDeveloper`)) return 'instructor';
  if (uris.has(`${MEMBERSHIP}#Administrator`)) return 'instructor';
  if (uris.has(`${MEMBERSHIP}#Learner`)) return 'learner';
  if (uris.has(`${MEMBERSHIP}#Mentor`)) return 'observer';
  return null;
}

/** Canvas's "Student View" person: may try everything, is never allocated, graded or counted. */
export const isTestUser = (roleUris: readonly string[]): boolean => roleUris.includes(TEST_USER);

export const isStaff = (role: Role): boolean => role === 'instructor' || role === 'assistant';
