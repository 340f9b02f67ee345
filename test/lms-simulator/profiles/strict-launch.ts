/** A platform that sends everything the specifications allow, and nothing they do not. */
import { createHash } from 'node:crypto';
import { expandCustom } from '../custom-parameters.ts';
import {
  AGS_ENDPOINT_CLAIM,
  AGS_SCOPES,
  CLAIM,
  DEEP_LINKING_CLAIM,
  GROUPS_CLAIM,
  INSTITUTION_PERSON,
  LTI_TEST_USER,
  MEMBERSHIP,
  NOTICES_CLAIM,
  NRPS_CLAIM,
  SCOPE,
} from '../vocabulary.ts';
import type { Membership, ResourceLink, Role } from '../types.ts';
import type { Json, Launch, LaunchSurroundings } from './profile.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** What `data` of a deep-linking request is, and has to be when it comes back (Deep Linking 2.0, §4.4.1). */
export const deepLinkingData = (courseNumber: number, toolNumber: number): string =>
  `${courseNumber}.${toolNumber}.${digest(`picker ${courseNumber} ${toolNumber}`)}=="\\ü`;

export const strictLoginParams = (
  launch: Launch,
  { issuer }: LaunchSurroundings,
): Record<string, string> => ({
  iss: issuer,
  target_link_uri: launch.targetLinkUri,
  login_hint: `login ${launch.person.id}`,
  lti_message_hint: `${launch.id}/"+ü&`,
  client_id: launch.tool.clientId,
  lti_deployment_id: launch.deploymentId,
  ...(launch.storageTarget && { lti_storage_target: 'platform_storage' }),
});

const ROLES: Record<Role, string[]> = {
  instructor: [`${MEMBERSHIP}#Instructor`],
  assistant: [`${MEMBERSHIP}/Instructor#TeachingAssistant`],
  designer: [`${MEMBERSHIP}#ContentDeveloper`],
  learner: [`${MEMBERSHIP}#Learner`],
  observer: [`${MEMBERSHIP}#Mentor`],
  administrator: [`${MEMBERSHIP}#Administrator`, `${INSTITUTION_PERSON}#Administrator`],
  'test-student': [`${MEMBERSHIP}#Learner`, LTI_TEST_USER],
};

export const strictRoles = (member: Membership): string[] => member.roleUris ?? ROLES[member.role];

const linkOf = (launch: Launch): ResourceLink | undefined =>
  'link' in launch.target ? launch.target.link : undefined;

