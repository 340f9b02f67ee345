export const groupGrades = {
  explain: {
    milestone: '{{title}} : {{how}} ; {{points}} points sur {{possible}}.',
    missed: '{{title}} : non remis, 0 point sur {{possible}}.',
    group: 'le groupe {{points}}',
    factor: {
      own: 'votre contribution : × {{factor}} pour {{percent}} de cela',
      other: 'contribution de cette personne : × {{factor}} pour {{percent}} de cela',
    },
    noFactor: 'pas de facteur',
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
