/** Collections that belong to no course: the installation's own. All others carry `courseId` (DESIGN §2 rule 5). */
export const GLOBAL_COLLECTIONS: ReadonlySet<string> = new Set([
  'launches',
  'platformNotices',
  'platforms',
  'deployments',
  'keys',
  'accessTokens',
  'launchLog',
  'invitations',
  'administrators',
  'administratorSessions',
  'jobs',
  'hints',
  'noticePeople',
  'capabilities',
  'platformPaces',
]);
