/** What every read of the API keeps to (ADR 0025). */
const MOST = 4;

/**
 * Reads that take more, and how many at most: all of them send a number of commands that does not grow with what is there.
 * An entry may become smaller or go, and none may be added without a reason in the ADR.
 */
const MORE: Readonly<Record<string, number>> = {
  '/api/activities/:activityId/group-extensions': 5,
  '/api/activities/:activityId/learners/:memberId/reviews': 5,
  '/api/activities/:activityId/authors/mine': 12,
  '/api/activities/:activityId/learners/:memberId/reviewers': 6,
  '/api/activities/:activityId/learners/:memberId/work': 5,
  '/api/activities/:activityId/marking': 6,
  '/api/activities/:activityId/marking/bulk/:bulkId': 12,
  '/api/activities/:activityId/marking/settings': 12,
  '/api/activities/:activityId/marking/shares': 12,
  '/api/activities/:activityId/marking/works/:workId': 5,
  '/api/activities/:activityId/mine': 12,
  '/api/activities/:activityId/observed/:memberId': 5,
  '/api/activities/:activityId/observed/:memberId/submission': 5,
  '/api/activities/:activityId/overview': 7,
  '/api/activities/:activityId/pre-flight': 8,
  '/api/activities/:activityId/publication': 12,
  '/api/administration/changes': 5,
  '/api/administration/invitations': 5,
  '/api/administration/overview': 6,
  '/api/administration/platforms/:platformId': 6,
  '/api/activities/:activityId/reminders': 6,
  '/api/activities/:activityId/reviews/:reviewId': 8,
  '/api/activities/:activityId/revision': 8,
  '/api/activities/:activityId/spot-checks': 5,
  '/api/activities/:activityId/submission': 12,
  '/api/activities/:activityId/timelines/:memberId': 5,
  '/api/grade-slots/:columnId/:memberId': 8,
  '/api/group-sets/:setId/groups': 8,
  '/api/groups': 5,
  '/api/my-groups': 5,
  '/api/group-work/:activityId': 20,
  '/api/group-work/:activityId/observed/:memberId': 20,
  '/api/group-work/:activityId/observed/:memberId/groups/:groupId/milestones/:n': 20,
  '/api/group-work/:activityId/factors': 20,
  '/api/group-work/:activityId/standings': 20,
  '/api/group-work/:activityId/groups/:groupId/standing': 20,
  '/api/group-work/:activityId/groups/:groupId/charter': 8,
  '/api/group-work/:activityId/groups/:groupId/moves/:memberId': 8,
  '/api/group-work/:activityId/groups/:groupId/nudge': 8,
  '/api/group-work/:activityId/groups/:groupId/contributions': 20,
  '/api/group-work/:activityId/groups/:groupId/decisions': 8,
  '/api/group-work/:activityId/groups/:groupId/files': 8,
  '/api/group-work/:activityId/groups/:groupId/meetings': 8,
  '/api/group-work/:activityId/groups/:groupId/places': 5,
  '/api/group-work/:activityId/groups/:groupId/tasks': 8,
  '/api/group-work/:activityId/groups/:groupId/retrospective': 8,
  '/api/group-work/:activityId/groups/:groupId/dynamics': 8,
  '/api/group-work/:activityId/groups/:groupId/roles': 8,
  '/api/group-work/:activityId/groups/:groupId/materials': 8,
  '/api/group-work/:activityId/groups/:groupId/scenario': 12,
  '/api/group-work/:activityId/lessons': 5,
  '/api/group-work/:activityId/plenaries': 5,
  '/api/group-work/:activityId/plenaries/:n': 10,
  '/api/group-work/:activityId/presentations': 6,
  '/api/group-work/:activityId/presentations/slots/:slotId': 10,
  '/api/group-work/:activityId/scenarios': 8,
  '/api/group-work/:activityId/works': 12,
  '/api/group-work/:activityId/groups/:groupId/milestones/:n': 12,
  '/api/group-work/:activityId/groups/:groupId/milestones/:n/hidden': 8,
  '/api/group-work/:activityId/groups/:groupId/milestones/:n/mark': 12,
  '/api/group-work/:activityId/groups/:groupId/pages/:pageId/versions': 12,
  '/api/group-work/:activityId/groups/:groupId/pages/:pageId/versions/:n': 14,
  '/api/group-work/:activityId/groups/:groupId/pages/:pageId/comments': 8,
  '/api/group-work/:activityId/groups/:groupId/milestones/:n/versions/:version': 12,
  '/api/group-work/:activityId/result': 6,
  '/api/discussions/:activityId': 5,
  '/api/discussions/:activityId/analytics': 8,
  '/api/discussions/:activityId/facilitation': 12,
  '/api/discussions/:activityId/participants': 6,
  '/api/discussions/:activityId/people': 5,
  '/api/discussions/:activityId/participants/:memberId': 6,
  '/api/questionnaires/:questionnaireId/answers': 5,
  '/api/questionnaires/:questionnaireId/export': 5,
  '/api/questionnaires/:questionnaireId/mine': 12,
  '/api/questionnaires/:questionnaireId/team': 12,
  '/api/sections': 5,
  '/calendar/deadlines.ics': 20,
};

/** A bucket of the histogram of commands. */
const BUCKET = /^roundtable_request_database_commands_bucket\{([^}]*)\} (\d+)$/gm;

/**
 * Whether all that was read from a tool kept to the budget of round trips; every API test asks it at its end, so that no
 * route has to be remembered.
 *
 * @param metricsUrl where the tool's figures are, with database commands counted
 * @throws Error with the routes that did not
 */
export async function requireFewRoundTrips(metricsUrl: string): Promise<void> {
  const text = await (await fetch(metricsUrl)).text();
  const within = new Map<string, number>();
  const all = new Map<string, number>();
  for (const [, labels = '', value] of text.matchAll(BUCKET)) {
    const label = (key: string) => new RegExp(`${key}="([^"]*)"`).exec(labels)?.[1] ?? '';
    const route = label('route');
    if (label('method') !== 'GET') continue;
    if (label('le') === '+Inf') all.set(route, Number(value));
    // Buckets are not for every number: the next one tells of fewer still.
    else if (Number(label('le')) <= (MORE[route] ?? MOST))
      within.set(route, Math.max(within.get(route) ?? 0, Number(value)));
  }
  const over = [...all].flatMap(([route, count]) => {
    const more = count - (within.get(route) ?? 0);
    return more > 0 ? [`${route}: ${more} of ${count}`] : [];
  });
  if (over.length > 0) throw new Error(`read in more round trips than allowed: ${over.join(', ')}`);
}
