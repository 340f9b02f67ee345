export const groupGrades = {
  explain: {
    milestone: '{{title}}: {{how}}; {{points}} de {{possible}} puntos.',
    missed: '{{title}}: sin entregar, 0 de {{possible}} puntos.',
    group: 'el grupo {{points}}',
    factor: {
      own: 'su contribución: × {{factor}} para el {{percent}} de ello',
      other: 'contribución de esta persona: × {{factor}} para el {{percent}} de ello',
    },
    noFactor: 'sin factor',
    late: 'retraso −{{points}}',
    more: {
      own: 'para usted +{{points}}',
      other: 'para esta persona +{{points}}',
    },
    less: {
      own: 'para usted −{{points}}',
      other: 'para esta persona −{{points}}',
    },
    sum: 'En total {{points}} de {{possible}} puntos, {{percent}}.',
  },
} as const;
