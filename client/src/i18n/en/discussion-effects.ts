/** What saving changed settings does to a discussion that people see. */
export const discussionEffects = {
  mode: 'The way of discussing is “{{to}}” from now on. Learners: {{learners}}.',
  postFirst: 'From now on: “{{to}}”. Learners who see nothing of others until they write: {{silent}}.',
  names: 'Names in what is written from now on: {{to}}. Posts that keep what was promised: {{kept}}.',
  perGroup: 'Each group discusses by itself. Learners: {{learners}}.',
  together: 'The whole course discusses together. Learners: {{learners}}.',
  end: 'Learners write until {{when}}. Learners without dates of their own, at most: {{learners}}.',
  noEnd: 'Learners write without an end. Learners: {{learners}}.',
  over: 'Writing ends at once, since {{when}} is past. Learners without dates of their own, at most: {{learners}}.',
  milestones: 'The expectations change. Learners whose checklist changes: {{learners}}.',
  points: 'The gradebook column has {{to}} points instead of {{from}}.',
  grading: 'Grades come about as you have chosen.',
  gradesStay:
    'Released grades that stay as they are until you compute them anew on the discussion’s page: {{grades}}.',
} as const;
