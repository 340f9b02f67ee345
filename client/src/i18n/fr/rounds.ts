/** Texts of questionnaires that open again. */
export const rounds = {
  label: 'Rouvre',
  once: 'Non',
  weekly: 'Chaque semaine',
  spaced: 'Après 30, 90 et 180 jours',
  times: 'Nombre de tours',
  days: 'Jours d’ouverture d’un tour',
  zone: 'Chaque tour ouvre à la même heure ({{zone}}), et chaque personne peut y répondre une fois.',
  fixed: 'Les tours publiés restent tels quels, car des réponses s’y rattachent.',
  beginning: 'Indiquez quand ouvre le premier tour.',
  next: 'Le prochain tour ouvre le {{when}}.',
  round: 'Tour',
  roundOf: 'Tour {{n}} ({{when}})',
  trend: 'D’un tour à l’autre : {{question}}',
  scores: 'Scores d’un tour à l’autre',
  mean: 'Moyenne',
};
