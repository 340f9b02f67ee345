import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { LtijsProvider } from 'ltijs';
import type { Logger } from 'pino';
import { appPath, LTI_KEYS, LTI_LAUNCH, LTI_LOGIN } from '../../contracts/paths.ts';
import { newId } from '../../core/ids.ts';
import { isUnavailable } from '../database/errors.ts';
import { clearBrowserCookie, readBrowserCookie, setBrowserCookie } from './browser-cookie.ts';
import { isOwnRequest } from '../http/own-request.ts';
import { type Parameters, textParameters } from './guard.ts';
import {
  askPerson,
  confirmLaunch,
  type LaunchParts,
  type OpenedLaunch,
  proveLaunch,
  receiveLaunch,
} from './launch.ts';
import { LAUNCH_CODES, type LaunchCode, LaunchRefusal } from './launch-codes.ts';
import type { LaunchLog } from './launch-log.ts';
import { beginLogin } from './login.ts';
import { inertFraming, localeOfSetting, type PageSetting, verifiedFraming } from './page-setting.ts';
import {
  confirmPage,
  loginPage,
  newTabPage,
  type PlatformStorage,
  problemPage,
  storagePage,
} from './pages/pages.ts';
import { backScript } from './pages/scripts.ts';
import { sendJson, sendPage, sendRedirect } from './pages/send.ts';
import { KEYS_MAX_AGE_SECONDS } from './signing-keys.ts';

/** Steps of a launch whose browser could not be recognised at once. */
const CONTINUE = '/lti/continue';
const CONFIRM = '/lti/confirm';
const PROOF = '/lti/proof';

/** A lecture hall behind one address: 300 people, a handful of requests each, within a minute, with room to spare. */
const REQUESTS_PER_MINUTE = 6000;

