import { createHmac, hkdfSync } from 'node:crypto';

/** What an address that works without a session is for: one thing each. */
export type CapabilityPurpose = 'calendar' | 'unsubscribe';

/** Makes the secrets of capability addresses. */
export interface CapabilitySecrets {
  /**
   * The secret of one holder for one purpose: always the same for the same `serial`, so that an address can be shown
   * again although only its hash is stored. A new serial makes a new secret, and revokes the old one.
   */
  secretOf(purpose: CapabilityPurpose, memberId: string, serial: string): string;
}

/** @param secretKey the installation's secret; without it the database tells nobody an address */
export function createCapabilitySecrets(secretKey: Buffer): CapabilitySecrets {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'roundtable capability', 32));
  return {
    secretOf: (purpose, memberId, serial) =>
      createHmac('sha256', key).update(`${purpose}/${memberId}/${serial}`).digest('base64url'),
  };
}
