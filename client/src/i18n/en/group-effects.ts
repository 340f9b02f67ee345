/** What saving changed settings does to groups that work on a project. */
export const groupEffects = {
  reopened: 'Groups that can hand in again what they had missed: {{n}}.',
  missed: 'Groups that have not handed in and no longer can: {{n}}.',
  late: 'Works handed in that are late now: {{n}}.',
  inTime: 'Works that were late and are late no more: {{n}}.',
  handIn: {
    any: 'What one member hands in counts for the whole group from now on.',
    all: 'From now on everybody in the group confirms what is handed in.',
  },
  points: 'The gradebook column has {{to}} points instead of {{from}}.',
  columns: {
    total: 'From now on the gradebook has the total of the project alone; the columns of the milestones go.',
    milestones: 'The gradebook gets a column for each milestone with points, beside the total.',
  },
  gradesStay:
    'Released grades that stay as they are until you release them again on the project’s page: {{n}}.',
} as const;
