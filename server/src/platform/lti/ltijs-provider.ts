import { createRequire } from 'node:module';
import ltijs, { type LtijsDatabase, type LtijsProvider } from 'ltijs';

/**
 * An ltijs instance of our own. `deploy()` is never called: with `serverless` it only opens the database, and it would
 * add a SIGINT handler that ends the process before requests are drained.
 */
export function createProvider(encryptionKey: string, database: LtijsDatabase): LtijsProvider {
  const Provider = ltijs.Provider.constructor as new () => LtijsProvider;
  return new Provider().setup(
    encryptionKey,
    { plugin: database },
    {
      appRoute: '/launch',
      loginRoute: '/login',
      keysetRoute: '/keys',
      ltiaas: true,
      cors: false,
      devMode: false,
      tokenMaxAge: false,
      cookies: { secure: true, sameSite: 'None' },
    },
  );
}

/** A login in the words of LTI 1.3 §5.1.1: text only, checked by the guard. */
export interface LoginParameters {
  readonly iss: string;
  readonly client_id: string;
  readonly login_hint: string;
  readonly lti_message_hint?: string;
  readonly lti_deployment_id?: string;
  /** ltijs makes it the redirect_uri: always our registered launch address. */
  readonly target_link_uri: string;
}

interface LtijsRequest {
  ltiAdvantageLogin(parameters: object, platform: object, state: string): Promise<Record<string, string>>;
}

const ltijsRequest = createRequire(import.meta.url)('ltijs/dist/Utils/Request.js') as LtijsRequest;

/**
 * Lets ltijs build the authentication request (LTI 1.3 security framework §5.1.1.2) of a state that we have drawn. Its
 * login route is not used: it would pass each login through an Express 4 application of its own, whose cookie, headers
 * and state must not reach the browser.
 *
 * @returns the parameters for the platform's authorization endpoint.
 */
export async function authenticationRequest(
  provider: LtijsProvider,
  parameters: LoginParameters,
  state: string,
): Promise<URLSearchParams> {
  const platform = await provider.getPlatform(parameters.iss, parameters.client_id);
  if (platform === false) throw new Error('ltijs does not find a platform that the directory has');
  return new URLSearchParams(await ltijsRequest.ltiAdvantageLogin(parameters, platform, state));
}
