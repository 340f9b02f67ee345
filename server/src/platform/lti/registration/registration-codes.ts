import type { InvitationProblem } from '../../invitations/ports.ts';

/** How a registration can fail, with the status of its page; the page shows and the log names the code. */
export const REGISTRATION_STATUS = {
  REGISTRATION_PARAMETERS: 400,
  INVITATION_UNKNOWN: 403,
  INVITATION_USED: 403,
  INVITATION_EXPIRED: 403,
  INVITATION_REVOKED: 403,
  CONFIGURATION_ADDRESS_REFUSED: 400,
  CONFIGURATION_UNREACHABLE: 502,
  CONFIGURATION_UNREADABLE: 502,
  CONFIGURATION_ISSUER_FOREIGN: 400,
  CONFIGURATION_ENDPOINT_FOREIGN: 400,
  REGISTRATION_TOKEN_USED: 400,
  REGISTRATION_REFUSED: 502,
  REGISTRATION_ANSWER_LOST: 502,
  REGISTRATION_ANSWER_UNREADABLE: 502,
  REGISTRATION_EXISTS: 409,
  TOO_MANY_REQUESTS: 429,
  REGISTRATION_FAILED: 500,
} as const satisfies Record<InvitationProblem, number> & Record<string, number>;

export type RegistrationCode = keyof typeof REGISTRATION_STATUS;

/** Ends a registration with a page. */
export class RegistrationRefusal extends Error {
  override readonly name = 'RegistrationRefusal';
  readonly code: RegistrationCode;
  /** What fills the page's text: short, and escaped when shown. */
  readonly values: Readonly<Record<string, string>>;

  constructor(
    code: RegistrationCode,
    values: Readonly<Record<string, string>> = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.code = code;
    this.values = values;
  }
}
