/** Whether an activity is a draft, published or closed, and what changing that does. */
export const publication = {
  begin: 'Commencer par un brouillon : les étudiants verront l’activité quand vous la publierez',
  named: { draft: '{{title}} (brouillon)', closed: '{{title}} (close)' },
  draft: {
    title: 'Brouillon : seule l’équipe enseignante voit cette activité',
    text: 'Jusqu’à sa publication, elle ne figure dans aucun calendrier, aucune page d’accueil ni aucun avis.',
    open: 'Publier…',
    dialog: 'Publier cette activité ?',
    confirm: 'Publier',
    done: 'L’activité est publiée.',
  },
  published: {
    open: 'Clore l’activité…',
    dialog: 'Clore cette activité ?',
    confirm: 'Clore',
    done: 'L’activité est close.',
  },
  closed: {
    title: 'Cette activité est close',
    text: 'Les étudiants peuvent lire tout ce qu’ils pouvaient lire auparavant, mais n’écrivent plus rien.',
    open: 'Rouvrir…',
    dialog: 'Rouvrir cette activité ?',
    confirm: 'Rouvrir',
    done: 'L’activité est de nouveau ouverte.',
  },
  fact: {
    seen: 'Étudiants qui la voient aussitôt : {{n}}',
    writeAgain: 'Étudiants qui peuvent de nouveau écrire, dans la limite des dates : {{n}}',
    readOn: 'Étudiants qui ne pourront plus que lire : {{n}}',
    unfinished: 'Travaux et évaluations qui resteront inachevés : {{n}}',
    date: '{{step}} : {{when}}. Cette date figure dans les calendriers des étudiants.',
    dateAlone: '{{step}} : {{when}}',
    reopen: 'Vous pouvez rouvrir l’activité à tout moment.',
    reminders: 'Avant chaque date, un rappel est envoyé à ceux qui n’ont pas terminé.',
    noReminders: 'Les rappels cessent. Vous pouvez rouvrir l’activité à tout moment.',
  },
  fault: {
    title: 'À vérifier d’abord',
    noCriterion: 'La grille n’a aucun critère.',
    noInstructions: 'Il n’y a pas de consignes.',
    dateInPast: '{{step}} : cette date est passée.',
    datesOutOfOrder: 'Les dates ne suivent pas l’ordre des étapes.',
    noLink:
      'Aucun emplacement du cours ne mène encore à cette activité : les étudiants ne peuvent pas l’ouvrir depuis le cours.',
  },
  learner: {
    notOpen: 'Pas encore ouverte',
    notOpenText: 'Votre enseignant prépare encore cette activité. Veuillez revenir plus tard.',
    closed: 'Cette activité est close',
    closedText:
      'Vous pouvez encore tout lire ici. Il n’est plus possible de remettre un travail ni d’évaluer.',
  },
} as const;
