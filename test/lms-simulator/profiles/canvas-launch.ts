/** Canvas's login initiation and id_token, as its source and captured launches show them. */
import { createHash } from 'node:crypto';
import { expandCustom } from '../custom-parameters.ts';
import {
  AGS_ENDPOINT_CLAIM,
  AGS_SCOPES,
  CLAIM,
  DEEP_LINKING_CLAIM,
  INSTITUTION_PERSON,
  LTI_TEST_USER,
  MEMBERSHIP,
  NOTICES_CLAIM,
  NRPS_CLAIM,
  SCOPE,
  SYSTEM_PERSON,
} from '../vocabulary.ts';
import type { Membership, Person, ResourceLink, Role } from '../types.ts';
import type { Json, Launch, LaunchSurroundings } from './profile.ts';

export const hex40 = (text: string): string => createHash('sha1').update(text).digest('hex');
const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const canvasLoginParams = (
  launch: Launch,
  { issuer }: LaunchSurroundings,
): Record<string, string> => ({
  iss: issuer,
  target_link_uri: launch.targetLinkUri,
  client_id: launch.tool.clientId,
  login_hint: hex40(launch.person.id),
  lti_deployment_id: launch.deploymentId,
  lti_message_hint: `${base64url({ typ: 'JWT', alg: 'HS256' })}.${base64url({ verifier: launch.id })}.${hex40(launch.id)}`,
  canvas_environment: 'prod',
  canvas_region: 'us-east-1',
  ...(launch.storageTarget && { lti_storage_target: 'post_message_forwarding' }),
});

const COURSE_ROLES: Record<Role, string[]> = {
  instructor: [`${MEMBERSHIP}#Instructor`],
  assistant: [`${MEMBERSHIP}/Instructor#TeachingAssistant`, `${MEMBERSHIP}#Instructor`],
  designer: [`${MEMBERSHIP}#ContentDeveloper`],
  learner: [`${MEMBERSHIP}#Learner`],
  observer: [`${MEMBERSHIP}#Mentor`],
  administrator: [],
  'test-student': [`${MEMBERSHIP}#Learner`, LTI_TEST_USER],
};

/** A member's roles in the course, as URIs. */
export const canvasCourseRoles = (member: Membership): string[] =>
  member.roleUris ?? COURSE_ROLES[member.role];

/** Every fifth person teaches another course: such institution roles say nothing about this one. */
function launchRoles(member: Membership, person: Person): string[] {
  if (member.roleUris) return member.roleUris;
  if (member.role === 'administrator')
    return [`${INSTITUTION_PERSON}#Administrator`, `${SYSTEM_PERSON}#User`];
  const elsewhere = person.number % 5 === 0 ? [`${INSTITUTION_PERSON}#Instructor`] : [];
  return [
    ...elsewhere,
    `${INSTITUTION_PERSON}#Student`,
    ...COURSE_ROLES[member.role],
    `${SYSTEM_PERSON}#User`,
  ];
}

const linkOf = (launch: Launch): ResourceLink | undefined =>
  'link' in launch.target ? launch.target.link : undefined;

const when = (name: string, value: string | undefined): Record<string, string> =>
  value === undefined ? {} : { [name]: value };

function variables(launch: Launch, { institution }: LaunchSurroundings): Record<string, string | null> {
  const { course, person, member } = launch;
  const link = linkOf(launch);
  const item = institution
    .lineItemsOf(course)
    .find((column) => column.coupled && column.resourceLinkId === link?.id);
  const groups = course.groups.filter((group) => group.userIds.includes(person.id));
  return {
    'Canvas.course.id': String(course.number),
    'Canvas.user.id': String(person.number),
    'Context.id.history': course.history.join(','),
    'Person.address.timezone': person.timezone,
    'Canvas.group.contextIds': groups.map((group) => group.id).join(','),
    'com.instructure.User.observees': (member.observes ?? []).join(','),
    'com.instructure.User.student_view': String(member.role === 'test-student'),
    'com.instructure.User.sectionNames': JSON.stringify(member.sections ?? [course.label]),
    ...(item && {
      'Canvas.assignment.id': item.id,
      'Canvas.assignment.pointsPossible': String(item.scoreMaximum),
    }),
    ...when(
      'Canvas.assignment.dueAt.iso8601',
      link?.submissionUntilOf?.[person.id] ?? link?.submission?.endDateTime,
    ),
    ...when('Canvas.assignment.unlockAt.iso8601', link?.available?.startDateTime),
    ...when('Canvas.assignment.lockAt.iso8601', link?.available?.endDateTime),
    ...when('ResourceLink.available.startDateTime', link?.available?.startDateTime),
    ...when('ResourceLink.available.endDateTime', link?.available?.endDateTime),
    ...when('ResourceLink.submission.endDateTime', link?.submission?.endDateTime),
  };
}

