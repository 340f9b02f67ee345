/** What saving changed settings does to a discussion that people see. */
export const discussionEffects = {
  mode: 'The way of discussing is “{{to}}” from now on. Learners: {{learners}}.',
  postFirst: 'From now on: “{{to}}”. Learners who see nothing of others until they write: {{silent}}.',
  marks: {
    accepted: 'Accepted answers that do not count as such until you change back: {{n}}.',
    endorsed:
      'Posts endorsed by teaching staff that answer no question, and are not marked until you change back: {{n}}.',
    sides: 'Posts whose side is not shown until you change back: {{n}}.',
    sideless: 'Posts that take no side: {{n}}.',
  },
  names: 'Names in what is written from now on: {{to}}. Posts that keep what was promised: {{kept}}.',
  historyAll:
    'Everybody who reads a post reads what it said before, also of what is written already. Posts: {{kept}}.',
  historyStaff: 'Only teaching staff read what posts said before. Posts: {{kept}}.',
  approvalOn:
    'What learners write from now on waits until teaching staff approve it. Learners: {{learners}}. What is there stays.',
  approvalOff:
    'What learners write from now on appears at once. Posts that go on waiting until they are approved: {{waiting}}.',
  perGroup: 'Each group discusses by itself. Learners: {{learners}}.',
  together: 'The whole course discusses together. Learners: {{learners}}.',
  end: 'Learners write until {{when}}. Learners whose date changes: {{learners}}.',
  keeping: 'Learners who keep dates of their own: {{kept}} ({{who}}).',
  noEnd: 'Learners write without an end. Learners: {{learners}}.',
  over: 'Writing ends at once, since {{when}} is past. Learners whose date changes: {{learners}}.',
  milestones: 'The expectations change. Learners whose checklist changes: {{learners}}.',
  points: 'The gradebook column has {{to}} points instead of {{from}}.',
  grading: 'Grades come about as you have chosen.',
  gradesStay:
    'Released grades that stay as they are until you compute them anew on the discussion’s page: {{grades}}.',
} as const;
