/** Textes de ce qui est dit aux rôles. */
export const materials = {
  title: 'Documents des rôles',
  intro:
    'Chaque rôle a ses propres documents. Dites aux autres membres du groupe ce que contiennent les vôtres.',
  toRoles: 'Qui a quel rôle',
  own: 'Les vôtres',
  none: 'Vous n’avez pas en ce moment de rôle avec des documents.',
  hidden: 'Vous ne voyez pas les documents de : {{names}}.',
  until: 'Vous les verrez à partir du {{when}}.',
  never: 'Demandez à qui a le rôle.',
  setUp: {
    ask: 'Chaque rôle a ses propres documents (puzzle)',
    hint: 'Seul qui a un rôle les lit ; ainsi personne ne sait tout. Ce qu’un groupe a attribué reste ainsi jusqu’à ce que tout soit ouvert : seule l’équipe enseignante peut alors donner le rôle à quelqu’un d’autre, qui connaît ensuite les deux. Aux étapes, les groupes peuvent écrire une partie pour chaque rôle.',
    text: 'Documents pour {{name}}',
    opensAt: 'Tous lisent tout à partir du',
    opensAtHint: 'Sans date, chacun garde les siens.',
  },
} as const;
