import express, { type Request, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { CALENDAR, UNSUBSCRIBE } from '../../contracts/paths.ts';
import { AppError } from '../../core/app-error.ts';
import { hashSecret } from '../../core/ids.ts';
import { sendPage } from '../lti/pages/send.ts';
import type { Page } from '../lti/pages/pages.ts';

/** What works by the secret in an address alone (DESIGN §4). */
export interface Links {
  unsubscribePage(
    secret: string,
    from: 'here' | 'everywhere' | null,
    language: string | undefined,
  ): Promise<Omit<Page, 'script'>>;
  calendar(secret: string): Promise<{ body: string; etag: string } | null>;
}

const MINUTE_MS = 60_000;
/** Per link: a calendar program asks every few minutes, a mail program once. */
const REQUESTS_PER_MINUTE = 60;

const keyOf = (request: Request): string => {
  const { key } = request.query;
  return typeof key === 'string' ? key : '';
};

/** Which button of the page was pressed; a mail program's one click (RFC 8058 §3.2) is about this course. */
function pressed(body: unknown): 'here' | 'everywhere' {
  const from: unknown = (body as { from?: unknown } | undefined)?.from;
  return from === 'everywhere' ? from : 'here';
}

/** The pages and files whose address is the right to them: `?key=…`, which no log holds. */
export function linkRouter(links: Links): Router {
  const router = Router();
  const limit = rateLimit({
    windowMs: MINUTE_MS,
    limit: REQUESTS_PER_MINUTE,
    legacyHeaders: false,
    keyGenerator: (request) => hashSecret(keyOf(request)),
    handler: (_request, _response, next) => next(new AppError('TOO_MANY_REQUESTS')),
  });

  router
    .route(UNSUBSCRIBE)
    .all(limit)
    .get(async (request, response) => {
      const page = await links.unsubscribePage(keyOf(request), null, request.headers['accept-language']);
      sendPage(response, { ...page, script: null }, { type: 'never' });
    })
    .post(express.urlencoded({ extended: false, limit: '4kb' }), async (request, response) => {
      const from = pressed(request.body);
      const page = await links.unsubscribePage(keyOf(request), from, request.headers['accept-language']);
      sendPage(response, { ...page, script: null }, { type: 'never' });
    });

  router.get(CALENDAR, limit, async (request, response) => {
    const calendar = await links.calendar(keyOf(request));
    if (!calendar) throw new AppError('NOT_FOUND', { kind: 'calendar' });
    const { body, etag } = calendar;
    response.set({ ETag: etag, 'Cache-Control': 'private, no-cache' });
    // Also for programs that ask with "no-cache", as many do: they hold this very calendar.
    if (request.headers['if-none-match']?.includes(etag)) {
      response.status(304).end();
      return;
    }
    response
      .set({
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'attachment; filename="deadlines.ics"',
      })
      .send(body);
  });
  return router;
}
