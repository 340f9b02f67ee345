/** Texts of questionnaires that open again. */
export const rounds = {
  label: 'Opens again',
  once: 'No',
  weekly: 'Every week',
  spaced: 'After 30, 90 and 180 days',
  times: 'Number of rounds',
  days: 'Days that a round is open',
  zone: 'Each round opens at the same time of day ({{zone}}), and everybody can answer once in it.',
  fixed: 'Rounds that are published stay as they are, since answers belong to them.',
  beginning: 'Say when the first round opens.',
  next: 'The next round opens {{when}}.',
  round: 'Round',
  roundOf: 'Round {{n}} ({{when}})',
  trend: 'From round to round: {{question}}',
  scores: 'Scores from round to round',
  mean: 'Mean',
} as const;
