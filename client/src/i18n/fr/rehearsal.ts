/** What staff read while they rehearse an activity. */
export const rehearsal = {
  title: 'Répéter cette activité',
  text: 'Parcourez vous-même chaque phase, comme l’une des six personnes inventées ou comme vous-même : déposer, lancer les évaluations, évaluer, publier, et voir ce que voient les participants.',
  safe: 'Rien de cela n’atteint les participants, le carnet de notes ou les statistiques. Un clic efface tout.',
  begin: 'Commencer la répétition',
  beginning: 'Préparation…',
  running: 'Vous êtes en répétition',
  controls: 'Répétition',
  back: 'Retour à l’activité',
  asWhom: 'Voir en tant que',
  oneself: 'Vous-même',
  learner: 'Participant {{n}}',
  link: 'Répéter',
  end: 'Terminer et effacer',
  ended: 'La répétition est terminée et tout son contenu est effacé.',
  fill: {
    handIn: 'Faire déposer tous les autres',
    review: 'Faire rédiger toutes les évaluations',
  },
  sample: {
    handIn: 'Ceci est un exemple de travail déposé par une personne inventée.',
    review: 'Un exemple d’évaluation par une personne inventée : thèse claire ; un exemple aiderait.',
  },
  filled: {
    handIn_one: '{{count}} travail a été déposé.',
    handIn_many: '{{count}} de travaux ont été déposés.',
    handIn_other: '{{count}} travaux ont été déposés.',
    review_one: '{{count}} évaluation a été rédigée.',
    review_many: '{{count}} d’évaluations ont été rédigées.',
    review_other: '{{count}} évaluations ont été rédigées.',
  },
} as const;
