/** Works that groups hand in together. */
export const groupAuthors = {
  unnamed: 'Group without a name',
  somebody: 'somebody without a name',
  title: 'You hand in with your group: {{name}}',
  people: 'In the group: {{names}}.',
  together:
    'You write one work together, and any of you hands it in for all, until {{when}}. All of you see what is saved, and all get the grade of the work. Each of you reviews works of other groups.',
  shared: 'Handed in for {{names}}. All of you get the grade of this work.',
  missed: 'Submissions have closed, and your group has not handed in.',
  left: 'You are not in the group any more that handed in this work. It stays yours too.',
  cameLater: 'Your group handed in before you joined. When one of you hands in again, the work is yours too.',
  cameTooLate: 'Your group handed in before you joined, so this work and its grade are not yours.',
  noGroup: {
    title: 'You are in no group yet',
    text: 'In this activity groups hand in together. Ask your instructor to put you into one, or sign up for one under “My groups” if that is open.',
  },
  setUp: {
    label: 'Who hands in',
    hint: 'This can be changed until something is handed in.',
    learners: 'Each learner',
    groups: 'Each group, together',
    set: 'Groups of',
    noSets: 'Once the course has groups, they can hand in together.',
    gone: 'This group set is not in the course. Choose another one.',
    explain:
      'A group writes one work, which any of its members hands in; everybody who is in the group at that moment gets its grade. Every member reviews works of other groups, and assesses the group’s work where self-assessment is on. Whoever of a group has more time gives it to the group. Works are reviewed across the course, not within sections.',
  },
  staff: {
    group: 'Group',
    none: 'In no group',
    workOf: 'Work of {{name}}: {{names}}',
    tooFew: 'At least two groups have to hand in before reviews can start.',
    each: 'up to {{k}} works of other groups',
  },
} as const;
