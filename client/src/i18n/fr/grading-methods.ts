/** How reviews become grades, on the settings page. */
export const gradingMethods = {
  method: {
    legend: 'Comment les évaluations deviennent la note d’un travail',
    median: 'L’évaluation du milieu',
    medianHint: 'La médiane : une évaluation très éloignée des autres ne change rien.',
    mean: 'La moyenne de toutes les évaluations',
    meanHint: 'Chaque évaluation compte autant.',
    trimmed: 'La moyenne sans la plus haute ni la plus basse',
    trimmedHint: 'À partir de trois évaluations, les deux extrêmes sont écartées.',
    reliability: 'Selon la fiabilité des évaluateurs',
    reliabilityHint:
      'Les évaluations de ceux qui sont plus proches des autres, et de vos propres notes, comptent davantage ; l’indulgence et la sévérité connues sont corrigées. Quand cela n’apporte rien de plus, la moyenne est retenue.',
  },
  agreement: {
    counts: 'L’accord avec la meilleure évaluation compte',
    countsHint:
      'La meilleure évaluation d’un travail est la plus proche de la moyenne de toutes. Sans ce choix, seul compte le fait d’avoir écrit ses évaluations.',
    percent: 'Part de l’accord (%)',
    percentHint: 'Le reste récompense les évaluations écrites.',
    strictness: 'Rigueur de la comparaison',
    veryLax: 'Très souple',
    lax: 'Souple',
    fair: 'Équilibrée',
    strict: 'Stricte',
    veryStrict: 'Très stricte',
  },
  helpfulness: {
    counts: 'L’utilité compte',
    countsHint:
      'Après la publication, les auteurs disent à quel point chaque évaluation leur a été utile. Ce que personne n’a noté compte comme rédigé.',
    percent: 'L’utilité compte pour (%)',
  },
  quality: {
    counts: 'L’avis des enseignants sur les évaluations compte',
    countsHint:
      'Vous dites de chaque évaluation, à côté du travail, si elle est bonne. Ce qui n’est pas jugé compte comme écrit.',
    percent: 'L’avis des enseignants compte pour (%)',
  },
} as const;

/** What another way does to grades that are there. */
export const gradingMethodEffects = {
  reviewsCombined_zero:
    'Les évaluations deviennent désormais des notes ainsi : {{method}}. Aucune note ne change pour l’instant.',
  reviewsCombined_one:
    'Les évaluations deviennent désormais des notes ainsi : {{method}}. Le résultat de {{count}} travail change, d’au plus {{most}} points de pourcentage.',
  reviewsCombined_many:
    'Les évaluations deviennent désormais des notes ainsi : {{method}}. Le résultat de {{count}} travaux change, d’au plus {{most}} points de pourcentage.',
  reviewsCombined_other:
    'Les évaluations deviennent désormais des notes ainsi : {{method}}. Le résultat de {{count}} travaux change, d’au plus {{most}} points de pourcentage.',
  agreementCounts:
    'L’accord avec la meilleure évaluation compte pour {{percent}} de la note des évaluations.',
  agreementIgnored: 'La note des évaluations récompense seulement le fait de les avoir écrites.',
  helpfulnessCounts:
    'L’utilité des évaluations aux yeux des auteurs compte pour {{percent}} de la note d’évaluation.',
  helpfulnessIgnored: 'L’utilité des évaluations aux yeux des auteurs ne compte plus.',
  qualityCounts:
    'La qualité des évaluations selon les enseignants compte pour {{percent}} de la note d’évaluation.',
  qualityIgnored: 'La qualité des évaluations selon les enseignants ne compte plus.',
} as const;

/** How certain grades are. */
export const spotChecks = {
  title: 'Degré de certitude des notes',
  median: 'La note est l’évaluation du milieu de chaque travail.',
  mean: 'La note est la moyenne des évaluations de chaque travail.',
  trimmed: 'La note est la moyenne des évaluations de chaque travail, sans la plus haute ni la plus basse.',
  reliability: 'Les évaluations comptent selon la fiabilité de leurs auteurs.',
  usesMean:
    'Les évaluations doivent compter selon la fiabilité, mais pour l’instant cela n’apporte rien de plus qu’une moyenne : la moyenne est retenue.',
  known: 'Notés par l’équipe enseignante : {{known}} travaux évalués sur {{works}}.',
  worth: 'Ces notes sont les moins certaines. Noter vous-même un tel travail fixe sa note.',
  helps:
    'Cela montre aussi la fiabilité de ses évaluateurs, et améliore les autres notes au prochain calcul.',
  none: 'Aucune note ne paraît incertaine.',
  mark: 'Noter des travaux',
  caption: 'Travaux qui méritent un regard',
  reviews: 'Évaluations',
  percent: 'Résultat',
  interval: 'Très probablement entre',
  spread: 'Écart des évaluations',
  points: '{{spread}} points',
  range: '{{low}} – {{high}}',
} as const;

/** Sentences about grades that compare reviews with each other. */
export const explainFurther = {
  single: '{{whose}} : une évaluation a donné {{percent}}.',
  mean: '{{whose}} : {{percent}}, la moyenne de toutes les évaluations (elles ont donné {{scores}}).',
  median: '{{whose}} : {{percent}}, la médiane de toutes les évaluations (elles ont donné {{scores}}).',
  trimmed:
    '{{whose}} : {{percent}}, la moyenne des évaluations sans la plus haute ni la plus basse (elles ont donné {{scores}}).',
  reliability:
    '{{whose}} : {{percent}}, d’après toutes les évaluations (elles ont donné {{scores}}). Celles des personnes habituellement plus proches des autres comptent davantage, et l’indulgence ou la sévérité connue est corrigée.',
  interval: 'D’autres évaluateurs seraient très probablement arrivés entre {{low}} et {{high}}.',
  agreement:
    'Elles s’accordent à {{agreement}} avec les meilleures évaluations, ce qui compte pour {{counts}} : {{percent}}.',
  helpfulness:
    'Les auteurs les trouvent utiles à {{helpfulness}}, ce qui compte pour {{counts}} : {{percent}}.',
  notRated: 'Personne ne les a encore notées ; cela comptera pour {{counts}}.',
  notJudged: 'Les enseignants ne les ont pas jugées ; cela compterait pour {{counts}}.',
  quality: 'Les enseignants les trouvent bonnes à {{quality}}, ce qui compte pour {{counts}} : {{percent}}.',
} as const;
