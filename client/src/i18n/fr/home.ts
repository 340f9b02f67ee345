/** Texts of a learner's home. */
export const home = {
  title: 'Votre cours en un coup d’œil',
  intro:
    'Ce que vous pouvez faire ensuite, ce qu’il y a de nouveau pour vous et où vous en êtes dans chaque activité.',
  next: {
    title: 'À faire ensuite',
    empty: {
      title: 'Rien à faire pour l’instant',
      text: 'Dès qu’il y aura quelque chose à faire, cela apparaîtra ici avec sa date.',
    },
    what: {
      HAND_IN: 'Remettez votre travail',
      HAND_IN_LATE: 'Remettez votre travail en retard',
      REVIEW_one: 'Rédigez la dernière évaluation qui reste',
      REVIEW_many: 'Rédigez les {{count}} évaluations qui restent',
      REVIEW_other: 'Rédigez les {{count}} évaluations qui restent',
      ASSESS_SELF: 'Évaluez votre propre travail',
      REVISE: 'Lisez vos évaluations et révisez votre travail',
      RATE_REVIEWS: 'Dites à quel point vos évaluations sont utiles',
      FEEDBACK: 'Lisez les retours sur votre travail',
      QUESTIONNAIRE: 'Répondre au questionnaire',
      CHOOSE_GROUP: 'Choisissez un groupe',
      GROUP_SEAT: 'En attente d’une place : vous êtes au rang {{count}}',
    },
    until: 'Jusqu’au {{when}}',
    open: 'Ouvrir',
    openFor: '{{action}} : {{what}}, {{title}}',
  },
  arrived: {
    title: 'Nouveau pour vous',
    empty: 'Pas encore d’avis.',
    all: 'Tous les avis',
  },
  progress: {
    title: 'Votre progression',
    handedIn: 'Remis',
    noWork: 'Non remis',
    released: 'Résultats disponibles',
    reviews_one: '{{done}} évaluation rédigée sur {{count}}',
    reviews_many: '{{done}} évaluations rédigées sur {{count}}',
    reviews_other: '{{done}} évaluations rédigées sur {{count}}',
  },
} as const;
