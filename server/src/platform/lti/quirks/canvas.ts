import { generic, type Quirks } from './generic.ts';

/** Canvas as its source and documentation describe it. */
export const canvas: Quirks = {
  ...generic,
  customParameters: {
    ...generic.customParameters,
    groups: '$Canvas.group.contextIds',
    // Ids as in `sub`; it sends no role_scope_mentor claim.
    observees: '$com.instructure.User.observees',
  },
  // Its addresses take a context id only behind this prefix; a bare one would be a database id.
  groupMembershipsUrl: (membershipsUrl, groupId) =>
    new URL(`/api/lti/groups/lti_context_id:${encodeURIComponent(groupId)}/names_and_roles`, membershipsUrl)
      .href,
  // It has no accept_lineitem and takes line items where a link can become an assignment.
  acceptsLineItem: () => true,
  // Without it every score is a new attempt, and attempts run out.
  scoreExtension: { 'https://canvas.instructure.com/lti/submission': { new_submission: false } },
  // The older answer of its leaky bucket; newer versions answer 429.
  isThrottled: (status, body) =>
    generic.isThrottled(status, body) || (status === 403 && /rate limit exceeded/i.test(body)),
  isNotNewer: (status, body) =>
    generic.isNotNewer(status, body) || (status === 400 && /before last updated timestamp/i.test(body)),
};
