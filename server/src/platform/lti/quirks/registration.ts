/** A message that a platform's configuration says it can send, with the places where. */
export interface OfferedMessage {
  readonly type: string;
  readonly placements: readonly string[];
}

/** What an LMS does in its own way when the tool registers itself (LTI Dynamic Registration 1.0). */
export interface RegistrationQuirks {
  /**
   * Whether a host speaks for an issuer whose own host is another: its configuration and its registration endpoint may
   * be there. Judged by the issuer alone, since a stranger's document can name any LMS as its family.
   */
  speaksFor(issuer: string, hostname: string): boolean;
  /** The messages that the tool asks for. @param offered those of the platform's configuration. */
  messages(launchUrl: string, offered: readonly OfferedMessage[]): Readonly<Record<string, unknown>>[];
  /** More properties of the tool configuration. */
  readonly extensions: Readonly<Record<string, unknown>>;
  /** The audience of client assertions, from the configuration's `authorization_server`; null: the token endpoint. */
  audience(authorizationServer: string | null): string | null;
  /** What remains to be done in the LMS, for the last page. */
  readonly nextStep: 'activate' | 'enable' | 'check';
}

/** What the LMS shows beside the tool's entries. */
export const LABEL = 'Roundtable';
export const DEEP_LINKING = 'LtiDeepLinkingRequest';
const SUBMISSION_REVIEW = 'LtiSubmissionReviewRequest';

/** To the specification. */
export const genericRegistration: RegistrationQuirks = {
  speaksFor: () => false,
  messages: (launchUrl, offered) => [
    { type: 'LtiResourceLinkRequest', target_link_uri: launchUrl, label: LABEL },
    { type: DEEP_LINKING, target_link_uri: launchUrl, label: LABEL, placements: ['ContentArea'] },
    // The grading view, where the platform knows it; elsewhere the message would only be in the way.
    ...(offered.some(({ type }) => type === SUBMISSION_REVIEW)
      ? [{ type: SUBMISSION_REVIEW, target_link_uri: launchUrl, label: LABEL }]
      : []),
  ],
  extensions: {},
  audience: (authorizationServer) => authorizationServer,
  nextStep: 'check',
};
