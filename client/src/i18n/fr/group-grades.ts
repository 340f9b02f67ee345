export const groupGrades = {
  explain: {
    milestone: '{{title}} : {{how}} ; {{points}} points sur {{possible}}.',
    missed: '{{title}} : non remis, 0 point sur {{possible}}.',
    group: 'le groupe {{points}}',
    late: 'retard −{{points}}',
    more: {
      own: 'pour vous +{{points}}',
      other: 'pour cette personne +{{points}}',
    },
    less: {
      own: 'pour vous −{{points}}',
      other: 'pour cette personne −{{points}}',
    },
    sum: 'En tout {{points}} points sur {{possible}}, {{percent}}.',
  },
} as const;
