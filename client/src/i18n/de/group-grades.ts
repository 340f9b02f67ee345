export const groupGrades = {
  explain: {
    milestone: '{{title}}: {{how}}; {{points}} von {{possible}} Punkten.',
    missed: '{{title}}: nicht abgegeben, 0 von {{possible}} Punkten.',
    group: 'die Gruppe {{points}}',
    factor: {
      own: 'Ihr Beitrag: × {{factor}} für {{percent}} davon',
      other: 'Beitrag dieser Person: × {{factor}} für {{percent}} davon',
    },
    noFactor: 'kein Faktor',
    late: 'verspätet −{{points}}',
    more: {
      own: 'für Sie +{{points}}',
      other: 'für diese Person +{{points}}',
    },
    less: {
      own: 'für Sie −{{points}}',
      other: 'für diese Person −{{points}}',
    },
    sum: 'Zusammen {{points}} von {{possible}} Punkten, {{percent}}.',
  },
} as const;
