import type * as contract from '../../server/src/contracts/peer-review-comparative.ts';

export const COMPARISON = { lowestPercent: 50, highestPercent: 100 };
export const SETTINGS = {
  reviewsPerLearner: 4,
  comparison: COMPARISON,
  criteria: [
    { id: 'content', title: 'Content', description: '', points: 10 },
    { id: 'style', title: 'Style', description: '', points: 5 },
    {
      id: 'aside',
      title: 'Aside',
      description: '',
      points: 0,
      kind: { type: 'comment' },
      comment: { need: 'optional', minimum: 0, prompts: false },
    },
  ],
  columns: { kind: 'total', workPercent: 80, reviewingPercent: 20 },
};

export const bodyOf = (better: 'left' | 'right', expectedRevision = 0) => ({
  choices: ['content', 'style'].map((criterionId) => ({ criterionId, better })),
  leftComment: 'To the left one.',
  rightComment: 'To the right one.',
  expectedRevision,
});
/** Works say their number, and everybody finds the higher one better. */
export const numberOf = (work: contract.ComparisonView['left']): number =>
  Number(/\d+/.exec(JSON.stringify(work.text).replaceAll(/"[a-zA-Z]+":/g, ''))?.[0]);
