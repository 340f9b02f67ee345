/** Steps that a peer review can have beside handing in, reviewing and the result. */
export const optionalSteps = {
  title: 'Optional steps',
} as const;

/** Two judgements of one work. */
export const comparison = {
  criterion: 'Criterion',
  difference: 'Difference',
  same: 'The same',
  higher: '{{by}} of the scale higher',
  lower: '{{by}} of the scale lower',
  none: 'Not rated',
} as const;

/** Example works on which learners practise reviewing. */
export const calibration = {
  title: 'Practise reviewing',
  link: 'To the examples',
  intro:
    'Review these example works as you will review your peers’ works. Afterwards you see what the teaching staff gave them, and why.',
  meanwhile: 'While there is nothing for you to review, you can practise on an example.',
  standing: {
    notNeeded: 'This is practice: it does not count, and you can review your peers’ works without it.',
    open_one:
      'Your reviews of other works open when you agree with the teaching staff on {{count}} more example, by at least {{percent}}.',
    open_other:
      'Your reviews of other works open when you agree with the teaching staff on {{count}} more examples, by at least {{percent}} on each.',
    agreed: 'You agree with the teaching staff as far as is asked for: you can review your peers’ works.',
    letPass: 'The teaching staff have opened your reviews for you.',
  },
  until: 'You can review the examples until {{when}}.',
  closed: 'Reviews are closed, and so are the examples.',
  none: { title: 'No examples yet', text: 'The teaching staff have not added any. Come back later.' },
  example: 'Example {{n}}',
  agreement: 'Agreement: {{percent}}',
  attempts: 'Attempts: {{done}}',
  attemptsOf: 'Attempts: {{done}} of {{of}}',
  open: '{{action}}: {{title}}',
  promise: 'Only the teaching staff see your review of an example.',
  noneLeft: 'You have used all attempts at this example.',
  again: 'Review it once more',
  againOf: 'Review it once more (attempt {{n}} of {{of}})',
  back: 'All examples',
  you: 'You',
  staff: 'Teaching staff',
  compared: {
    ownPlaces: 'What you say on places in the work',
    staffPlaces: 'What the teaching staff say on places in the work',
    title: 'You and the teaching staff',
    measure:
      'Agreement says how close two reviews are: 100% less how far they are apart on average, as a share of each criterion’s scale.',
    own: 'What you wrote',
    staff: 'What the teaching staff wrote',
  },
  staffTitle: 'Examples and calibration',
  staffIntro:
    'Add works of different quality, and score them by the rubric. Learners review them without your scores, and see these once they have submitted their own.',
  isOff: 'Learners do not see the examples: practising on them is switched off in the settings.',
  tooFew_one: '{{count}} example is asked for, {{ready}} are ready. Until then fewer are enough to pass.',
  tooFew_other: '{{count}} examples are asked for, {{ready}} are ready. Until then fewer are enough to pass.',
  examples: 'Examples',
  noExamples: {
    title: 'No examples',
    text: 'Two or three are a good beginning: a strong one, and a weak one.',
  },
  add: 'Add an example',
  ready: 'Ready',
  notReady: 'Not all criteria are scored',
  remove: 'Remove',
  removeOne: 'Remove “{{title}}”',
  removeTitle: 'Remove “{{title}}”?',
  removeText:
    'Learners no longer see this example. Who has agreed with you on it keeps what was reached with that.',
  removed: '“{{title}}” was removed.',
  learners: 'Who has practised',
  table: 'Agreement of each learner',
  passNone: 'Practising is voluntary.',
  passNeeds_one: 'To review, learners have to agree with you by {{percent}} on {{count}} example.',
  passNeeds_other: 'To review, learners have to agree with you by {{percent}} on each of {{count}} examples.',
  columns: {
    reviewed: 'Examples',
    attempts: 'Attempts',
    agreement: 'Agreement',
    standing: 'Pass',
    decide: 'Decision',
  },
  state: { notNeeded: 'Not needed', open: 'Not yet', agreed: 'Passed', letPass: 'Let pass' },
  letPass: {
    label: { open: 'Let pass: {{name}}', letPass: 'Take back: {{name}}' },
    button: { open: 'Let pass', letPass: 'Take back' },
    of: { open: 'Let {{name}} pass', letPass: 'Take the pass of {{name}} back' },
    text: {
      open: 'The reviews open without the agreement that is asked for.',
      letPass: 'Reviews that have not been begun are closed again until the agreement is reached.',
    },
    done: { open: '{{name}} can review now.', letPass: 'The pass of {{name}} is taken back.' },
    reason: 'Reason',
    reasonHint: 'Only the teaching staff see it.',
    reasonMissing: 'Please give a reason.',
  },
  form: {
    new: 'New example',
    title: 'Title for the teaching staff',
    titleHint: 'Learners see “Example 1” and so on: a title may say what is good or bad.',
    titleMissing: 'Please give it a title.',
    text: 'Text of the work',
    workMissing: 'Write something or add a file.',
    places: 'Comments on places',
    placesHint:
      'Select words in the work below to comment on them. Learners read it once they have submitted their own review.',
    placesLost_one: '{{count}} comment lies on words that are gone, and goes when you save.',
    placesLost_other: '{{count}} comments lie on words that are gone, and go when you save.',
    scores: 'What you give it',
    scoresHint: 'Learners see this only when they have submitted their own review of the example.',
    comment: 'Why: a comment for those who practise',
    commentHint: 'Say what you saw, criterion by criterion.',
    save: 'Save example',
    saving: 'Saving…',
    saved: 'The example is saved.',
  },
  settings: {
    use: 'Learners practise reviewing on examples',
    useHint:
      'You add works and score them; learners review them and compare. They can begin before work is due.',
    pass: 'Ask for a pass before real reviews open',
    passHint: 'You can let single learners pass without it.',
    examples: 'Examples to agree on',
    examplesHint: 'Where there are fewer, all of them.',
    agreement: 'Agreement with you on each, in percent',
    limit: 'Limit the attempts at each example',
    limitHint: 'From the second attempt on, learners know your scores. The best attempt counts.',
    attempts: 'Attempts at each example',
  },
} as const;
