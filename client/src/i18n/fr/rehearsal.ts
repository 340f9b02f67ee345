/** What staff read while they rehearse an activity. */
export const rehearsal = {
  title: 'Répéter cette activité',
  text: {
    peerReview:
      'Parcourez vous-même chaque phase, comme l’une des six personnes inventées ou comme vous-même : déposer, lancer les évaluations, évaluer, publier, et voir ce que voient les participants.',
    discussion:
      'Parcourez vous-même la discussion, comme l’une des six personnes inventées ou comme vous-même : ouvrir un fil, répondre, noter, publier, et voir ce que voient les participants. Là où les groupes discutent entre eux, tous les six discutent ici ensemble.',
    groupWork:
      'Parcourez vous-même le projet, comme l’une des six personnes inventées réparties en deux groupes de trois, ou comme vous-même : écrire, remettre, confirmer, et voir ce que voient les participants.',
  },
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
    peerReview: {
      handIn: 'Faire déposer tous les autres',
      review: 'Faire rédiger toutes les évaluations',
    },
    discussion: {
      handIn: 'Faire ouvrir un fil à tous les autres',
      review: 'Faire répondre tout le monde',
    },
    groupWork: {
      handIn: 'Faire remettre ou confirmer les groupes',
    },
  },
  sample: {
    peerReview: {
      handIn: 'Ceci est un exemple de travail déposé par une personne inventée.',
      review: 'Un exemple d’évaluation par une personne inventée : thèse claire ; un exemple aiderait.',
    },
    discussion: {
      handIn: 'Ce qu’en pense une personne inventée, à titre d’exemple.',
      review:
        'Un exemple de réponse d’une personne inventée : je vois les choses autrement, et voici pourquoi.',
    },
    groupWork: {
      handIn: 'Un exemple de texte qu’une personne inventée a écrit pour le groupe.',
    },
  },
  filled: {
    peerReview: {
      handIn_one: '{{count}} travail a été déposé.',
      handIn_many: '{{count}} de travaux ont été déposés.',
      handIn_other: '{{count}} travaux ont été déposés.',
      review_one: '{{count}} évaluation a été rédigée.',
      review_many: '{{count}} d’évaluations ont été rédigées.',
      review_other: '{{count}} évaluations ont été rédigées.',
    },
    discussion: {
      handIn_one: '{{count}} fil a été ouvert.',
      handIn_many: '{{count}} de fils ont été ouverts.',
      handIn_other: '{{count}} fils ont été ouverts.',
      review_one: '{{count}} réponse a été rédigée.',
      review_many: '{{count}} de réponses ont été rédigées.',
      review_other: '{{count}} réponses ont été rédigées.',
    },
    groupWork: {
      handIn_one: '{{count}} action a été faite.',
      handIn_many: '{{count}} d’actions ont été faites.',
      handIn_other: '{{count}} actions ont été faites.',
    },
  },
} as const;
