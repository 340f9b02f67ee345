import { z } from 'zod';
import { isPlatformAddress } from '../addresses.ts';
import { type OfferedMessage, speaksFor } from '../quirks/index.ts';
import type { RegistrationCode } from './registration-codes.ts';

/** What a platform's OpenID configuration offers (LTI Dynamic Registration 1.0 §3.4), as far as the tool uses it. */
export interface PlatformOffer {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly jwksUri: string;
  readonly registrationEndpoint: string;
  readonly authorizationServer: string | null;
  /** Empty where the platform does not say. */
  readonly scopes: readonly string[];
  readonly claims: readonly string[];
  readonly messages: readonly OfferedMessage[];
  readonly family: string | null;
  /** The origin that the configuration was read from. */
  readonly origin: string;
}

export interface OfferRefused {
  readonly code: RegistrationCode;
  readonly values: Readonly<Record<string, string>>;
}

const PLATFORM = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

const texts = z.array(z.string().max(500)).max(1000).catch([]);

/** What must be there and be right; of the rest, what is of a wrong type counts as absent. */
const schemaOf = (loopbackHttpAllowed: boolean) => {
  const address = z
    .string()
    .max(2000)
    .refine((value) => isPlatformAddress(value, loopbackHttpAllowed));
  return z.object({
    issuer: address,
    authorization_endpoint: address,
    token_endpoint: address,
    jwks_uri: address,
    registration_endpoint: address,
    authorization_server: z.string().min(1).max(255).nullable().catch(null),
    scopes_supported: texts,
    claims_supported: texts,
    [PLATFORM]: z
      .object({
        product_family_code: z.string().min(1).max(100).nullable().catch(null),
        messages_supported: z
          .array(z.object({ type: z.string().max(100), placements: texts }))
          .max(100)
          .catch([]),
      })
      .catch({ product_family_code: null, messages_supported: [] }),
  });
};

/**
 * Judges a configuration. Its issuer must be of the host that it was read from, and its registration endpoint too, so
 * that nobody can register a platform in another's name; hosts that are known to speak for an issuer count as its own.
 */
export function judgeConfiguration(
  body: string,
  configurationUrl: string,
  loopbackHttpAllowed: boolean,
): PlatformOffer | OfferRefused {
  const parsed = schemaOf(loopbackHttpAllowed).safeParse(parseJson(body));
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '');
    return { code: 'CONFIGURATION_UNREADABLE', values: { field: field === '' ? 'JSON' : field } };
  }
  const { data } = parsed;
  const source = new URL(configurationUrl);
  const speaks = ({ host, hostname }: URL): boolean =>
    host === new URL(data.issuer).host || speaksFor(data.issuer, hostname);
  if (!speaks(source)) {
    return { code: 'CONFIGURATION_ISSUER_FOREIGN', values: { issuer: data.issuer, host: source.host } };
  }
  const endpoint = new URL(data.registration_endpoint);
  if (endpoint.host !== source.host && !speaks(endpoint)) {
    return { code: 'CONFIGURATION_ENDPOINT_FOREIGN', values: { host: endpoint.host } };
  }
  return {
    issuer: data.issuer,
    authorizationEndpoint: data.authorization_endpoint,
    tokenEndpoint: data.token_endpoint,
    jwksUri: data.jwks_uri,
    registrationEndpoint: data.registration_endpoint,
    authorizationServer: data.authorization_server,
    scopes: data.scopes_supported,
    claims: data.claims_supported,
    messages: data[PLATFORM].messages_supported,
    family: data[PLATFORM].product_family_code,
    origin: source.origin,
  };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // An HTML page, or nested so deeply that the parser gives up: no configuration either way.
    return null;
  }
}
