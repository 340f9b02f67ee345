/** The platform's signing keys, and tokens signed well or badly on purpose. */
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomBytes,
  sign,
} from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { Json } from './profiles/profile.ts';

/** Which key signs: the platform's, a stranger's, the platform's public key as an HMAC secret, or nothing. */
export type SigningKey = 'own' | 'foreign' | 'public-as-hmac' | 'none';

interface Key {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

const generate = promisify(generateKeyPair);

async function makeKey(): Promise<Key> {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength: 2048 });
  return { kid: randomBytes(10).toString('hex'), privateKey, publicKey };
}

function fromJwk(jwk: Json): Key {
  const privateKey = createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' });
  return { kid: String(jwk['kid']), privateKey, publicKey: createPublicKey(privateKey) };
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export class KeyRing {
  /** Newest first; only the first signs, the others are still published. */
  private keys: Key[];
  private stranger: Key | undefined;
  private readonly store: Json[];

  private constructor(keys: Key[], store: Json[]) {
    this.keys = keys;
    this.store = store;
    this.save();
  }

  /** @param store private keys as JWK, newest first; kept up to date by the ring */
  static async open(store: Json[]): Promise<KeyRing> {
    return new KeyRing(store.length > 0 ? store.map(fromJwk) : [await makeKey()], store);
  }

  private save(): void {
    const jwks = this.keys.map(({ kid, privateKey }) => ({ ...privateKey.export({ format: 'jwk' }), kid }));
    this.store.splice(0, this.store.length, ...jwks);
  }

  /** Signs with a new key from now on; without `overlap` the old ones disappear from the JWKS at once. */
  async rotate(overlap: boolean): Promise<void> {
    this.keys = [await makeKey(), ...(overlap ? this.keys : [])];
    this.save();
  }

  jwks(): { keys: Json[] } {
    return {
      keys: this.keys.map(({ kid, publicKey }) => {
        const { kty, n, e } = publicKey.export({ format: 'jwk' });
        return { kty, alg: 'RS256', kid, e, n, use: 'sig' };
      }),
    };
  }

  private current(): Key {
    const [key] = this.keys;
    if (!key) throw new Error('the key ring is empty');
    return key;
  }

  /**
   * A compact JWS. The header can say anything and the key can be wrong, since the tool has to refuse such tokens;
   * hence not by a library, which would rightly decline.
   */
  async sign(
    claims: Json,
    key: SigningKey = 'own',
    header: (header: Json) => Json = (same) => same,
  ): Promise<string> {
    const { kid, privateKey, publicKey } = this.current();
    const alg = { own: 'RS256', foreign: 'RS256', 'public-as-hmac': 'HS256', none: 'none' }[key];
    const input = `${base64url(header({ typ: 'JWT', alg, kid }))}.${base64url(claims)}`;
    if (key === 'none') return `${input}.`;
    if (key === 'public-as-hmac') {
      const secret = publicKey.export({ type: 'spki', format: 'pem' });
      return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
    }
    if (key === 'foreign') this.stranger ??= await makeKey();
    const signer = key === 'foreign' && this.stranger ? this.stranger.privateKey : privateKey;
    return `${input}.${sign('sha256', Buffer.from(input), signer).toString('base64url')}`;
  }
}
