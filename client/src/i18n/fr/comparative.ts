/** Comparing two works, and what comes of it. */
export const comparative = {
  title: 'Comparer : {{left}} et {{right}}',
  shown: 'Travail affiché',
  yours: 'Lequel est le meilleur ?',
  yoursHint: 'Choisissez-en un selon chaque critère, même s’ils sont proches : il n’y a pas d’égalité.',
  choose: 'Veuillez choisir l’un des deux.',
  comment: 'Votre commentaire sur : {{work}}',
  commentHint:
    'Qu’est-ce qui est réussi, et qu’est-ce qui l’améliorerait ? Cela s’adresse à l’auteur de ce travail, pas à celui de l’autre.',
  submit: 'Envoyer la comparaison',
  resubmit: 'Envoyer les modifications',
  done: 'La comparaison est envoyée.',
  setUp: {
    label: 'Façon d’évaluer',
    rate: 'Chaque travail est noté',
    rateHint: 'Selon les critères, avec des points, des niveaux ou une échelle.',
    compare: 'Deux travaux sont comparés',
    compareHint:
      'Lequel des deux est le meilleur selon chaque critère ? C’est souvent plus facile à dire que le nombre de points que mérite un travail.',
    weakestPercent: 'Le travail le plus faible obtient (%)',
    strongestPercent: 'Le meilleur travail obtient (%)',
    range:
      'Tous les autres se situent entre les deux, selon le nombre de fois où ils ont été préférés et à quels autres. Les travaux presque équivalents ne sont pas étalés sur toute l’étendue.',
    without:
      'Les comparaisons sont distribuées toutes en même temps, et chacun fait les siennes. Elles ne vont pas avec les travaux d’exemple, l’auto-évaluation, la révision ni les notes pour l’accord ou l’utilité, et selon les critères on dit seulement quel travail est le meilleur.',
    each: 'Comparaisons par étudiant',
    eachHint:
      'Avec cinq comparaisons par étudiant, chaque travail figure dans dix comparaisons : c’est à peu près ce qu’il faut pour des notes fiables.',
    eachOfGroupHint:
      'Chaque membre compare, seul, des travaux d’autres groupes. Pour des notes fiables, chaque travail devrait figurer dans une dizaine de comparaisons : avec des groupes de trois, deux par personne suffisent.',
    within:
      'Seuls les travaux d’une même section ou d’un même sujet sont comparés entre eux. Toutes les sections comptent donc comme aussi bonnes en moyenne : si l’une est bien meilleure qu’une autre, comparez plutôt dans tout le cours.',
    withinHint:
      'Les sections se choisissent à la page « Groupes ». Une section qui a trop peu de travaux pour tant de paires est réunie avec d’autres.',
  },
  start: {
    text: 'Les remises prennent fin le {{when}}. Lancer les évaluations y met fin tout de suite et donne à chaque étudiant qui a rendu un travail jusqu’à {{k}} paires de travaux à comparer.',
    tooFew: 'Au moins trois travaux doivent avoir été rendus pour que l’on puisse comparer.',
    each_one: '{{count}} paire de travaux',
    each_many: '{{count}} paires de travaux',
    each_other: '{{count}} paires de travaux',
  },
  staff: {
    comparisonBy: 'Comparaison de {{name}}',
    chosenBy: 'ce travail choisi à {{percent}}',
    title: 'Comparaisons',
    empty: 'Rien à comparer pour l’instant',
    emptyText: 'Les paires de travaux sont distribuées au lancement des évaluations.',
    made: '{{made}} comparaisons sur {{of}} sont faites.',
    works: 'Les travaux, du meilleur au plus faible',
    who: 'Qui a comparé quoi',
    range:
      'Le travail le plus faible obtient {{lowest}} points et le meilleur {{highest}}, avant les retards et les règles de notation.',
    rank: 'Rang',
    grade: 'Note (sur {{points}})',
    interval: 'Probablement entre',
    by: 'Selon « {{title}} » seul',
    chosen: 'Préféré',
    of: '{{chosen}} sur {{made}}',
    reviewer: 'Évaluateur',
    left: 'Premier travail',
    right: 'Second travail',
    choice: 'Choix',
    even: 'Autant l’un que l’autre',
    better: '{{name}} ({{percent}} des critères)',
    leftComment: 'Sur le premier travail',
    rightComment: 'Sur le second travail',
    action: 'Action',
    take: 'Retirer',
    takeOf: 'Retirer : comparaison de {{left}} et {{right}} par {{name}}',
    given: '{{name}} a reçu deux travaux à comparer.',
    had: '{{name}} a déjà ces deux travaux à comparer.',
    taken: 'La comparaison a été retirée à {{name}}.',
    give: {
      title: 'Distribuer une comparaison à la main',
      hint: 'La personne en est informée. Ce que personne n’a commencé peut être retiré dans le tableau ci-dessous.',
      who: 'Qui compare',
      has_one: 'a {{count}} comparaison',
      has_many: 'a {{count}} comparaisons',
      has_other: 'a {{count}} comparaisons',
      choose: 'Choisissez une personne et deux travaux différents d’autres personnes.',
      confirm: 'Distribuer',
    },
    reliability: {
      unknown:
        'On ne peut pas encore dire si l’ordre est fiable : il faut des comparaisons d’au moins quatre évaluateurs.',
      high: 'L’ordre est fiable : une moitié des évaluateurs arrive presque au même ordre que l’autre (fidélité par moitiés {{value}}).',
      fair: 'L’ordre est assez fiable : les deux moitiés des évaluateurs s’accordent le plus souvent (fidélité par moitiés {{value}}). Examinez vous-même les travaux proches des extrémités.',
      low: 'L’ordre n’est pas fiable : les deux moitiés des évaluateurs arrivent à des ordres bien différents (fidélité par moitiés {{value}}). Examinez les travaux avant de publier des notes d’après lui.',
    },
  },
  explain:
    '{{whose}} : préféré dans {{chosen}} comparaisons sur {{made}} avec d’autres travaux, tous critères confondus. Entre le travail le plus faible ({{lowest}}) et le meilleur ({{highest}}), cela donne {{percent}}, probablement entre {{low}} et {{high}}.',
  rangeOf: 'de {{lowest}} pour le travail le plus faible à {{highest}} pour le meilleur',
  explainCriteria: 'Par critère : {{criteria}}.',
  criterion: '{{title}} {{chosen}} sur {{of}}',
} as const;
