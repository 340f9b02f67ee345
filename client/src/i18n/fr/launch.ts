/** What the ways into the tool say to everybody. */
export const launch = {
  notReady: {
    title: 'Pas encore prête',
    text: 'Votre enseignant n’a pas encore préparé cette activité. D’ici là, vous n’avez rien à faire.',
    staff: 'Un enseignant du cours doit préparer cette activité. Les assistants ne peuvent pas le faire.',
    waiting: 'Cette page continue d’elle-même dès que l’activité est là.',
    ready: 'L’activité est prête.',
  },
  notAllowed: {
    title: 'Seuls les enseignants ajoutent des activités',
    text: 'Votre rôle dans ce cours ne permet pas d’ajouter des activités d’ici. Adressez-vous à un enseignant du cours.',
  },
  notHere: {
    title: 'Ce travail n’est pas dans ce cours',
    text: 'Le carnet de notes a demandé un travail qui appartient à un autre cours, ou à une personne qui ne fait pas partie de celui-ci.',
  },
} as const;
