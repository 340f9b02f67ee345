import { generic, type Quirks } from './generic.ts';

const PLACEMENT = 'https://www.instructure.com/placement';

const ASSIGNMENT_PLACEMENTS: ReadonlySet<string> = new Set([
  'assignment_selection',
  'link_selection',
  'course_assignments_menu',
  'module_index_menu_modal',
  'module_menu_modal',
]);

/** Canvas as its source and documentation describe it. */
export const canvas: Quirks = {
  ...generic,
  customParameters: {
    ...generic.customParameters,
    groups: '$Canvas.group.contextIds',
    // Ids as in `sub`; it sends no role_scope_mentor claim.
    observees: '$com.instructure.User.observees',
    // For the assignment's own page; stays unexpanded where the link is none.
    assignment: '$Canvas.assignment.id',
    // The dates of an assignment differ from learner to learner; at their own launch they are theirs.
    person_due_at: '$Canvas.assignment.dueAt.iso8601',
    person_available_from: '$Canvas.assignment.unlockAt.iso8601',
    person_available_until: '$Canvas.assignment.lockAt.iso8601',
  },
  // Its addresses take a context id only behind this prefix; a bare one would be a database id.
  groupMembershipsUrl: (membershipsUrl, groupId) =>
    new URL(`/api/lti/groups/lti_context_id:${encodeURIComponent(groupId)}/names_and_roles`, membershipsUrl)
      .href,
  // It has no accept_lineitem and takes line items where a link can become an assignment.
  acceptsLineItem: (_settings, claims) => {
    const placement = claims[PLACEMENT];
    return typeof placement !== 'string' || ASSIGNMENT_PLACEMENTS.has(placement);
  },
  // A link chosen on an assignment's edit page leaves that page's own dates as they are.
  acceptsDates: (claims) => claims[PLACEMENT] !== 'assignment_selection',
  // Nothing comes of an answer without items; the launch's return_url closes the picker.
  cancelsByReturn: true,
  // All schools have one issuer; the school's own address and the course's number are in its services' addresses. An
  // assignment's number comes by a custom parameter alone.
  placesOf: ({ serviceUrl, custom }) => {
    const [, school, path] = /^(https?:\/\/[^/]+)\/api\/lti(\/courses\/\d+)\//.exec(serviceUrl ?? '') ?? [];
    if (school === undefined || path === undefined) return { course: null, link: null };
    const course = school + path;
    const { assignment = '' } = custom;
    return { course, link: /^\d+$/.test(assignment) ? `${course}/assignments/${assignment}` : null };
  },
  // Without it every score is a new attempt, and attempts run out.
  scoreExtension: { 'https://canvas.instructure.com/lti/submission': { new_submission: false } },
  // The older answer of its leaky bucket; newer versions answer 429.
  isThrottled: (status, body) =>
    generic.isThrottled(status, body) || (status === 403 && /rate limit exceeded/i.test(body)),
  isNotNewer: (status, body) =>
    generic.isNotNewer(status, body) || (status === 400 && /before last updated timestamp/i.test(body)),
};
