import type { ErrorRequestHandler } from 'express';
import { ERROR_STATUS, type ErrorBody } from '../../contracts/errors.ts';
import { AppError } from '../../core/app-error.ts';
import { isDiskFull, isUnavailable } from '../database/errors.ts';
import type { Logger } from '../log/log.ts';
import { requestIdOf } from './request-id.ts';

/** Errors of Express's own body parser carry a type. */
const BODY_ERRORS: Record<string, AppError> = {
  'entity.too.large': new AppError('PAYLOAD_TOO_LARGE'),
  'entity.parse.failed': new AppError('BAD_REQUEST', { issues: ['body: is not JSON'] }),
  'encoding.unsupported': new AppError('BAD_REQUEST', { issues: ['body: unknown encoding'] }),
  'charset.unsupported': new AppError('BAD_REQUEST', { issues: ['body: unknown charset'] }),
  'request.aborted': new AppError('BAD_REQUEST', { issues: ['body: ended early'] }),
};

/** What was thrown, as the error the API answers; null when it is a fault of ours. */
function knownError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (isDiskFull(error)) return new AppError('DISK_RESERVE_REACHED', {}, { cause: error });
  if (isUnavailable(error)) return new AppError('DATABASE_UNAVAILABLE', {}, { cause: error });
  const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
  if (error instanceof URIError) return new AppError('NOT_FOUND');
  return BODY_ERRORS[type] ?? null;
}

/** The last middleware of the API: one JSON shape for every error (DESIGN §2 rule 9). */
export const errorHandler =
  (log: Logger): ErrorRequestHandler =>
  (thrown: unknown, request, response, next) => {
    if (response.headersSent) return next(thrown);
    const requestId = requestIdOf(request);
    const known = knownError(thrown);
    const error = known ?? new AppError('INTERNAL');
    if (!known || ERROR_STATUS[error.code] >= 500)
      log.error({ err: thrown, requestId, code: error.code }, 'request failed');
    const body: ErrorBody = {
      error: { code: error.code, message: messageOf(error), details: error.details, requestId },
    };
    response.status(ERROR_STATUS[error.code]).set('Cache-Control', 'no-store').json(body);
  };

/** For developers who read the wire; people read the client's translated text. */
const messageOf = (error: AppError): string =>
  error.code.toLowerCase().replaceAll('_', ' ') +
  (error.details['issues'] ? `: ${String(error.details['issues'])}` : '');
