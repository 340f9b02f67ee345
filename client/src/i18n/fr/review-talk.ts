/** What authors say of reviews, and both sides to each other. */
export const reviewTalk = {
  helpful: 'À quel point les commentaires de l’évaluateur {{pseudonym}} sont-ils utiles ?',
  scale: '1 : pas du tout, {{most}} : très. L’évaluateur le voit.',
  thank: 'Dire merci',
  rated: 'Enregistré. L’évaluateur peut le voir.',
  toReviewer: 'Écrire à l’évaluateur {{pseudonym}}',
  authorsSay: 'Ce que les auteurs disent de vos commentaires',
  toAuthorOf: 'Écrire à l’auteur de : {{work}}',
  unfold: 'Noter, remercier ou répondre',
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
  /** Where results come too late for it. */
  over: {
    title: 'Les auteurs ne pourraient pas dire si les évaluations sont utiles',
    ended:
      'Cela s’est terminé {{when}}. Les résultats publiés ensuite se lisent, mais aucune évaluation ne peut plus être notée.',
    ends: 'Cela se termine {{when}}, avant la publication des résultats : aucune évaluation ne pourrait être notée.',
    days: 'Jours après la publication',
    daysWrong: 'Saisissez un nombre entier de 1 à {{max}}.',
    move: 'Prolonger jusque-là',
    moved: 'Les auteurs disent jusqu’au {{when}} si les évaluations sont utiles.',
    mend_one: 'Prolonger jusqu’à {{count}} jour après la publication',
    mend_many: 'Prolonger jusqu’à {{count}} jours après la publication',
    mend_other: 'Prolonger jusqu’à {{count}} jours après la publication',
    beforeRelease:
      'Cela se termine avant la publication des résultats : aucune évaluation ne pourrait être notée.',
  },
  settings: {
    use: 'Les auteurs ont une date pour dire à quel point les évaluations sont utiles',
    useHint:
      'Un rappel leur est envoyé avant, et ils ne peuvent plus rien changer après. Ils peuvent commencer dès que les résultats sont publiés. Sans date, c’est possible jusqu’à la clôture de l’activité.',
    closesAt: 'Fin des retours sur les évaluations',
  },
} as const;

/** What staff say of reviews. */
export const reviewQuality = {
  question: 'Que vaut l’évaluation de {{name}} ?',
  scale: '1 : inutile, {{most}} : excellente ; chaque degré vaut un quart.',
  comment: 'Commentaire à l’évaluateur (facultatif)',
  commentHint:
    'La personne qui a écrit l’évaluation lit les deux après la publication, sans votre nom. L’auteur du travail ne les lit pas.',
  by: 'Dit par {{name}}, {{when}}.',
  older: 'L’évaluation a été modifiée depuis : regardez-la à nouveau.',
  save: 'Enregistrer',
  saved: 'Enregistré. La note d’évaluation est recalculée là où elle est publiée.',
  takeBack: 'Retirer',
  takenBack: 'Retiré.',
  noneLeft: 'Toutes les évaluations de cette activité sont jugées.',
  left_one: '{{count}} évaluation de cette activité n’est pas encore jugée.',
  left_many: '{{count}} évaluations de cette activité ne sont pas encore jugées.',
  left_other: '{{count}} évaluations de cette activité ne sont pas encore jugées.',
  next: 'Prochain travail avec des évaluations à juger',
  ofWork_one: '{{count}} évaluation de ce travail',
  ofWork_many: '{{count}} évaluations de ce travail',
  ofWork_other: '{{count}} évaluations de ce travail',
  open_one: '{{count}} pas encore jugée',
  open_many: '{{count}} pas encore jugées',
  open_other: '{{count}} pas encore jugées',
  staffSay: 'Ce que vos enseignants disent de cette évaluation',
  level: 'Sa qualité selon eux : {{n}} sur {{most}}.',
} as const;
