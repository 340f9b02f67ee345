/** Works that groups hand in together. */
export const groupAuthors = {
  unnamed: 'Group without a name',
  somebody: 'somebody without a name',
  title: 'You hand in with your group: {{name}}',
  people: 'In the group: {{names}}.',
  together:
    'You write one work together, and any of you hands it in for all, until {{when}}. All of you see what is saved, and all get the grade of the work. Afterwards you review works of other groups.',
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
      'A group writes one work, which any of its members hands in; everybody who is in the group at that moment gets its grade. Every member assesses the group’s work where self-assessment is on. Whoever of a group has more time gives it to the group. By section or topic, a work belongs where most of its group are.',
  },
  reviewers: {
    label: 'Who reviews',
    hint: 'This can be changed until reviews begin.',
    set: 'Groups that review',
    explain:
      'The members of a group write each review together: any of them goes on with it and submits it, and it counts for each of them. A group reviews works that nobody in it has a part in, once somebody in it has handed in. Authors see it as one reviewer; only teaching staff see who wrote.',
    title: 'You review with your group: {{name}}',
    write:
      'You write this review together: any of you goes on with it, and any of you submits it for all. What is saved here is what all of you see.',
    hidden:
      'The author sees this review without any name. Teaching staff see all names, and who of you wrote.',
    shown:
      'The author sees this review with the name of your group, not with yours. Teaching staff see all names, and who of you wrote.',
    tasks: 'Your group writes these reviews together: each of you can go on with any of them.',
    noGroup: {
      title: 'You are in no group that reviews',
      text: 'In this activity groups review together. Ask your instructor to put you into one, or sign up for one under “My groups” if that is open. What the group has not submitted yet is then yours too.',
    },
    each: 'Reviews per group',
    eachHint:
      'Each group writes this many reviews together. How many a work gets depends on how many groups and works there are: as many, where the groups that hand in are those that review.',
    wrote: 'By the group of {{members}}. Written by {{names}}, submitted by {{name}}.',
  },
  members: {
    each: 'Reviews per member',
    eachHint:
      'Each member of a group reviews this many works of other groups. A group’s work gets that many for each member that groups have on average: with two each and groups of four, about eight.',
  },
  staff: {
    group: 'Group',
    none: 'In no group',
    workOf: 'Work of {{name}}: {{names}}',
    tooFew: 'At least two groups have to hand in before reviews can start.',
    each: 'up to {{k}} works of other groups',
  },
} as const;
