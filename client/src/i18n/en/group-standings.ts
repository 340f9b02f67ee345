/** How the groups of a project stand, for staff. */
export const groupStandings = {
  columns: {
    members: 'Members',
    progress: 'Progress',
    milestones: 'Milestones',
    next: 'Next milestone',
    last: 'Last activity',
    health: 'Health',
    balance: 'Division of work',
  },
  handedIn: 'Handed in: {{n}} of {{all}}',
  toConfirm: 'To be confirmed: {{n}}',
  missed: 'Missed: {{n}}',
  marked: 'Marked: {{n}}',
  milestone: '{{title}}: {{state}}',
  nextAt: '{{title}}, {{when}}',
  nothingNext: 'Nothing left to hand in',
  never: 'Nothing yet',
  dynamics: {
    low: 'The group says: low in {{aspects}}',
    fine: 'The group says it works together well enough',
  },
  checkIn: {
    mean: '{{title}}: {{mean}} of {{levels}} on average',
    answered: '{{title}}: {{answered}} of {{asked}} answered',
    few: '{{title}}: too few answers yet ({{answered}} of {{asked}})',
    questions: 'Answers raise questions',
  },
  actions: {
    open: 'Open actions: {{n}}',
    overdue: 'Overdue actions: {{n}}',
  },
  healthUnknown: 'Nothing known',
  healthFine: 'Nothing stands out',
  hints: {
    text: 'One of {{people}} has written {{percent}} of the text',
    tasks: 'One of {{people}} has done {{percent}} of the tasks',
    noTrace: 'No trace so far of {{n}} of {{people}}',
  },
  hintKinds: {
    text: 'Text',
    tasks: 'Tasks',
    noTrace: 'No trace',
  },
  even: 'Nothing stands out',
  caveat:
    '“Division of work” is a hint and no judgement. It knows text on pages, tasks that are done, attendance and comments, of those who are in the group now; it cannot see what people do elsewhere. Ask before you conclude anything.',
  page: {
    lookingOn:
      'You look in as an observer: you can read everything here and change nothing. The group reads on its page that staff can look in.',
    deliverables: 'What the group hands in',
    room: 'What the group does together',
    standing: 'How the group is doing',
    noMilestones: 'There are no milestones.',
  },
  told: 'Your instructors can look in here: at pages, tasks, decisions, meetings, a charter that was put to the group, and what is handed in.',
} as const;
