import express, { type ErrorRequestHandler, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import { LTI_NOTICES } from '../../contracts/paths.ts';
import { isUnavailable } from '../database/errors.ts';
import { requestIdOf } from '../http/request-id.ts';
import { LAUNCH_CODES, type LaunchCode, LaunchRefusal } from './launch-codes.ts';
import { isRecord } from './launch-checks.ts';
import { type NoticeParts, receiveNotice } from './notices.ts';

interface NoticeRouterParts extends NoticeParts {
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** A school year's courses are copied within a day. */
const REQUESTS_PER_MINUTE = 600;
const NOTICES_MAX = 100;

/** Where platforms deliver notices: `{"notices": [{"jwt": …}]}`, each judged on its own. */
export function createNoticeRouter(parts: NoticeRouterParts): express.Router {
  const router = express.Router();
  const limit = rateLimit({
    windowMs: 60_000,
    limit: REQUESTS_PER_MINUTE,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: { xForwardedForHeader: false, trustProxy: false },
    handler: (_request, response) => answer(response, 'TOO_MANY_REQUESTS'),
  });
  const body = express.json({ limit: '256kb', type: () => true });
  router.post(LTI_NOTICES, limit, body, deliver(parts), unreadable);
  return router;
}

const deliver =
  ({ log, ...parts }: NoticeRouterParts): RequestHandler =>
  async (request, response) => {
    const requestId = requestIdOf(request);
    let first: LaunchCode | null = null;
    for (const jwt of tokensOf(request.body)) {
      try {
        const type = jwt === null ? refuse('NOTICE_MALFORMED') : await receiveNotice(parts, jwt);
        log.info({ event: 'notice.taken', type, requestId }, 'a notice was taken');
      } catch (error) {
        const code = codeOf(error);
        const line = { event: 'notice.refused', code, requestId };
        if (LAUNCH_CODES[code].status >= 500) log.error({ ...line, err: error }, 'a notice failed');
        else log.warn(line, 'a notice was refused');
        first ??= code;
      }
    }
    answer(response, first);
  };

/** The notices of a delivery; null for one without a token. A body of another form counts as one such. */
function tokensOf(body: unknown): (string | null)[] {
  const notices = isRecord(body) && Array.isArray(body.notices) ? (body.notices as unknown[]) : [null];
  return notices
    .slice(0, NOTICES_MAX)
    .map((notice) => (isRecord(notice) && typeof notice.jwt === 'string' ? notice.jwt : null));
}

function refuse(code: LaunchCode): never {
  throw new LaunchRefusal(code);
}

function codeOf(error: unknown): LaunchCode {
  if (error instanceof LaunchRefusal) return error.code;
  return isUnavailable(error) ? 'DATABASE_UNAVAILABLE' : 'INTERNAL';
}

/** @param code the first refusal of the delivery; null when every notice was taken. */
function answer(response: Response, code: LaunchCode | null): void {
  response.setHeader('Cache-Control', 'no-store');
  if (code === null) response.status(200).json({});
  else response.status(LAUNCH_CODES[code].status).json({ error: code });
}

/** What the body parser refuses has a type of its own. */
const unreadable: ErrorRequestHandler = (error: { type?: unknown }, _request, response, next) => {
  if (error.type === undefined) return next(error);
  answer(response, error.type === 'entity.too.large' ? 'BODY_TOO_LARGE' : 'NOTICE_MALFORMED');
};
