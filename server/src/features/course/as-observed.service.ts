import type { Caller } from '../../platform/http/ports.ts';
import type { Member } from './member.domain.ts';

/** An observer with the eyes of a learner whom they observe, and with nobody's hands. */
export const asObserved = (caller: Caller, { id, role, readOnly, testUser, name }: Member): Caller => ({
  ...caller,
  member: { id, role, readOnly, testUser, name },
  can: () => false,
});
