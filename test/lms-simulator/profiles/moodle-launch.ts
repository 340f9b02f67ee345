/** Moodle's login initiation and id_token: the recorded ones with ids, names, addresses and times replaced. */
import { createHash } from 'node:crypto';
import administrator from '../recorded/moodle-4.5/launch-resource-link-admin.json' with { type: 'json' };
import deepLinking from '../recorded/moodle-4.5/launch-deep-linking-teacher.json' with { type: 'json' };
import instructor from '../recorded/moodle-4.5/launch-resource-link-instructor.json' with { type: 'json' };
import learner from '../recorded/moodle-4.5/launch-resource-link-learner.json' with { type: 'json' };
import { expandCustom } from '../custom-parameters.ts';
import {
  AGS_ENDPOINT_CLAIM,
  AGS_SCOPES,
  CLAIM,
  DEEP_LINKING_CLAIM,
  NRPS_CLAIM,
  SCOPE,
} from '../vocabulary.ts';
import type { ResourceLink } from '../types.ts';
import type { Json, Launch, LaunchSurroundings } from './profile.ts';

const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/** The basic-outcome ids that Moodle still sends beside AGS. */
export const sourcedResult = (linkId: string, userId: string, typeId: number, base: string): Json => ({
  lis_result_sourcedid: JSON.stringify({
    data: { instanceid: linkId, userid: userId, typeid: String(typeId), launchid: 1_950_012_252 },
    hash: digest(`${linkId} ${userId}`, 64),
  }),
  lis_outcome_service_url: `${base}/mod/lti/service.php`,
});

export const moodleLoginParams = (
  launch: Launch,
  { issuer }: LaunchSurroundings,
): Record<string, string> => ({
  iss: issuer,
  target_link_uri: launch.targetLinkUri,
  login_hint: launch.person.id,
  lti_message_hint: JSON.stringify({ cmid: launch.number + 1, launchid: launch.id }),
  client_id: launch.tool.clientId,
  lti_deployment_id: launch.deploymentId,
});

const linkOf = (launch: Launch): ResourceLink | undefined =>
  'link' in launch.target ? launch.target.link : undefined;

function recordedClaims(launch: Launch): Json {
  if (launch.target.kind === 'deepLinking') return structuredClone(deepLinking.claims);
  if (launch.member.role === 'administrator') return structuredClone(administrator.claims);
  const learning = ['learner', 'observer', 'test-student'].includes(launch.member.role);
  return structuredClone(learning ? learner.claims : instructor.claims);
}

function variables(launch: Launch, groupIds: string): Record<string, string | null> {
  const { person, course } = launch;
  const link = linkOf(launch);
  return {
    'Context.id': course.id,
    'Context.title': course.title,
    'Context.label': course.label,
    'Context.id.history': course.history.join(','),
    'CourseSection.title': course.title,
    'ResourceLink.id': link?.id ?? null,
    'ResourceLink.title': link?.title ?? null,
    'User.id': person.id,
    'User.username': person.username,
    'Person.name.full': person.name,
    'Person.name.given': person.givenName,
    'Person.name.family': person.familyName,
    'Person.email.primary': person.email,
    'Person.address.timezone': '99', // recorded: "server's own", unless the person chose one
    'Moodle.Person.userGroupIds': groupIds,
  };
}

function agsEndpoint(launch: Launch, { base, institution }: LaunchSurroundings): Json {
  const { course, tool } = launch;
  const query = `?type_id=${tool.number}`;
  const service = `${base}/mod/lti/services.php/${course.id}/lineitems`;
  const link = linkOf(launch);
  const items = institution.lineItemsOf(course).filter((item) => link && item.resourceLinkId === link.id);
  const [only] = items;
  return {
    scope: AGS_SCOPES.filter((scope) => tool.scopes.includes(scope)),
    lineitems: service + query,
    // Recorded: with a second column for the same link the claim disappears.
    ...(items.length === 1 && only && { lineitem: `${service}/${only.id}/lineitem${query}` }),
  };
}

function presentation(launch: Launch, base: string): Json {
  const locale = launch.person.locale;
  const link = linkOf(launch);
  if (!link) return { locale };
  const query = `course=${launch.course.id}&launch_container=3&instanceid=${link.id}&sesskey=${digest(launch.id, 10)}`;
  return { locale, document_target: 'iframe', return_url: `${base}/mod/lti/return.php?${query}` };
}

/** The claims of a launch, but for nonce, iat and exp. */
export function moodleClaims(launch: Launch, surroundings: LaunchSurroundings, groupIds: string): Json {
  const { base, issuer } = surroundings;
  const { person, course, tool, member } = launch;
  const link = linkOf(launch);
  const claims = recordedClaims(launch);
  const memberships = `${base}/mod/lti/services.php/CourseSection/${course.id}/bindings/${tool.number}/memberships`;
  Object.assign(claims, {
    iss: issuer,
    aud: tool.clientId,
    sub: person.id,
    [`${CLAIM}deployment_id`]: launch.deploymentId,
    [`${CLAIM}target_link_uri`]: launch.targetLinkUri,
    [`${CLAIM}lis`]: {
      person_sourcedid: person.sourcedId,
      course_section_sourcedid: `section-${course.number}`,
    },
    [`${CLAIM}context`]: { id: course.id, label: course.label, title: course.title, type: ['CourseSection'] },
    given_name: person.givenName,
    family_name: person.familyName,
    name: person.name,
    [`${CLAIM}ext`]: { user_username: person.username, lms: 'moodle-2' },
    email: person.email,
    [`${CLAIM}launch_presentation`]: presentation(launch, base),
    [`${CLAIM}custom`]: {
      ...expandCustom({ ...tool.custom, ...link?.custom }, variables(launch, groupIds)),
      context_memberships_url: memberships,
    },
    [AGS_ENDPOINT_CLAIM]: agsEndpoint(launch, surroundings),
    [NRPS_CLAIM]: { context_memberships_url: memberships, service_versions: ['1.0', '2.0'] },
  });
  if (member.roleUris) claims[`${CLAIM}roles`] = member.roleUris;
  if (link) {
    claims[`${CLAIM}resource_link`] = { title: link.title, description: link.description, id: link.id };
    claims['https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome'] = sourcedResult(
      link.id,
      person.id,
      tool.number,
      base,
    );
  } else {
    const query = `course=${course.id}&id=${tool.number}&sesskey=${launch.id}`;
    Object.assign(claims[`${DEEP_LINKING_CLAIM}deep_linking_settings`] as Json, {
      deep_link_return_url: `${base}/mod/lti/contentitem_return.php?${query}`,
      title: tool.name,
    });
  }
  withholdPersonalData(claims, tool.privacy);
  if (!tool.scopes.includes(SCOPE.memberships)) delete claims[NRPS_CLAIM];
  return claims;
}

function withholdPersonalData(claims: Json, privacy: 'full' | 'ids'): void {
  if (privacy === 'full') return;
  for (const name of ['given_name', 'family_name', 'name', 'email', `${CLAIM}ext`, `${CLAIM}lis`])
    delete claims[name];
}
