/** Who knows whom in a peer review, for those who set it up. */
export const anonymity = {
  label: 'Who knows whom',
  nobodyKnows: 'Nobody knows',
  nobodyKnowsHint:
    'Authors and reviewers appear as “Work A” and “Reviewer 1”. Names of authors in files’ properties are removed.',
  authorsKnown: 'Authors do not know their reviewers',
  authorsKnownHint:
    'Reviewers see the authors’ names and their files as they are. Reviewers appear as “Reviewer 1”.',
  allKnown: 'All know each other',
  allKnownHint: 'Authors and reviewers see each other’s names. Files stay as they are.',
  staff:
    'You and other teaching staff always see all names. Observers, such as parents, see what their learner sees, but never another learner’s name.',
  later:
    'You can change this at any time: it holds for what is written from then on. What is there keeps what its writer was promised.',
  changed: 'For what is written from now on: {{what}}.',
  kept_one: '{{count}} work or review that is there keeps what its writer was promised.',
  kept_other: '{{count}} works and reviews that are there keep what their writers were promised.',
  tooFew: 'With fewer than {{least}} works, people can often guess who is who, although no names are shown.',
} as const;