function personalClaims(launch: Launch, base: string): Json {
  const { person, tool, course } = launch;
  if (tool.privacy === 'ids') return {};
  return {
    name: person.name,
    given_name: person.givenName,
    family_name: person.familyName,
    email: person.email,
    picture: `${base}/images/avatar-${person.number}.png`,
    [`${CLAIM}lis`]: { person_sourcedid: person.sourcedId, course_offering_sourcedid: course.label },
  };
}

function serviceClaims(launch: Launch, { base, institution }: LaunchSurroundings): Json {
  const { tool, course, target } = launch;
  const service = `${base}/api/lti/courses/${course.number}`;
  const scope = AGS_SCOPES.filter((name) => tool.scopes.includes(name));
  const item = institution
    .lineItemsOf(course)
    .find(
      (column) =>
        column.coupled && target.kind === 'resourceLink' && column.resourceLinkId === target.link.id,
    );
  const lineitem = item && { lineitem: `${service}/line_items/${item.id}` };
  return {
    ...(scope.length > 0 && {
      [AGS_ENDPOINT_CLAIM]: { scope, lineitems: `${service}/line_items`, ...lineitem },
    }),
    ...(tool.scopes.includes(SCOPE.memberships) && {
      [NRPS_CLAIM]: { context_memberships_url: `${service}/names_and_roles`, service_versions: ['2.0'] },
    }),
    ...(tool.scopes.includes(SCOPE.noticeHandlers) && {
      [NOTICES_CLAIM]: {
        platform_notification_service_url: `${base}/api/lti/notice-handlers/${encodeURIComponent(launch.deploymentId)}`,
        service_versions: ['1.0'],
        scope: [SCOPE.noticeHandlers],
        notice_types_supported: ['LtiHelloWorldNotice', 'LtiContextCopyNotice'],
      },
    }),
  };
}

function messageClaims(launch: Launch, { base }: LaunchSurroundings): Json {
  const { course, target, tool } = launch;
  if (target.kind === 'deepLinking') {
    const state = `${base64url({ typ: 'JWT', alg: 'HS256' })}.${base64url({ course: course.number, tool: tool.number })}.${hex40(launch.id)}`;
    return {
      [`${CLAIM}message_type`]: 'LtiDeepLinkingRequest',
      [`${DEEP_LINKING_CLAIM}deep_linking_settings`]: {
        deep_link_return_url: `${base}/courses/${course.number}/deep_linking_response?data=${state}`,
        accept_types: ['ltiResourceLink'],
        accept_presentation_document_targets: ['iframe', 'window'],
        accept_media_types: 'application/vnd.ims.lti.v1.ltilink',
        accept_multiple: true,
        auto_create: false,
      },
      'https://www.instructure.com/placement': 'course_assignments_menu',
    };
  }
  const navigation = target.kind === 'courseNavigation';
  const link = linkOf(launch);
  return {
    [`${CLAIM}message_type`]: 'LtiResourceLinkRequest',
    [`${CLAIM}resource_link`]: link
      ? { id: link.id, title: link.title, description: link.description }
      : { id: course.id, title: null, description: null },
    'https://www.instructure.com/placement': navigation ? 'course_navigation' : null,
  };
}

/** The claims of a launch, but for nonce, iat and exp. */
export function canvasClaims(launch: Launch, surroundings: LaunchSurroundings): Json {
  const { base, issuer } = surroundings;
  const { person, course, tool, member } = launch;
  const link = linkOf(launch);
  return {
    iss: issuer,
    aud: tool.clientId,
    azp: tool.clientId,
    sub: person.id,
    locale: person.locale,
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}deployment_id`]: launch.deploymentId,
    [`${CLAIM}target_link_uri`]: launch.targetLinkUri,
    [`${CLAIM}context`]: {
      id: course.id,
      label: course.label,
      title: course.title,
      type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
    },
    [`${CLAIM}roles`]: launchRoles(member, person),
    [`${CLAIM}custom`]: expandCustom({ ...tool.custom, ...link?.custom }, variables(launch, surroundings)),
    [`${CLAIM}launch_presentation`]: {
      document_target: 'iframe',
      locale: person.locale,
      return_url: `${base}/courses/${course.number}/external_content/success/external_tool_redirect`,
      ...(launch.target.kind === 'deepLinking' && { height: 600, width: 800 }),
    },
    [`${CLAIM}tool_platform`]: {
      guid: 'u7Kp0PdWoZ8cXvYsQ2nRt5bJmHfGaE1L:canvas-lms',
      name: 'Simulated Canvas',
      version: 'cloud',
      product_family_code: 'canvas',
    },
    [`${CLAIM}lti11_legacy_user_id`]: hex40(`legacy ${person.id}`),
    [`${CLAIM}lti1p1`]: {
      user_id: hex40(`legacy ${person.id}`),
      ...(link && { resource_link_id: hex40(`legacy ${link.id}`) }),
    },
    ...personalClaims(launch, base),
    ...messageClaims(launch, surroundings),
    ...serviceClaims(launch, surroundings),
  };
}
