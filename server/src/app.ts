import { createHash } from 'node:crypto';
import express, { type Express, type Router } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { FILE_CHUNK_BYTES, RICH_TEXT_NODES_MAX, SUBMISSION_TEXT_MAX } from './contracts/limits.ts';
import { API } from './contracts/paths.ts';
import { AppError } from './core/app-error.ts';
import type { Clock } from './core/clock.ts';
import { newId } from './core/ids.ts';
import { apiRouter } from './platform/http/api-router.ts';
import { clientPages, type FrameRules } from './platform/http/client-pages.ts';
import { errorHandler } from './platform/http/errors.ts';
import { openApiDocument } from './platform/http/openapi.ts';
import type { AdministratorSessions, Bearers } from './platform/http/ports.ts';
import type { Route } from './platform/http/route.ts';
import { type Logger, pathOf } from './platform/log/log.ts';
import type { Metrics } from './platform/metrics.ts';

export interface AppDependencies {
  readonly log: Logger;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly trustProxy: number;
  readonly clientDirectory: string;
  readonly bearers: Bearers;
  readonly administrators: AdministratorSessions;
  readonly routes: readonly Route[];
  /** `/lti/…`, with its own guard, limits and headers. */
  readonly ltiRouter: Router;
  /** What works by the secret in an address alone. */
  readonly linkRouter: Router;
  /** Contents of files, by capability, with its own limits and headers. */
  readonly fileContents: Router;
  readonly frameRules: FrameRules;
  readonly metrics: Metrics;
  /** Resolves when the server can serve; rejects with what is missing. */
  ready(): Promise<void>;
}

const MINUTE_MS = 60_000;
/** Per bearer: a person with autosave and a table of 300 learners stays far below. */
const REQUESTS_PER_MINUTE = 600;
/** Per address without a bearer: a school of 5,000 that opens its activities at once, from behind one address. */
const ANONYMOUS_PER_MINUTE = 6_000;
/** A text of the longest allowed length, each character escaped, fits, with its nodes. */
const BODY_LIMIT = SUBMISSION_TEXT_MAX * 6 + RICH_TEXT_NODES_MAX * 100;

/** The Express application. Never listens, never reads the environment. */
export function makeApp(dependencies: AppDependencies): Express {
  const { log, publicUrl } = dependencies;
  const app = express();
  app.disable('x-powered-by');
  // What the API answers is kept nowhere, so nobody asks by it; files of the build have their own.
  app.disable('etag');
  app.set('trust proxy', dependencies.trustProxy);
  app.set('query parser', 'simple');
  app.use(
    pinoHttp({
      logger: log,
      genReqId: (_request, response) => {
        const id = newId();
        response.setHeader('X-Request-Id', id);
        return id;
      },
      serializers: {
        req: (request: { id: string; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          path: pathOf(request.url),
        }),
        res: (response: { statusCode: number }) => ({ statusCode: response.statusCode }),
      },
      customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'debug'),
    }),
  );
  app.use(dependencies.metrics.middleware);
  app.use(
    helmet({
      // Pages are framed by the LMS and opened by it: each page sets its own policy.
      contentSecurityPolicy: false,
      crossOriginOpenerPolicy: false,
      frameguard: false,
      referrerPolicy: { policy: 'no-referrer' },
      hsts: publicUrl.startsWith('https:'),
    }),
  );

  app.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.get('/readyz', async (_request, response) => {
    await dependencies.ready();
    response.json({ status: 'ready' });
  });
  app.use(dependencies.ltiRouter);
  app.use(dependencies.linkRouter);
  app.use(dependencies.fileContents);
  app.use(clientPages(dependencies.clientDirectory, dependencies.frameRules));
  app.use(API, apiMiddleware(dependencies));
  app.use((_request, _response, next) => next(new AppError('NOT_FOUND')));
  app.use(errorHandler(log));
  return app;
}

function apiMiddleware({ bearers, administrators, clock, publicUrl, routes }: AppDependencies): Router {
  const api = express.Router();
  // Half a second of work that few installations ever need.
  let document: ReturnType<typeof openApiDocument> | undefined;
  api.use(
    rateLimit({
      windowMs: MINUTE_MS,
      limit: (request) => (request.headers.authorization ? REQUESTS_PER_MINUTE : ANONYMOUS_PER_MINUTE),
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      // A school's learners share an address, so a person is counted by the bearer.
      keyGenerator: (request) =>
        createHash('sha256')
          .update(request.headers.authorization ?? ipKeyGenerator(request.ip ?? ''))
          .digest('base64'),
      handler: (_request, _response, next) => next(new AppError('TOO_MANY_REQUESTS')),
    }),
  );
  api.get('/openapi.json', (_request, response) => {
    document ??= openApiDocument(
      routes.map((route) => route.endpoint),
      publicUrl,
    );
    response.json(document);
  });
  api.use(express.json({ limit: BODY_LIMIT }));
  api.use(express.raw({ limit: FILE_CHUNK_BYTES }));
  api.use(apiRouter({ routes, bearers, administrators, clock, publicUrl }));
  return api;
}
