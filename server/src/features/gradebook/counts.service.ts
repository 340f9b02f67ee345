import type { ScoreAnswer } from '../../platform/lti/ports.ts';

/** Counts what became of scores since the process began. */
export function createCounts() {
  const answers: Record<ScoreAnswer['type'], number> = {
    stored: 0,
    notNewer: 0,
    refused: 0,
    busy: 0,
    unknown: 0,
  };
  let coalesced = 0;
  return {
    answer(type: ScoreAnswer['type']): void {
      answers[type] += 1;
    },
    coalesced(entries: number): void {
      coalesced += Math.max(0, entries);
    },
    figures: () => ({ answers: { ...answers }, coalesced }),
  };
}
