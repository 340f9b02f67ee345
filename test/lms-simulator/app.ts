import express from 'express';
import type { Express, Request, RequestHandler, Response } from 'express';
import {
  createLineItem,
  deleteLineItem,
  listLineItems,
  readLineItem,
  updateLineItem,
} from './ags/line-items.ts';
import { listResults } from './ags/results.ts';
import { receiveScore } from './ags/scores.ts';
import { bodyText, formBody, jsonAnswer, query, ServiceError } from './platform.ts';
import type { Platform } from './platform.ts';
import type { EndpointKind, Fault } from './misbehaviour.ts';
import { listGroupMembers, listGroups, listGroupSets, listMembers } from './nrps.ts';
import { readNoticeHandlers, setNoticeHandler } from './notices.ts';
import { authorize, AuthorizationError } from './oidc.ts';
import type { Answer } from './profiles/profile.ts';
import { openidConfiguration, registerDynamically } from './registration.ts';
import { tokenEndpoint } from './token.ts';
import { formPostPage } from './web/form-post.ts';
import { addPages } from './web/routes.ts';

type Endpoint = (platform: Platform, request: Request) => Answer | Promise<Answer>;

function send(response: Response, { status, contentType, headers, body }: Answer): void {
  response.status(status).set(headers ?? {});
  if (contentType !== undefined) response.setHeader('Content-Type', contentType);
  // As bytes: with a string, Node would encode the header's Latin-1 once more.
  response.end(Buffer.from(body));
}

/** Runs an endpoint; a refusal is worded by the profile. */
const serve =
  (platform: Platform, endpoint: Endpoint): RequestHandler =>
  async (request, response) => {
    try {
      const answer = await endpoint(platform, request);
      const change = response.locals['change'] as Fault['change'];
      send(response, change?.(answer, request.originalUrl) ?? answer);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const facts = {
        method: request.method,
        url: request.originalUrl,
        accept: request.get('accept') ?? '',
        contentType: request.get('content-type') ?? '',
      };
      send(response, platform.profile.error(error.status, error.message, facts));
    }
  };

/** Notes every request and its outcome. */
const logRequests =
  ({ log }: Platform): RequestHandler =>
  (request, response, next) => {
    const entry = log.add({
      at: Date.now(),
      method: request.method,
      path: request.originalUrl,
      body: bodyText(request),
      contentType: request.get('content-type') ?? '',
      status: 0,
    });
    response.locals['logged'] = entry;
    response.once('finish', () => {
      entry.status = response.statusCode;
    });
    next();
  };

function addLaunchRoutes(app: Express, platform: Platform): void {
  const answer = async (parameters: URLSearchParams, response: Response): Promise<void> => {
    try {
      response.type('html').send(formPostPage(await authorize(platform, parameters)));
    } catch (error) {
      if (!(error instanceof AuthorizationError)) throw error;
      response.status(400).json({ status: 'bad_request', message: error.message });
    }
  };
  const { authorization } = platform.profile.paths;
  app.get(authorization, (request, response) => answer(query(request), response));
  app.post(authorization, (request, response) => answer(formBody(request), response));
}

function addServiceRoutes(app: Express, platform: Platform): void {
  const { paths } = platform.profile;
  const route = (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string | undefined,
    kind: EndpointKind,
    endpoint: Endpoint,
  ): void => {
    if (path !== undefined)
      app[method](path, platform.misbehaviour.middleware(kind), serve(platform, endpoint));
  };
  route('get', paths.jwks, 'jwks', ({ keys }) => jsonAnswer(200, keys.jwks()));
  route('post', paths.token, 'token', tokenEndpoint);
  route('post', `${paths.lineItem}/scores`, 'scores', receiveScore);
  route('get', `${paths.lineItem}/results`, 'results', listResults);
  route('get', paths.lineItems, 'lineitems', listLineItems);
  route('post', paths.lineItems, 'lineitems', createLineItem);
  route('get', paths.lineItem, 'lineitems', readLineItem);
  route('put', paths.lineItem, 'lineitems', updateLineItem);
  route('delete', paths.lineItem, 'lineitems', deleteLineItem);
  route('get', paths.memberships, 'memberships', listMembers);
  route('get', paths.groupMemberships, 'memberships', listGroupMembers);
  route('get', paths.groups, 'memberships', listGroups);
  route('get', paths.groupSets, 'memberships', listGroupSets);
  app.get(paths.openidConfiguration, serve(platform, openidConfiguration));
  app.post(paths.registration, serve(platform, registerDynamically));
  if (paths.notices !== undefined) {
    app.get(paths.notices, serve(platform, readNoticeHandlers));
    app.put(paths.notices, serve(platform, setNoticeHandler));
  }
}

export function makeApp(platform: Platform): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(express.text({ type: () => true, limit: '2mb' }));
  app.use(logRequests(platform));
  addLaunchRoutes(app, platform);
  addServiceRoutes(app, platform);
  addPages(app, platform);
  return app;
}
