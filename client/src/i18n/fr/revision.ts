/** Revising a work after its reviews. */
export const revision = {
  title: 'Révision',
  start: 'Lire les évaluations et réviser',
  change: 'Revoir',
  later:
    'À partir du {{opens}}, vous pourrez lire les évaluations de votre travail et rendre une version révisée jusqu’au {{closes}}.',
  until: 'Vos évaluations sont là. Vous pouvez rendre une version révisée jusqu’au {{when}}.',
  done: 'Vous avez rendu une version révisée.',
  doneUntil: 'Vous avez rendu une version révisée. Vous pouvez la modifier jusqu’au {{when}}.',
  intro:
    'Lisez les évaluations, répondez là où il le faut et améliorez votre travail jusqu’au {{when}}. Votre note reste celle de la version évaluée, sauf décision de l’équipe enseignante.',
  noWork: 'Vous n’avez rendu aucun travail à réviser.',
  closed: 'La révision est close.',
  work: 'Votre travail révisé',
  answer: 'Réponse à l’évaluateur {{pseudonym}}',
  note: 'Ce qui a changé',
  noteHint:
    'Quelques phrases sur ce que vous avez changé et gardé. L’équipe enseignante les lit, ainsi que vos réponses.',
  noteMissing: 'Veuillez dire ce que vous avez changé.',
  handIn: 'Rendre la version révisée',
  handInAgain: 'Rendre à nouveau',
  saved: 'Votre version révisée est rendue.',
  none: 'Aucune version révisée n’a été rendue.',
  handedIn: 'Rendue le {{when}}.',
  grades:
    'Les évaluations et la note portent sur la version précédente ; vous pouvez modifier la note à la main.',
  before: 'Version évaluée ({{n}})',
  after: 'Version révisée',
  settings: {
    use: 'Les étudiants révisent leur travail après les évaluations',
    useHint:
      'Une fois les évaluations closes, les auteurs les lisent avant la publication des notes et rendent une version révisée en disant ce qui a changé. Évaluations et notes portent sur la version précédente.',
    closesAt: 'Fin de la révision',
  },
} as const;
