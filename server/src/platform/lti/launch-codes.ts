import type { ProblemText } from './pages/texts/index.ts';

/** How a login or launch can fail: the page shows and the log names the code. */
export const LAUNCH_CODES = {
  LOGIN_PARAMETERS: { status: 400, text: 'notUnderstood' },
  LOGIN_UNKNOWN_CLIENT: { status: 400, text: 'notRegistered' },
  LOGIN_TARGET_FOREIGN: { status: 400, text: 'wrongAddress' },
  PLATFORM_DISABLED: { status: 403, text: 'platformDisabled' },
  PLATFORM_PENDING: { status: 403, text: 'platformPending' },
  LAUNCH_PARAMETERS: { status: 400, text: 'notUnderstood' },
  LAUNCH_NOT_POSTED: { status: 400, text: 'openFromCourse' },
  STATE_MALFORMED: { status: 400, text: 'notUnderstood' },
  STATE_UNKNOWN: { status: 401, text: 'openAgain' },
  STATE_EXPIRED: { status: 401, text: 'openAgain' },
  STATE_USED: { status: 401, text: 'openAgain' },
  STATE_OTHER_BROWSER: { status: 401, text: 'openAgain' },
  BROWSER_UNCONFIRMED: { status: 200, text: 'openAgain' },
  CONFIRMATION_EXPIRED: { status: 401, text: 'openAgain' },
  CONFIRMATION_FROM_ELSEWHERE: { status: 403, text: 'openAgain' },
  TOKEN_MALFORMED: { status: 401, text: 'tokenRefused' },
  TOKEN_NO_KID: { status: 401, text: 'tokenRefused' },
  TOKEN_UNKNOWN_KID: { status: 401, text: 'tokenRefused' },
  TOKEN_WRONG_ALGORITHM: { status: 401, text: 'tokenRefused' },
  TOKEN_WRONG_SIGNATURE: { status: 401, text: 'tokenRefused' },
  TOKEN_WRONG_ISSUER: { status: 401, text: 'tokenRefused' },
  TOKEN_WRONG_AUDIENCE: { status: 401, text: 'tokenRefused' },
  TOKEN_NO_AZP: { status: 401, text: 'tokenRefused' },
  TOKEN_WRONG_AZP: { status: 401, text: 'tokenRefused' },
  TOKEN_NO_EXP: { status: 401, text: 'tokenRefused' },
  TOKEN_EXPIRED: { status: 401, text: 'clocks' },
  TOKEN_NO_IAT: { status: 401, text: 'tokenRefused' },
  TOKEN_IAT_IN_FUTURE: { status: 401, text: 'clocks' },
  TOKEN_TOO_OLD: { status: 401, text: 'clocks' },
  TOKEN_NO_NONCE: { status: 401, text: 'tokenRefused' },
  TOKEN_WRONG_NONCE: { status: 401, text: 'openAgain' },
  CLAIM_MALFORMED: { status: 400, text: 'tokenRefused' },
  VERSION_MISSING: { status: 400, text: 'tokenRefused' },
  VERSION_UNSUPPORTED: { status: 400, text: 'tokenRefused' },
  MESSAGE_TYPE_MISSING: { status: 400, text: 'tokenRefused' },
  MESSAGE_TYPE_UNKNOWN: { status: 400, text: 'tokenRefused' },
  DEPLOYMENT_MISSING: { status: 400, text: 'tokenRefused' },
  DEPLOYMENT_PENDING: { status: 403, text: 'deploymentPending' },
  TARGET_LINK_MISSING: { status: 400, text: 'tokenRefused' },
  TARGET_LINK_FOREIGN: { status: 400, text: 'wrongAddress' },
  TARGET_LINK_CHANGED: { status: 400, text: 'wrongAddress' },
  RESOURCE_LINK_MISSING: { status: 400, text: 'tokenRefused' },
  FOR_USER_MISSING: { status: 400, text: 'tokenRefused' },
  ROLES_MISSING: { status: 400, text: 'tokenRefused' },
  DEEP_LINKING_SETTINGS_MISSING: { status: 400, text: 'tokenRefused' },
  ANONYMOUS: { status: 403, text: 'anonymous' },
  NO_CONTEXT: { status: 400, text: 'openFromCourse' },
  PLATFORM_KEYS_TIMEOUT: { status: 502, text: 'platformKeys' },
  PLATFORM_KEYS_UNREACHABLE: { status: 502, text: 'platformKeys' },
  PLATFORM_KEYS_UNREADABLE: { status: 502, text: 'platformKeys' },
  PLATFORM_ERROR: { status: 400, text: 'platformError' },
  NOTICE_MALFORMED: { status: 400, text: 'notUnderstood' },
  NOTICE_REPLAYED: { status: 409, text: 'openAgain' },
  BODY_TOO_LARGE: { status: 413, text: 'notUnderstood' },
  TOO_MANY_REQUESTS: { status: 429, text: 'tooManyRequests' },
  DATABASE_UNAVAILABLE: { status: 503, text: 'unavailable' },
  INTERNAL: { status: 500, text: 'unavailable' },
} as const satisfies Record<string, { status: number; text: ProblemText }>;

export type LaunchCode = keyof typeof LAUNCH_CODES;

/** Why launches of a platform that is not active are refused. */
export const inactiveCode = (status: string | undefined): LaunchCode =>
  status === 'pending' ? 'PLATFORM_PENDING' : 'PLATFORM_DISABLED';

/** Ends a login or launch with a page. `note` is shown to the person in the code line: short, from a verified source. */
export class LaunchRefusal extends Error {
  override readonly name = 'LaunchRefusal';
  readonly code: LaunchCode;
  /** What fills the page's text: a deployment id, the LMS's own error words. Escaped when shown. */
  readonly values: Readonly<Record<string, string>>;

  constructor(
    code: LaunchCode,
    values: Readonly<Record<string, string>> = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.code = code;
    this.values = values;
  }
}
