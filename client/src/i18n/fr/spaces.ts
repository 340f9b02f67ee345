/** Les noms et les groupes dans les discussions. */
export const spaces = {
  alias: 'Participant {{n}}',
  ownAlias: 'Vous, participant {{n}}',
  aliasKnown: '{{name}} (participant {{n}})',
  promise: {
    none: 'Tout le monde dans cette discussion voit votre message avec votre nom.',
    peers: 'Les autres étudiants voient votre message sans votre nom. L’équipe enseignante voit votre nom.',
    full: 'Personne ne voit votre nom avec votre message, pas même l’équipe enseignante.',
    staff: 'Vous écrivez sous votre nom : les étudiants doivent savoir qui enseigne.',
  },
  setUp: {
    anonymity: 'Noms',
    choices: {
      none: 'Tout le monde voit les noms',
      peers: 'Les étudiants ne voient pas les noms des autres ; l’équipe enseignante les voit',
      full: 'Personne ne voit les noms des étudiants, pas même l’équipe enseignante',
    },
    hints: {
      none: 'Chacun assume ce qu’il écrit.',
      peers: 'Chaque étudiant porte un numéro qui reste le même dans cette discussion.',
      full: 'Chaque étudiant porte un numéro. Pour la notation, les messages ne peuvent être rattachés à une personne.',
    },
    kept: 'Un changement vaut pour ce qui est écrit ensuite : chaque message garde ce qui a été promis à son auteur. À moins de cinq personnes, chacun peut deviner qui a écrit quoi.',
    groups: 'Qui discute ensemble',
    course: 'Tout le cours',
    perGroup: 'Chaque groupe de « {{name}} » séparément',
    groupsHint:
      'Les membres suivent leurs groupes : qui change de groupe entre dans l’espace du nouveau, et ses messages restent dans l’ancien.',
    fixed: 'Quelqu’un a déjà écrit : cela reste ainsi.',
  },
  own: 'Vous discutez dans le groupe {{name}}.',
  none: {
    title: 'Vous n’êtes encore dans aucun groupe',
    text: 'Ici, les groupes discutent séparément. Dès que vous serez dans un groupe, vous verrez son espace. Adressez-vous à vos enseignants.',
  },
  group: 'Groupe',
  allGroups: 'Tous les groupes',
  each: 'Un fil propre à chaque groupe',
  where: 'Dans quel groupe',
  of: 'Groupe {{name}}',
  gone: 'Un groupe qui n’existe plus',
} as const;