export interface RouterParts extends LaunchParts {
  readonly launchLog: Pick<LaunchLog, 'note'>;
  readonly provider: LtijsProvider;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

type Step = (
  parameters: Parameters,
  setting: PageSetting,
  request: Request,
  response: Response,
) => Promise<void>;

/** The routes an LMS and its browsers use. Everything else below `/lti` is left to the application. */
export function createRouter(parts: RouterParts): express.Router {
  const router = express.Router();
  const limit = rateLimit({
    windowMs: 60_000,
    limit: REQUESTS_PER_MINUTE,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Which proxies are believed is the application's setting; the limiter need not judge it.
    validate: { xForwardedForHeader: false, trustProxy: false },
    handler: (request, response) =>
      refuse(parts, settingOf(request), response, new LaunchRefusal('TOO_MANY_REQUESTS')),
  });
  const form = (bytes: string): RequestHandler[] => [
    limit,
    express.urlencoded({ extended: false, limit: bytes }),
  ];
  const own = (step: Step): RequestHandler =>
    run(parts, 'LAUNCH_PARAMETERS', async (parameters, setting, request, response) => {
      if (!isOwnRequest(request.headers, parts.publicUrl))
        throw new LaunchRefusal('CONFIRMATION_FROM_ELSEWHERE');
      await step(parameters, setting, request, response);
    });

  router.get(LTI_KEYS, async (request, response) => await sendKeys(parts, request, response));
  const login = run(parts, 'LOGIN_PARAMETERS', loginStep(parts));
  router.route(LTI_LOGIN).get(limit, login).post(form('64kb'), login);
  const launch = run(parts, 'LAUNCH_PARAMETERS', launchStep(parts));
  router.route(LTI_LAUNCH).get(limit, launch).post(form('256kb'), launch);
  router.post(CONTINUE, form('4kb'), run(parts, 'LAUNCH_PARAMETERS', continueStep(parts)));
  router.post(
    CONFIRM,
    form('4kb'),
    own(async (parameters, setting, request, response) => {
      const opened = await confirmLaunch(parts, parameters, setting);
      sendOpened(parts, opened, parameters, setting, response, wantsJson(request));
    }),
  );
  router.post(
    PROOF,
    form('4kb'),
    own(async (parameters, setting, request, response) => {
      const opened = await proveLaunch(parts, parameters, setting);
      sendOpened(parts, opened, parameters, setting, response, wantsJson(request));
    }),
  );
  router.use([LTI_LOGIN, LTI_LAUNCH, CONTINUE, CONFIRM, PROOF], bodyRefused(parts));
  return router;
}

/** Wraps a step: text parameters in, and any failure ends in a page with a code. */
function run(parts: RouterParts, wrongParameters: LaunchCode, step: Step): RequestHandler {
  return async (request, response) => {
    const setting = settingOf(request);
    try {
      const source: unknown =
        request.method === 'POST'
          ? request.body
          : new URLSearchParams(request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '');
      await step(textParameters(source, wrongParameters), setting, request, response);
    } catch (error) {
      refuse(parts, setting, response, error);
    }
  };
}

const loginStep =
  (parts: RouterParts): Step =>
  async (parameters, setting, _request, response) => {
    const login = await beginLogin(parts, parameters, setting);
    const cookie = setBrowserCookie(login.state, login.secret, parts.publicUrl);
    const storage = storageOf(setting, login);
    if (storage === null) return sendRedirect(response, 302, login.authorizationUrl, [cookie]);
    const page = loginPage(localeOfSetting(setting), storage, login.secret, login.authorizationUrl);
    sendPage(response, page, inertFraming(setting), [cookie]);
  };

const launchStep =
  (parts: RouterParts): Step =>
  async (parameters, setting, request, response) => {
    // Canvas may come back by GET with an error; anything else without a form is somebody who typed the address.
    if (request.method === 'GET' && parameters.error === undefined)
      throw new LaunchRefusal('LAUNCH_NOT_POSTED');
    const secretOf = (state: string): string | null => readBrowserCookie(request.headers.cookie, state);
    const launch = await receiveLaunch(parts, parameters, secretOf, setting);
    if (launch.type === 'opened') return sendOpened(parts, launch, parameters, setting, response);
    const { state, ticket } = launch;
    const locale = localeOfSetting(setting);
    const carried = {
      state,
      ticket,
      continueUrl: `${parts.publicUrl}${CONTINUE}`,
      proofUrl: `${parts.publicUrl}${PROOF}`,
    };
    const storage = storageOf(setting, launch);
    parts.log.info(
      { event: 'launch.unproven', requestId: setting.requestId, storage: storage !== null },
      'launch waits for its browser',
    );
    const page =
      storage === null
        ? newTabPage(locale, carried, setting.requestId)
        : storagePage(locale, storage, carried, setting.requestId);
    sendPage(response, page, verifiedFraming(setting));
  };

const continueStep =
  (parts: RouterParts): Step =>
  async (parameters, setting, _request, response) => {
    const who = await askPerson(parts, parameters, setting);
    const { state = '', ticket = '' } = parameters;
    const page = confirmPage(
      localeOfSetting(setting),
      who,
      { state, ticket },
      `${parts.publicUrl}${CONFIRM}`,
    );
    sendPage(response, page, { type: 'never' });
  };

/** @param asJson for the script of a page of ours, which then goes there in the place of its page. */
function sendOpened(
  parts: RouterParts,
  launch: OpenedLaunch,
  { state = '' }: Parameters,
  setting: PageSetting,
  response: Response,
  asJson = false,
): void {
  parts.launchLog.note({ code: null, ...notedOf(setting) });
  const location = `${appPath(launch.deploymentKey)}#code=${launch.code}`;
  const cookies = [clearBrowserCookie(state, parts.publicUrl)];
  if (asJson) sendJson(response, { location }, cookies);
  else sendRedirect(response, 303, location, cookies);
}

const wantsJson = ({ headers }: Request): boolean => headers.accept === 'application/json';

/** The platform's storage for one login, where the LMS offered a frame for it. */
function storageOf(
  { platform }: PageSetting,
  { state, storageTarget }: { state: string; storageTarget: string | null },
): PlatformStorage | null {
  if (storageTarget === null || platform === null) return null;
  // LTI platform storage: the frame has the origin of the authorization endpoint, and no other may read.
  return {
    target: storageTarget,
    origin: new URL(platform.authorizationEndpoint).origin,
    key: `roundtable_${state.slice(0, 16)}`,
  };
}

async function sendKeys({ directory }: RouterParts, request: Request, response: Response): Promise<void> {
  const { body, etag } = await directory.publicKeys();
  response.setHeader('Cache-Control', `public, max-age=${KEYS_MAX_AGE_SECONDS}`);
  response.setHeader('ETag', etag);
  if (request.headers['if-none-match'] === etag) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', 'application/jwk-set+json');
  response.end(body);
}

/** What the body parser refuses, by a `type` of its own: too large, too many fields, an unknown encoding. */
function bodyRefused(parts: RouterParts): ErrorRequestHandler {
  return (error: { type?: unknown }, request, response, next) => {
    if (error.type === undefined) return next(error);
    const tooLarge = error.type === 'entity.too.large' || error.type === 'parameters.too.many';
    const code = tooLarge ? 'BODY_TOO_LARGE' : 'LAUNCH_PARAMETERS';
    refuse(parts, settingOf(request), response, new LaunchRefusal(code, {}, { cause: error }));
  };
}

function settingOf(request: Request): PageSetting {
  // Set by the application's request log; a router on its own makes one up.
  const id: unknown = (request as { id?: unknown }).id;
  const requestId = typeof id === 'string' || typeof id === 'number' ? String(id) : newId();
  const wishes = [request.headers['accept-language']];
  return {
    requestId,
    platform: null,
    deployment: null,
    claimedOrigins: [],
    returnUrl: null,
    goesBack: 0,
    wishes,
  };
}

const notedOf = ({ requestId, platform, deployment }: PageSetting) => ({
  requestId,
  platformId: platform?.id ?? null,
  deploymentId: deployment?.deploymentId ?? null,
});

function refuse(
  { log, launchLog }: RouterParts,
  setting: PageSetting,
  response: Response,
  error: unknown,
): void {
  const { requestId, platform } = setting;
  const refusal =
    error instanceof LaunchRefusal ? error : new LaunchRefusal(codeOf(error), {}, { cause: error });
  const line = { event: 'launch.refused', code: refusal.code, requestId, platformId: platform?.id };
  if (LAUNCH_CODES[refusal.code].status === 500) log.error({ ...line, err: error }, 'launch failed');
  else log.warn(line, 'launch refused');
  const { code, values } = refusal;
  const noted = notedOf(setting);
  launchLog.note({ code, ...noted, deploymentId: noted.deploymentId ?? values.deployment ?? null });
  const page = problemPage(localeOfSetting(setting), code, requestId, values, setting.returnUrl);
  sendPage(response, { ...page, script: backScript(setting.goesBack) }, inertFraming(setting));
}

const codeOf = (error: unknown): LaunchCode =>
  isUnavailable(error) || (error as { code?: unknown }).code === 'DATABASE_UNAVAILABLE'
    ? 'DATABASE_UNAVAILABLE'
    : 'INTERNAL';
