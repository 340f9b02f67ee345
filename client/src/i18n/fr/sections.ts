export const sections = {
  title: 'Sections',
  intro:
    'Indiquez quel ensemble de groupes forme les sections du cours. Les listes affichent alors la section de chaque étudiant, et les assistants voient d’abord leurs propres sections. C’est un filtre, pas une restriction d’accès : toute l’équipe enseignante peut toujours tout ouvrir.',
  set: 'Groupes qui sont les sections',
  setHint: 'Groupes de la plateforme, d’un fichier ou créés ici.',
  none: 'Le cours n’a pas de sections',
  chosen: 'Les sections ont été choisies.',
  empty: 'Cet ensemble ne contient encore aucun groupe.',
  table: 'Sections et leurs assistants',
  section: 'Section',
  unnamed: 'Section sans nom',
  people: 'Personnes',
  assistants: 'Assistants',
  assistantsHint: 'Personne n’y perd ni n’y gagne d’accès. Les étudiants ne le voient pas.',
  nobody: 'Personne pour l’instant',
  change: 'Modifier',
  changeOf: 'Modifier les assistants de {{name}}',
  dialog: 'Assistants de « {{name}} »',
  save: 'Enregistrer',
  saved: 'Les assistants ont été enregistrés.',
  filter: { label: 'Qui la liste affiche', mine: 'Mes sections', all: 'Tout le monde' },
  divide: {
    open: 'Répartir par section',
    title: 'Répartir les travaux par section',
    confirm: 'Répartir ainsi',
    text: 'Chaque travail sans note revient à ceux qui suivent la section de son auteur, à parts égales s’ils sont plusieurs. Les travaux remis plus tard sont répartis de la même façon, et un travail que personne n’a commencé suit son auteur qui change de section.',
    section: '{{name}} : {{works}}, {{who}}',
    works_one: '{{count}} travail',
    works_many: '{{count}} travaux',
    works_other: '{{count}} travaux',
    withoutSection_one:
      '{{count}} travail est d’un étudiant sans section : il est réparti à parts égales entre tous ceux qui suivent une section.',
    withoutSection_many:
      '{{count}} travaux sont d’étudiants sans section : ils sont répartis à parts égales entre tous ceux qui suivent une section.',
    withoutSection_other:
      '{{count}} travaux sont d’étudiants sans section : ils sont répartis à parts égales entre tous ceux qui suivent une section.',
    withoutAssistants_one:
      '{{count}} travail est d’une section que personne ne suit : il est réparti à parts égales entre tous ceux qui suivent une section.',
    withoutAssistants_many:
      '{{count}} travaux sont de sections que personne ne suit : ils sont répartis à parts égales entre tous ceux qui suivent une section.',
    withoutAssistants_other:
      '{{count}} travaux sont de sections que personne ne suit : ils sont répartis à parts égales entre tous ceux qui suivent une section.',
    people: 'Ce que chacun reçoit',
    person: '{{name}} : {{number}}',
    isOn: 'Les travaux sont répartis par section à mesure qu’ils arrivent.',
  },
  reviews: {
    label: 'Quels travaux les étudiants évaluent',
    hint: 'Les sections se choisissent à la page « Groupes ». Une section qui ne compte pas plus de travaux que chacun doit en évaluer est réunie avec d’autres.',
    course: 'Des travaux de tout le cours',
    section: 'Des travaux de leur propre section',
    facts: {
      none: 'Le cours n’a pas de sections : les évaluations portent sur tout le cours.',
      within_one: 'Dans {{count}} section, les étudiants s’évaluent entre eux.',
      within_many: 'Dans {{count}} sections, les étudiants s’évaluent au sein de la leur.',
      within_other: 'Dans {{count}} sections, les étudiants s’évaluent au sein de la leur.',
      tooSmall:
        'Trop peu de travaux pour rester dans la section : {{names}}. Leurs étudiants évaluent au-delà des sections.',
      unplaced_one: '{{count}} étudiant n’a pas de section et évalue au-delà des sections.',
      unplaced_many: '{{count}} étudiants n’ont pas de section et évaluent au-delà des sections.',
      unplaced_other: '{{count}} étudiants n’ont pas de section et évaluent au-delà des sections.',
      across_one: '{{count}} travail est évalué au-delà des sections.',
      across_many: '{{count}} travaux sont évalués au-delà des sections.',
      across_other: '{{count}} travaux sont évalués au-delà des sections.',
      joined:
        'Ils sont trop peu nombreux pour s’évaluer entre eux et rejoignent donc {{name}}, la section qui compte le moins de travaux.',
    },
  },
} as const;
