import type { ErrorCode } from '../contracts/errors.ts';

/** What an error may tell its reader beside its code: short, safe to show, JSON. */
export type ErrorDetails = Record<string, string | number | boolean | null | string[]>;

/**
 * An error a person or program can act on. `code` decides the HTTP status (`contracts/errors.ts`) and the
 * translated text in the client; `details` fill that text. Anything else that is thrown is answered as INTERNAL.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}

/** @returns null where what is asked for is refused. @throws what is no refusal */
export const unlessRefused = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
