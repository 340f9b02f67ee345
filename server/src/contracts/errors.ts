/** Every error code of the API with its HTTP status: the only place where a status is decided. */
export const ERROR_STATUS = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  SESSION_EXPIRED: 401,
  CODE_USED_OR_EXPIRED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  DATABASE_UNAVAILABLE: 503,
  DISK_RESERVE_REACHED: 507,
  STALE_REVISION: 409,
  ACTIVITY_ID_TAKEN: 409,
  ACTIVITY_HAS_WORK: 409,
  NOT_A_DEEP_LINKING_LAUNCH: 409,
  DEEP_LINKING_EXPIRED: 409,
  LINK_ALREADY_USED: 409,
  SUBMISSIONS_CLOSED: 409,
  SUBMISSION_EMPTY: 422,
  ALLOCATION_NEEDS_TWO: 409,
  ALLOCATION_ALREADY_DONE: 409,
  NOT_ALLOCATED: 404,
  REVIEWS_CLOSED: 409,
  RATING_MISSING: 422,
  RATING_OUT_OF_RANGE: 422,
  COMMENT_REQUIRED: 422,
  NOTHING_TO_RELEASE: 409,
  NO_GRADEBOOK_COLUMN: 409,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** The one shape of an error on the wire. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; details: Record<string, unknown>; requestId: string };
}
