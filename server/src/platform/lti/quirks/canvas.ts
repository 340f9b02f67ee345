import type { RefusalCause } from '../grade-ports.ts';
import { generic, numberIn, type Quirks } from './generic.ts';
import { DEEP_LINKING, genericRegistration, LABEL, type RegistrationQuirks } from './registration.ts';

const EXTENSION = 'https://canvas.instructure.com/lti';

/** Where an instructor chooses activities in Canvas: each of these answers with links, most with assignments. */
export const CANVAS_PLACEMENTS = [
  'assignment_selection',
  'link_selection',
  'course_assignments_menu',
  'module_index_menu_modal',
  'module_menu_modal',
] as const;

const registration: RegistrationQuirks = {
  ...genericRegistration,
  // Hosted Canvas has one issuer for all schools, in three environments, and answers from other hosts than that.
  speaksFor: (issuer, hostname) => {
    const environment = /^https:\/\/canvas(\.beta|\.test|)\.instructure\.com$/.exec(issuer)?.[1];
    if (environment === undefined) return false;
    const school = `${environment}.instructure.com`;
    const isSchool = hostname.endsWith(school) && /^[a-z0-9-]+$/.test(hostname.slice(0, -school.length));
    return isSchool || hostname === `sso${environment}.canvaslms.com`;
  },
  // Its placements carry a prefix. One that it does not know would make it refuse the whole request.
  messages: (launchUrl, offered) => {
    const known = new Set(
      offered
        .filter(({ type }) => type === DEEP_LINKING)
        .flatMap(({ placements }) => placements.map((placement) => placement.replace(`${EXTENSION}/`, ''))),
    );
    const placements = CANVAS_PLACEMENTS.filter((placement) => known.size === 0 || known.has(placement));
    return [
      {
        type: DEEP_LINKING,
        target_link_uri: launchUrl,
        label: LABEL,
        placements: placements.map((placement) => `${EXTENSION}/${placement}`),
      },
    ];
  },
  // Without a privacy level neither names nor e-mail addresses come; the id tells this tool's installations from others.
  extensions: { [`${EXTENSION}/privacy_level`]: 'public', [`${EXTENSION}/tool_id`]: 'roundtable' },
  // `authorization_server` is a bare host there, and assertions are taken for the token endpoint alone.
  audience: () => null,
  nextStep: 'enable',
};

const PLACEMENT = 'https://www.instructure.com/placement';

const ASSIGNMENT_PLACEMENTS: ReadonlySet<string> = new Set([
  'assignment_selection',
  'link_selection',
  'course_assignments_menu',
  'module_index_menu_modal',
  'module_menu_modal',
]);

const SUBMISSION = 'https://canvas.instructure.com/lti/submission';

/** What its leaky bucket sets aside for each request under way. */
const RESERVED_PER_REQUEST = 50;

/** Its answers of 422 by their message: everything it objects to in a person, a course or an attempt. */
const UNPROCESSABLE: readonly (readonly [RegExp, RefusalCause])[] = [
  [/not found in course or is not a student/i, 'notAMember'],
  [/course has concluded/i, 'courseConcluded'],
  [/still unpublished/i, 'unpublished'],
  [/maximum number of allowed attempts/i, 'attemptsExhausted'],
];

function refusalCause(status: number, body: string): RefusalCause {
  if (status === 422) return UNPROCESSABLE.find(([message]) => message.test(body))?.[1] ?? 'other';
  // 404: deleted; 412: another tool's.
  if (status === 404 || status === 412) return 'columnGone';
  return generic.refusalCause(status, body);
}

/** Canvas as its source and documentation describe it. */
export const canvas: Quirks = {
  ...generic,
  customParameters: {
    ...generic.customParameters,
    groups: '$Canvas.group.contextIds',
    // Those of the enrolment, as a list of names in JSON; they have no ids there.
    sections: '$com.instructure.User.sectionNames',
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
  // Its picker is left by launch_presentation.return_url.
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
  abilities: { clearsScores: true, handedIn: 'preserves' },
  // Every score is a new attempt unless it says that it is none, and attempts run out. A score-less one clears the
  // grade unless it says that it does not. Its prioritize_non_tool_grade is not used: it would keep a grade of our own too.
  scoreExtension: (kind) => ({
    [SUBMISSION]:
      kind.type === 'grade'
        ? { new_submission: false }
        : {
            new_submission: kind.newAttempt,
            preserve_score: true,
            submission_type: 'basic_lti_launch',
            submission_data: kind.viewUrl,
            submitted_at: kind.submittedAt.toISOString(),
          },
  }),
  // Of several columns on one link only the first is an assignment's, and only an assignment's shows in the gradebook.
  addedColumnsNameTheLink: false,
  // The older answer of its leaky bucket; newer versions answer 429.
  isThrottled: (status, body) =>
    generic.isThrottled(status, body) || (status === 403 && /rate limit exceeded/i.test(body)),
  isNotNewer: (status, body) =>
    generic.isNotNewer(status, body) || (status === 400 && /before last updated timestamp/i.test(body)),
  registration,
  refusalCause,
  room: (headers) => {
    const remaining = numberIn(headers, 'x-rate-limit-remaining');
    return remaining === null ? null : Math.floor(remaining / RESERVED_PER_REQUEST);
  },
  // Its own pages are of ten unless asked.
  pageQuery: { per_page: '100', limit: '100' },
};
