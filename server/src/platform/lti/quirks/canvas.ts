import { generic, type Quirks } from './generic.ts';

/** Canvas as its source and documentation describe it. */
export const canvas: Quirks = {
  ...generic,
  // It has no accept_lineitem and takes line items where a link can become an assignment.
  acceptsLineItem: () => true,
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
