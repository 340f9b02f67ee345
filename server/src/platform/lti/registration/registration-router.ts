import express, { type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import { ADMINISTRATION, LTI_CANVAS, LTI_REGISTER } from '../../../contracts/paths.ts';
import { newId } from '../../../core/ids.ts';
import { originsOf } from '../addresses.ts';
import { textParameters } from '../guard.ts';
import { LaunchRefusal } from '../launch-codes.ts';
import { chooseLocale } from '../pages/locale.ts';
import type { Page } from '../pages/pages.ts';
import { sendPage } from '../pages/send.ts';
import type { PageLocale } from '../pages/texts/index.ts';
import { canvasDeveloperKey } from './canvas-developer-key.ts';
import {
  checkInvitation,
  readParameters,
  registerPlatform,
  type RegistrationParameters,
  type RegistrationParts,
} from './register-platform.ts';
import { RegistrationRefusal } from './registration-codes.ts';
import { askPage, donePage, registrationProblemPage } from './registration-pages.ts';

/** People who set up a tool, not classes that open it. */
const REQUESTS_PER_MINUTE = 120;
const CANVAS_MAX_AGE_SECONDS = 300;

export interface RegistrationRouterParts extends RegistrationParts {
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** What a registration needs to know of its request. */
interface Visit {
  readonly requestId: string;
  readonly locale: PageLocale;
}

/** Dynamic registration (LTI Dynamic Registration 1.0), and the developer key that a Canvas administrator copies. */
export function createRegistrationRouter(parts: RegistrationRouterParts): express.Router {
  const router = express.Router();
  const limit = rateLimit({
    windowMs: 60_000,
    limit: REQUESTS_PER_MINUTE,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: { xForwardedForHeader: false, trustProxy: false },
    handler: (request, response) =>
      refuse(parts, response, visitOf(request), new RegistrationRefusal('TOO_MANY_REQUESTS'), null),
  });
  router.get(LTI_CANVAS, (_request, response) => {
    response.set('Cache-Control', `public, max-age=${CANVAS_MAX_AGE_SECONDS}`);
    response.json(canvasDeveloperKey(parts.publicUrl));
  });
  router.get(LTI_REGISTER, limit, async (request, response) => {
    await answer(parts, request, response, async (parameters, { locale }) => {
      const { label } = await checkInvitation(parts, parameters.invitation);
      const who = { host: hostOf(parameters), name: label };
      return askPage(locale, who, `${parts.publicUrl}${LTI_REGISTER}`, fieldsOf(parameters));
    });
  });
  router.post(
    LTI_REGISTER,
    limit,
    express.urlencoded({ extended: false, limit: '64kb' }),
    async (request, response) => {
      await answer(parts, request, response, async (parameters, { requestId, locale }) => {
        const platform = await registerPlatform(parts, parameters, requestId);
        const { platformId, issuer } = platform;
        parts.log.info(
          { event: 'registration.done', requestId, platformId, issuer },
          'a platform has registered',
        );
        return donePage(locale, platform, `${parts.publicUrl}${ADMINISTRATION}`);
      });
    },
  );
  return router;
}

function visitOf(request: Request): Visit {
  // Set by the application's request log; a router on its own makes one up.
  const id: unknown = (request as { id?: unknown }).id;
  return {
    requestId: typeof id === 'string' ? id : newId(),
    locale: chooseLocale([request.headers['accept-language']]),
  };
}

/** Text parameters in, and any failure ends in a page with a code. */
async function answer(
  parts: RegistrationRouterParts,
  request: Request,
  response: Response,
  step: (parameters: RegistrationParameters, visit: Visit) => Promise<Page>,
): Promise<void> {
  const visit = visitOf(request);
  let platformPage: string | null = null;
  try {
    const parameters = readParameters(parametersOf(request));
    platformPage = parameters.openidConfiguration;
    send(response, await step(parameters, visit), platformPage);
  } catch (error) {
    refuse(parts, response, visit, error, platformPage);
  }
}

function refuse(
  { log }: RegistrationRouterParts,
  response: Response,
  { requestId, locale }: Visit,
  error: unknown,
  platformPage: string | null,
): void {
  const refusal = refusalOf(error);
  const line = { event: 'registration.refused', code: refusal.code, requestId };
  if (refusal.code === 'REGISTRATION_FAILED') log.error({ ...line, err: error }, 'registration failed');
  else log.warn({ ...line, reason: refusal.values.reason }, 'registration refused');
  send(response, registrationProblemPage(locale, refusal, requestId), platformPage);
}

/**
 * The LMS frames these pages from a host that nobody has vouched for yet (of a Canvas school: not even its
 * configuration's). Whoever could frame them needs the invitation in the address, and with that needs no frame.
 */
const send = (response: Response, page: Page, platformPage: string | null): void =>
  sendPage(response, page, { type: 'inert', origins: originsOf([platformPage]) });

function parametersOf(request: Request): unknown {
  const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
  return textParameters(
    request.method === 'POST' ? request.body : new URLSearchParams(query),
    'LAUNCH_PARAMETERS',
  );
}

function refusalOf(error: unknown): RegistrationRefusal {
  if (error instanceof RegistrationRefusal) return error;
  const code = error instanceof LaunchRefusal ? 'REGISTRATION_PARAMETERS' : 'REGISTRATION_FAILED';
  return new RegistrationRefusal(code, {}, { cause: error });
}

const hostOf = ({ openidConfiguration }: RegistrationParameters): string =>
  URL.canParse(openidConfiguration) ? new URL(openidConfiguration).host : openidConfiguration.slice(0, 100);

const fieldsOf = ({ invitation, openidConfiguration, registrationToken }: RegistrationParameters) => ({
  invitation,
  openid_configuration: openidConfiguration,
  ...(registrationToken !== null && { registration_token: registrationToken }),
});
