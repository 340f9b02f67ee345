import type { TFunction } from 'i18next';
import { ApiError, UnreachableError } from './api-client.ts';

/** What a person is told about an error: the text of its code, never the server's own words. */
export function errorText(error: unknown, t: TFunction): string {
  if (error instanceof ApiError) return t(`errors.${error.code}`);
  return t(error instanceof UnreachableError ? 'problem.unreachable' : 'problem.unexpected');
}

/** What support needs to find the error in the log, where the server gave it. */
export const requestIdOf = (error: unknown): string | null =>
  error instanceof ApiError ? error.requestId : null;
