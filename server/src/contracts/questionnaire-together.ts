/** What may be answered alone and then as a group: shared by server and client, so without zod. */
import { isAboutGroup, type Item } from './questionnaire-rules.ts';

interface Taken {
  readonly visibility: string;
  readonly items: readonly Item[];
  readonly draws?: readonly unknown[] | undefined;
  readonly repeat?: unknown;
  readonly check?: { readonly attempts: number } | undefined;
  readonly team?: unknown;
}

/** Why a questionnaire cannot be answered alone and then as a group; null: it can, or is not to be. */
export function findTeamFault({ visibility, items, draws = [], repeat, check, team }: Taken) {
  if (team === undefined) return null;
  if (visibility === 'anonymous') return 'TEAM_ANONYMOUS';
  if (repeat !== undefined) return 'TEAM_ROUNDS';
  if (draws.length > 0 || items.some(isAboutGroup)) return 'TEAM_ITEMS';
  if (items.some(({ kind }) => kind === 'file')) return 'TEAM_FILES';
  // Whoever has seen what the group says would answer alone no more.
  return (check?.attempts ?? 1) > 1 ? 'TEAM_ATTEMPTS' : null;
}
