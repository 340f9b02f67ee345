/** Names fixed by the LTI specifications (1EdTech LTI 1.3 core, AGS 2.0, NRPS 2.0, Deep Linking 2.0). */
import type { Role } from './types.ts';

export const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
export const DEEP_LINKING_CLAIM = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
export const AGS_ENDPOINT_CLAIM = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
export const NRPS_CLAIM = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';
export const GROUPS_CLAIM = 'https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice';
export const NOTICES_CLAIM = `${CLAIM}platformnotificationservice`;
export const NOTICE_CLAIM = `${CLAIM}notice`;
export const TOOL_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
export const PLATFORM_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

export const SCOPE = {
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  lineItemReadOnly: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly',
  resultReadOnly: 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  memberships: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
  groups: 'https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly',
  noticeHandlers: 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers',
} as const;

export const AGS_SCOPES: readonly string[] = [
  SCOPE.lineItem,
  SCOPE.lineItemReadOnly,
  SCOPE.resultReadOnly,
  SCOPE.score,
];

export const MEDIA = {
  lineItem: 'application/vnd.ims.lis.v2.lineitem+json',
  lineItems: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  score: 'application/vnd.ims.lis.v1.score+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json',
  memberships: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
  groups: 'application/vnd.ims.lti-gs.v1.contextgroupcontainer+json',
  groupSets: 'application/vnd.ims.lti-gs.v1.contextgroupsetcontainer+json',
} as const;

export const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
export const INSTITUTION_PERSON = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
export const SYSTEM_PERSON = 'http://purl.imsglobal.org/vocab/lis/v2/system/person';
export const LTI_TEST_USER = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';

/** Roles that may be graded. */
export const GRADABLE: readonly Role[] = ['learner', 'test-student'];
/** Roles that see the gradebook and the staff's links on the platform's own pages. */
export const STAFF: readonly Role[] = ['instructor', 'assistant', 'designer', 'administrator'];
