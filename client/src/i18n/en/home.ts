/** Texts of a learner's home. */
export const home = {
  title: 'Your course at a glance',
  intro: 'What you can do next, what is new for you, and how far you are in each activity.',
  next: {
    title: 'Next for you',
    empty: {
      title: 'Nothing to do right now',
      text: 'When something is due, it appears here with its date.',
    },
    what: {
      HAND_IN: 'Hand in your work',
      HAND_IN_LATE: 'Hand in your work late',
      REVIEW_one: 'Write the one review that is left',
      REVIEW_other: 'Write the {{count}} reviews that are left',
      ASSESS_SELF: 'Assess your own work',
      REVISE: 'Read your reviews and revise your work',
      RATE_REVIEWS: 'Say how helpful your reviews are',
      FEEDBACK: 'Read the feedback on your work',
      QUESTIONNAIRE: 'Answer the questionnaire',
      CHOOSE_GROUP: 'Choose a group',
      GROUP_SEAT: 'Waiting for a seat: you are number {{count}} in line',
    },
    until: 'Until {{when}}',
    open: 'Open',
    openFor: '{{action}}: {{what}}, {{title}}',
  },
  arrived: { title: 'New for you', empty: 'No notices yet.', all: 'All notices' },
  progress: {
    title: 'Your progress',
    handedIn: 'Handed in',
    noWork: 'Not handed in',
    released: 'Results are there',
    reviews_one: '{{done}} of {{count}} review written',
    reviews_other: '{{done}} of {{count}} reviews written',
  },
} as const;
