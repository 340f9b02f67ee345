/** Names that the LTI 1.3, AGS 2.0, NRPS 2.0, Course Groups 1.0 and Deep Linking 2.0 specifications fix. */
const LTI = 'https://purl.imsglobal.org/spec/lti/claim';
const DEEP_LINKING = 'https://purl.imsglobal.org/spec/lti-dl/claim';

export const CLAIM = {
  messageType: `${LTI}/message_type`,
  version: `${LTI}/version`,
  deploymentId: `${LTI}/deployment_id`,
  targetLinkUri: `${LTI}/target_link_uri`,
  resourceLink: `${LTI}/resource_link`,
  roles: `${LTI}/roles`,
  context: `${LTI}/context`,
  toolPlatform: `${LTI}/tool_platform`,
  launchPresentation: `${LTI}/launch_presentation`,
  custom: `${LTI}/custom`,
  gradeServices: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  memberships: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  forUser: `${LTI}/for_user`,
  originContexts: `${LTI}/origin_contexts`,
  notice: `${LTI}/notice`,
  notices: `${LTI}/platformnotificationservice`,
  groups: 'https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice',
  mentored: `${LTI}/role_scope_mentor`,
  deepLinkingSettings: `${DEEP_LINKING}/deep_linking_settings`,
  contentItems: `${DEEP_LINKING}/content_items`,
  deepLinkingData: `${DEEP_LINKING}/data`,
} as const;

const AGS_SCOPE = 'https://purl.imsglobal.org/spec/lti-ags/scope';

export const SCOPE = {
  score: `${AGS_SCOPE}/score`,
  results: `${AGS_SCOPE}/result.readonly`,
  lineItems: `${AGS_SCOPE}/lineitem`,
  memberships: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
  groups: 'https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly',
  noticeHandlers: 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers',
} as const;

export const MEDIA_TYPE = {
  score: 'application/vnd.ims.lis.v1.score+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json',
  lineItem: 'application/vnd.ims.lis.v2.lineitem+json',
  lineItems: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  memberships: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
  groups: 'application/vnd.ims.lti-gs.v1.contextgroupcontainer+json',
  groupSets: 'application/vnd.ims.lti-gs.v1.contextgroupsetcontainer+json',
} as const;

/** How far the platform's clock and ours may be apart, either way (spec/quality.md, reliability). */
export const CLOCK_TOLERANCE_SECONDS = 120;
