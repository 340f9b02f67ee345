/** How a grade of a group project came about. */
export const groupGrades = {
  explain: {
    milestone: '{{title}}: {{how}}; {{points}} of {{possible}} points.',
    missed: '{{title}}: not handed in, 0 of {{possible}} points.',
    group: 'the group {{points}}',
    factor: {
      own: 'your contribution: × {{factor}} for {{percent}} of it',
      other: 'this person’s contribution: × {{factor}} for {{percent}} of it',
    },
    noFactor: 'no factor',
    late: 'late −{{points}}',
    more: {
      own: 'for you +{{points}}',
      other: 'for this person +{{points}}',
    },
    less: {
      own: 'for you −{{points}}',
      other: 'for this person −{{points}}',
    },
    sum: 'Together {{points}} of {{possible}} points, {{percent}}.',
  },
} as const;
