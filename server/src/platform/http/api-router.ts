import { type NextFunction, type Request as HttpRequest, type Response, Router } from 'express';
import type { z } from 'zod';
import type { Endpoint } from '../../contracts/endpoint.ts';
import { SESSION_SECONDS } from '../../contracts/limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { can } from '../../core/permissions.ts';
import { type AdministratorCookie, administratorCookie } from './administrator-cookie.ts';
import { EventStream } from './event-stream.ts';
import { isOwnRequest } from './own-request.ts';
import type {
  AdministratorCaller,
  AdministratorSessions,
  Bearers,
  Caller,
  ConsoleCookie,
  PublicCaller,
} from './ports.ts';
import { requestIdOf } from './request-id.ts';
import type { Request, Route } from './route.ts';

export interface ApiRouterOptions {
  readonly routes: readonly Route[];
  readonly bearers: Bearers;
  readonly administrators: AdministratorSessions;
  readonly clock: Clock;
  readonly publicUrl: string;
}

/** Mounts the routes: bearer or console cookie, permission, contract, service, in this order, the same for all. */
export function apiRouter(options: ApiRouterOptions): Router {
  const { routes, bearers, clock, publicUrl } = options;
  const router = Router();
  const cookie = administratorCookie(publicUrl);
  /** By the first part of their paths: a request is compared with few of hundreds of routes. */
  const groups = new Map<string, Router>();

  async function callerOf(
    request: HttpRequest,
    response: Response,
    endpoint: Endpoint,
  ): Promise<(Caller | AdministratorCaller | PublicCaller) & { readonly bearerEndsAt?: Date }> {
    const requestId = requestIdOf(request);
    const consoleCookie = cookieOf(response, cookie, clock);
    if (endpoint.permission === 'public') return { requestId, consoleCookie };
    if (endpoint.permission === 'administrator') {
      // A cookie comes along with whatever a browser is made to send, so what changes something must say where from.
      if (endpoint.method !== 'get' && !isOwnRequest(request.headers, publicUrl))
        throw new AppError('FOREIGN_REQUEST');
      return await authenticateAdministrator(options, cookie.read(request.headers.cookie), {
        requestId,
        consoleCookie,
      });
    }
    const grace = endpoint.takesExpiredBearer ? SESSION_SECONDS : 0;
    const caller = await authenticate(request, bearers, clock.now(), grace, requestId);
    if (!caller.can(endpoint.permission))
      throw new AppError('FORBIDDEN', { permission: endpoint.permission });
    return caller;
  }

  for (const { endpoint, serve } of routes) {
    const name = firstPartOf(endpoint.path);
    const group = groups.get(name) ?? Router();
    groups.set(name, group);
    group[endpoint.method](endpoint.path, async (request: HttpRequest, response: Response) => {
      const caller = await callerOf(request, response, endpoint);
      const answer = await serve({
        caller,
        params: parse('params', endpoint.params, request.params),
        query: parse('query', endpoint.query, request.query),
        body: parse('body', endpoint.body, request.body),
      } as Request<Endpoint>);
      if (answer instanceof EventStream) answer.open(response, caller.bearerEndsAt ?? clock.now());
      else response.set('Cache-Control', 'no-store').json(answer);
    });
  }
  router.use((request: HttpRequest, response: Response, next: NextFunction) => {
    const group = groups.get(firstPartOf(request.path));
    if (group) group(request, response, next);
    else next();
  });
  router.use((_request: HttpRequest, _response: Response, next: NextFunction) =>
    next(new AppError('NOT_FOUND')),
  );
  return router;
}

/** Letters count as the same in both cases, as in the rest of a path. */
const firstPartOf = (path: string): string => (path.split('/', 2)[1] ?? '').toLowerCase();

const cookieOf = (response: Response, cookie: AdministratorCookie, clock: Clock): ConsoleCookie => ({
  set(secret, expiresAt) {
    const seconds = Math.floor((expiresAt.getTime() - clock.now().getTime()) / 1000);
    response.append('Set-Cookie', cookie.write(secret, seconds));
  },
  clear: () => void response.append('Set-Cookie', cookie.clear()),
});

async function authenticateAdministrator(
  { administrators }: ApiRouterOptions,
  secret: string | null,
  request: PublicCaller,
): Promise<AdministratorCaller> {
  const session = secret === null ? null : await administrators.find(secret);
  if (secret === null || session === null) throw new AppError('ADMINISTRATOR_NEEDED');
  const { administrator } = session;
  if (session.renewed) request.consoleCookie.set(secret, session.expiresAt);
  const actor = { kind: 'administrator', administratorId: administrator.id } as const;
  return { ...request, administrator, session, actor };
}

async function authenticate(
  request: HttpRequest,
  bearers: Bearers,
  now: Date,
  graceSeconds: number,
  requestId: string,
): Promise<Caller & { readonly bearerEndsAt: Date }> {
  const [scheme, bearer] = (request.headers.authorization ?? '').split(' ');
  if (scheme !== 'Bearer' || !bearer) throw new AppError('UNAUTHENTICATED');
  const claims = await bearers.verify(bearer, now, graceSeconds);
  const { courseId, platformId, deploymentId, memberId, launchId, role, readOnly, testUser, name } = claims;
  return {
    scope: { courseId, platformId, deploymentId },
    member: { id: memberId, role, readOnly, testUser, name },
    launchId,
    requestId,
    bearerEndsAt: claims.expiresAt,
    actor: { kind: 'member', memberId, role },
    can: (permission) => can({ role, readOnly }, permission),
  };
}

function parse(part: 'params' | 'query' | 'body', schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  // An id of the wrong form names nothing there is.
  if (part === 'params') throw new AppError('NOT_FOUND');
  throw new AppError('BAD_REQUEST', {
    issues: parsed.error.issues
      .slice(0, 20)
      .map((issue) => `${[part, ...issue.path].join('.')}: ${issue.message}`),
  });
}
