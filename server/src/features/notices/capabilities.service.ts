import type { CapabilityPurpose, CapabilitySecrets } from '../../core/capability.ts';
import type { Clock } from '../../core/clock.ts';
import { hashSecret, newId } from '../../core/ids.ts';
import type { Capability, CapabilityStore } from './capabilities.store.ts';

/** Whose address it is, and in which language they read. */
type Holder = Pick<Capability, 'scope' | 'memberId' | 'locale'>;

export type CapabilityService = ReturnType<typeof createCapabilityService>;

/** Secret addresses of members, each for one purpose; the database holds their hashes alone. */
export function createCapabilityService(
  store: CapabilityStore,
  secrets: CapabilitySecrets,
  publicUrl: string,
  clock: Clock,
) {
  function made(purpose: CapabilityPurpose, { scope, memberId, locale }: Holder): Capability {
    const serial = newId();
    const hash = hashSecret(secrets.secretOf(purpose, memberId, serial));
    return { scope, memberId, serial, hash, locale, since: clock.now() };
  }

  const secretOf = (purpose: CapabilityPurpose, { memberId, serial }: Capability): string =>
    secrets.secretOf(purpose, memberId, serial);

  const holds = (purpose: CapabilityPurpose, capability: Capability): boolean =>
    hashSecret(secretOf(purpose, capability)) === capability.hash;

  return {
    /** The address, if there is one; another installation secret than the one it was made by leaves none. */
    async find(
      purpose: CapabilityPurpose,
      memberId: string,
      path: string,
    ): Promise<{ url: string; since: Date } | null> {
      const found = await store.find(purpose, memberId);
      if (!found || !holds(purpose, found)) return null;
      return { url: `${publicUrl}${path}?key=${secretOf(purpose, found)}`, since: found.since };
    },

    /** The address, made if there is none. */
    async findOrMake(purpose: CapabilityPurpose, holder: Holder, path: string): Promise<string> {
      let capability = await store.findOrMake(purpose, made(purpose, holder));
      if (!holds(purpose, capability)) {
        capability = made(purpose, holder);
        await store.replace(purpose, capability);
      }
      return `${publicUrl}${path}?key=${secretOf(purpose, capability)}`;
    },

    /** Makes a new address; the old one stops working by the same write. */
    renew: (purpose: CapabilityPurpose, holder: Holder) => store.replace(purpose, made(purpose, holder)),

    revoke: store.remove,

    /** Whose address it is; null when the secret is unknown or revoked. */
    open: (purpose: CapabilityPurpose, secret: string) => store.findByHash(purpose, hashSecret(secret)),
  };
}