/** LTI 1.3 core, appendix B: the variables with a value here; others stay literal. */
function variables({ course, person, target }: Launch): Record<string, string> {
  const link = 'link' in target ? target.link : undefined;
  const values: Record<string, string | undefined> = {
    'Context.id': course.id,
    'Context.title': course.title,
    'Context.id.history': course.history.join(','),
    'CourseSection.timeFrame.begin': course.startsAt,
    'User.id': person.id,
    'User.username': person.username,
    'Person.name.full': person.name,
    'Person.address.timezone': person.timezone,
    'ResourceLink.id': link?.id,
    'ResourceLink.title': link?.title,
    'ResourceLink.id.history': link?.history.join(','),
    'ResourceLink.available.startDateTime': link?.available?.startDateTime,
    'ResourceLink.available.endDateTime': link?.available?.endDateTime,
    'ResourceLink.submission.startDateTime': link?.submission?.startDateTime,
    'ResourceLink.submission.endDateTime': link?.submission?.endDateTime,
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function messageClaims(launch: Launch, { base }: LaunchSurroundings): Json {
  const { target, course, tool } = launch;
  if (target.kind === 'deepLinking') {
    return {
      [`${CLAIM}message_type`]: 'LtiDeepLinkingRequest',
      [`${DEEP_LINKING_CLAIM}deep_linking_settings`]: {
        deep_link_return_url: `${base}/courses/${course.number}/deep-linking-return?picker=${encodeURIComponent(launch.id)}`,
        accept_types: ['ltiResourceLink'],
        accept_presentation_document_targets: ['iframe', 'window'],
        accept_multiple: true,
        accept_lineitem: true,
        auto_create: false,
        title: 'Add an activity',
        text: course.title,
        data: deepLinkingData(course.number, tool.number),
      },
    };
  }
  const link = linkOf(launch);
  return {
    [`${CLAIM}message_type`]:
      target.kind === 'submissionReview' ? 'LtiSubmissionReviewRequest' : 'LtiResourceLinkRequest',
    [`${CLAIM}resource_link`]: link
      ? { id: link.id, title: link.title, ...(link.description !== '' && { description: link.description }) }
      : { id: `navigation-${course.id}` },
    ...(target.kind === 'submissionReview' && {
      [`${CLAIM}for_user`]: { user_id: target.learner.id, roles: [`${MEMBERSHIP}#Learner`] },
    }),
  };
}

function serviceClaims(launch: Launch, { base, institution }: LaunchSurroundings): Json {
  const { tool, course, target } = launch;
  const granted = (scope: string): boolean => tool.scopes.includes(scope);
  const service = `${base}/services/courses/${course.number}`;
  const link = linkOf(launch);
  const items = institution.lineItemsOf(course).filter((item) => link && item.resourceLinkId === link.id);
  const item = target.kind === 'submissionReview' ? target.item : items.length === 1 ? items[0] : undefined;
  const agsScopes = AGS_SCOPES.filter(granted);
  return {
    ...(agsScopes.length > 0 && {
      [AGS_ENDPOINT_CLAIM]: {
        scope: agsScopes,
        lineitems: `${service}/line-items?tool=${tool.number}`,
        ...(item && { lineitem: `${service}/line-items/${item.id}?tool=${tool.number}` }),
      },
    }),
    ...(granted(SCOPE.memberships) && {
      [NRPS_CLAIM]: {
        context_memberships_url: `${service}/members?tool=${tool.number}`,
        service_versions: ['2.0'],
      },
    }),
    ...(granted(SCOPE.groups) && {
      [GROUPS_CLAIM]: {
        scope: [SCOPE.groups],
        context_groups_url: `${service}/groups?tool=${tool.number}`,
        context_group_sets_url: `${service}/group-sets?tool=${tool.number}`,
        service_versions: ['1.0'],
      },
    }),
    ...(granted(SCOPE.noticeHandlers) && {
      [NOTICES_CLAIM]: {
        platform_notification_service_url: `${base}/services/notice-handlers/${launch.deploymentId}`,
        service_versions: ['1.0'],
        scope: [SCOPE.noticeHandlers],
        notice_types_supported: ['LtiHelloWorldNotice', 'LtiContextCopyNotice'],
      },
    }),
  };
}

/** The claims of a launch, but for nonce, iat and exp. */
export function strictClaims(launch: Launch, surroundings: LaunchSurroundings): Json {
  const { base, issuer } = surroundings;
  const { person, course, tool, member } = launch;
  const custom = expandCustom({ ...tool.custom, ...linkOf(launch)?.custom }, variables(launch));
  return {
    iss: issuer,
    aud: [tool.clientId],
    azp: tool.clientId,
    sub: person.id,
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}deployment_id`]: launch.deploymentId,
    [`${CLAIM}target_link_uri`]: launch.targetLinkUri,
    [`${CLAIM}roles`]: strictRoles(member),
    [`${CLAIM}context`]: {
      id: course.id,
      label: course.label,
      title: course.title,
      type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
    },
    [`${CLAIM}tool_platform`]: {
      guid: 'strict.example',
      name: 'Strict platform',
      product_family_code: 'strict',
      version: '1',
    },
    [`${CLAIM}launch_presentation`]: {
      document_target: 'iframe',
      locale: person.locale,
      return_url: `${base}/courses/${course.number}/return`,
    },
    ...(Object.keys(custom).length > 0 && { [`${CLAIM}custom`]: custom }),
    ...(member.observes && { [`${CLAIM}role_scope_mentor`]: member.observes }),
    ...(tool.privacy === 'full' && {
      name: person.name,
      given_name: person.givenName,
      // A name that does not exist is left out, not sent empty.
      ...(person.familyName !== '' && { family_name: person.familyName }),
      email: person.email,
      locale: person.locale,
    }),
    ...messageClaims(launch, surroundings),
    ...serviceClaims(launch, surroundings),
  };
}
