/** What staff read while they rehearse an activity. */
export const rehearsal = {
  title: 'Rehearse this activity',
  text: {
    peerReview:
      'Go through every phase yourself, as any of six invented learners or as yourself: hand in, start the reviews, review, release, and see what learners see.',
    discussion:
      'Go through the discussion yourself, as any of six invented learners or as yourself: start a thread, reply, mark, release, and see what learners see. Where groups discuss by themselves, all six discuss together here.',
    groupWork:
      'Go through the project yourself, as any of six invented learners in two groups of three, or as yourself: write, hand in, confirm, and see what learners see.',
  },
  safe: 'Nothing of it reaches learners, the course gradebook or any figures. One press clears it.',
  begin: 'Begin the rehearsal',
  beginning: 'Preparing…',
  running: 'You are rehearsing',
  controls: 'Rehearsal',
  back: 'Back to the activity',
  asWhom: 'See it as',
  oneself: 'Yourself',
  learner: 'Learner {{n}}',
  link: 'Rehearse',
  end: 'End and clear',
  ended: 'The rehearsal is over, and everything in it is deleted.',
  fill: {
    peerReview: {
      handIn: 'Let all others hand in',
      review: 'Let all reviews be written',
    },
    discussion: {
      handIn: 'Let all others start a thread',
      review: 'Let all reply',
    },
    groupWork: {
      handIn: 'Let groups hand in or confirm',
    },
  },
  sample: {
    peerReview: {
      handIn: 'This is a sample work that an invented learner has handed in.',
      review: 'A sample review by an invented learner: clear in its thesis; an example would help.',
    },
    discussion: {
      handIn: 'What an invented learner thinks of it, as a sample.',
      review: 'A sample reply by an invented learner: I see it differently, and here is why.',
    },
    groupWork: {
      handIn: 'A sample text that an invented learner has written for the group.',
    },
  },
  filled: {
    peerReview: {
      handIn_one: '{{count}} work was handed in.',
      handIn_other: '{{count}} works were handed in.',
      review_one: '{{count}} review was written.',
      review_other: '{{count}} reviews were written.',
    },
    discussion: {
      handIn_one: '{{count}} thread was started.',
      handIn_other: '{{count}} threads were started.',
      review_one: '{{count}} reply was written.',
      review_other: '{{count}} replies were written.',
    },
    groupWork: {
      handIn_one: '{{count}} step was taken.',
      handIn_other: '{{count}} steps were taken.',
    },
  },
} as const;
