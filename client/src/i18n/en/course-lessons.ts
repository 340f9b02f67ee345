/** Texts of the page with what groups of a course have learned. */
export const courseLessons = {
  title: 'What we learned',
  intro: 'Lessons that groups of all projects in this course offered and teachers published.',
  search: 'Search in lessons',
  list: 'Lessons',
  none: {
    title: 'There are no lessons yet',
    text: 'Groups offer them after a milestone, on the page of their retrospective.',
  },
  nothingFound: { title: 'Nothing found', text: 'Try fewer or other words.' },
  found_one: '{{count}} lesson found',
  found_other: '{{count}} lessons found',
  takeBack: 'Take back',
  takeBackNamed: 'Take back “{{title}}”',
  taken: '“{{title}}” is taken back. Learners do not read it any more.',
} as const;
