import type { Answers } from '../../../../server/src/contracts/questionnaire-rules.ts';

/** What others have answered, with what one has changed oneself on top: an answer that only they have changed stays. */
export function merged(base: Answers, theirs: Answers, mine: Answers): Answers {
  const result = { ...theirs };
  for (const id of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    if (JSON.stringify(base[id]) === JSON.stringify(mine[id])) continue;
    const answer = mine[id];
    if (answer === undefined) delete result[id];
    else result[id] = answer;
  }
  return result;
}
