/** What authors say of reviews, and both sides to each other. */
export const reviewTalk = {
  helpful: 'À quel point les commentaires de l’évaluateur {{pseudonym}} sont-ils utiles ?',
  scale: '1 : pas du tout, {{most}} : très. L’évaluateur le voit.',
  thank: 'Dire merci',
  rated: 'Enregistré. L’évaluateur peut le voir.',
  toReviewer: 'Écrire à l’évaluateur {{pseudonym}}',
  toAuthor: 'Écrire à l’auteur',
  helpfulNamed: 'À quel point les commentaires de {{name}} sont-ils utiles ?',
  toNamed: 'Écrire à {{name}}',
  hint: 'L’autre personne n’apprend pas votre nom de nous ; ne l’écrivez pas. L’équipe enseignante peut lire.',
  hintNamed: 'L’autre personne voit votre nom. L’équipe enseignante peut lire.',
  tooLong: 'Écrivez au plus {{max}} caractères.',
  send: 'Envoyer',
  sending: 'Envoi…',
  sent: 'Envoyé.',
  replies: 'Ce qui a été dit de cette évaluation',
  you: 'Vous',
  author: 'Auteur du travail',
  reviewer: 'Évaluateur',
  authorSays: 'Ce que l’auteur dit de cette évaluation',
  notRated: 'L’auteur n’a pas dit à quel point elle est utile.',
  ratedAs: 'Utilité pour l’auteur : {{n}} sur {{most}}.',
  thanks: 'L’auteur dit merci.',
  step: {
    title: 'Retour sur les évaluations',
    later:
      'Dès que les résultats seront publiés, vous pourrez dire à quel point chaque évaluation est utile, jusqu’au {{when}}.',
    until: 'Dites jusqu’au {{when}} à quel point chaque évaluation de votre travail est utile.',
    doneUntil:
      'Vous avez dit à quel point chaque évaluation est utile. Vous pouvez le modifier jusqu’au {{when}}.',
    done: 'Vous avez dit à quel point chaque évaluation est utile.',
    over: 'Les retours sur les évaluations ont pris fin le {{when}}.',
  },
  settings: {
    use: 'Les auteurs ont une date pour dire à quel point les évaluations sont utiles',
    useHint:
      'Un rappel leur est envoyé avant, et ils ne peuvent plus rien changer après. Ils peuvent commencer dès que les résultats sont publiés. Sans date, c’est possible jusqu’à la clôture de l’activité.',
    closesAt: 'Fin des retours sur les évaluations',
  },
} as const;
