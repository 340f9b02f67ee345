/** How reviews become grades, on the settings page. */
export const gradingMethods = {
  method: {
    legend: 'Cómo las revisiones se convierten en la calificación del trabajo',
    median: 'La revisión del medio',
    medianHint: 'La mediana: una sola revisión muy alejada no cambia nada.',
    mean: 'La media de todas las revisiones',
    meanHint: 'Todas las revisiones cuentan lo mismo.',
    trimmed: 'La media sin la más alta ni la más baja',
    trimmedHint: 'Con tres o más revisiones, se dejan fuera las dos extremas.',
    reliability: 'Según la fiabilidad de quienes revisan',
    reliabilityHint:
      'Cuentan más las revisiones de quienes se acercan más a las demás y a las calificaciones que usted ponga; se descuenta la benevolencia o la severidad conocida. Cuando eso no aporta más que una media, se toma la media.',
  },
  agreement: {
    counts: 'Cuenta la coincidencia con la mejor revisión',
    countsHint:
      'La mejor revisión de un trabajo es la más cercana a la media de todas. Sin esta opción, solo cuenta haber escrito las revisiones.',
    percent: 'Peso de la coincidencia (%)',
    percentHint: 'El resto es por haber escrito las revisiones.',
    strictness: 'Rigor de la comparación',
    veryLax: 'Muy flexible',
    lax: 'Flexible',
    fair: 'Equilibrado',
    strict: 'Estricto',
    veryStrict: 'Muy estricto',
  },
  helpfulness: {
    counts: 'La utilidad cuenta',
    countsHint:
      'Tras la publicación, los autores dicen cuán útil fue cada revisión. Lo que nadie ha valorado cuenta como escrito.',
    percent: 'La utilidad cuenta (%)',
  },
  quality: {
    counts: 'Cuenta lo que el profesorado dice de las revisiones',
    countsHint:
      'Usted dice de cada revisión, junto al trabajo, lo buena que es. Lo que no se juzga cuenta como escrito.',
    percent: 'El juicio del profesorado cuenta (%)',
  },
} as const;

/** What another way does to grades that are there. */
export const gradingMethodEffects = {
  reviewsCombined_zero:
    'Las revisiones se convierten ahora en calificaciones así: {{method}}. De momento no cambia ninguna calificación.',
  reviewsCombined_one:
    'Las revisiones se convierten ahora en calificaciones así: {{method}}. Cambia el resultado de {{count}} trabajo, como máximo en {{most}} puntos porcentuales.',
  reviewsCombined_many:
    'Las revisiones se convierten ahora en calificaciones así: {{method}}. Cambia el resultado de {{count}} trabajos, como máximo en {{most}} puntos porcentuales.',
  reviewsCombined_other:
    'Las revisiones se convierten ahora en calificaciones así: {{method}}. Cambia el resultado de {{count}} trabajos, como máximo en {{most}} puntos porcentuales.',
  agreementCounts:
    'La coincidencia con la mejor revisión cuenta el {{percent}} de la calificación por revisar.',
  agreementIgnored: 'La calificación por revisar es solo por haber escrito las revisiones.',
  helpfulnessCounts:
    'La utilidad de las revisiones según los autores cuenta el {{percent}} de la nota por revisar.',
  helpfulnessIgnored: 'La utilidad de las revisiones según los autores ya no cuenta.',
  qualityCounts:
    'La calidad de las revisiones según el profesorado cuenta el {{percent}} de la nota por revisar.',
  qualityIgnored: 'La calidad de las revisiones según el profesorado ya no cuenta.',
} as const;

/** How certain grades are. */
export const spotChecks = {
  title: 'Certeza de las calificaciones',
  median: 'La calificación es la revisión del medio de cada trabajo.',
  mean: 'La calificación es la media de las revisiones de cada trabajo.',
  trimmed: 'La calificación es la media de las revisiones de cada trabajo sin la más alta ni la más baja.',
  reliability: 'Las revisiones cuentan según la fiabilidad de quien las escribe.',
  usesMean:
    'Las revisiones deben contar según la fiabilidad, pero de momento eso no aporta más que una media: se toma la media.',
  known: 'Calificados por el equipo docente: {{known}} de {{works}} trabajos revisados.',
  worth:
    'Estas calificaciones son las menos seguras. Si usted califica uno de estos trabajos, su calificación queda fijada.',
  helps:
    'Además muestra la fiabilidad de quienes lo revisaron y mejora las demás calificaciones en el próximo cálculo.',
  none: 'Ninguna calificación destaca por incierta.',
  mark: 'Calificar trabajos',
  caption: 'Trabajos que merecen una mirada',
  reviews: 'Revisiones',
  percent: 'Resultado',
  interval: 'Muy probablemente entre',
  spread: 'Distancia entre revisiones',
  points: '{{spread}} puntos',
  range: '{{low}} – {{high}}',
} as const;

/** Sentences about grades that compare reviews with each other. */
export const explainFurther = {
  single: '{{whose}}: una revisión dio el {{percent}}.',
  mean: '{{whose}}: {{percent}}, la media de todas las revisiones (dieron {{scores}}).',
  median: '{{whose}}: {{percent}}, la mediana de todas las revisiones (dieron {{scores}}).',
  trimmed:
    '{{whose}}: {{percent}}, la media de las revisiones sin la más alta ni la más baja (dieron {{scores}}).',
  reliability:
    '{{whose}}: {{percent}}, a partir de todas las revisiones (dieron {{scores}}). Cuentan más las de quienes suelen acercarse más a las demás, y se descuenta la benevolencia o la severidad conocida.',
  interval: 'Otras personas habrían llegado muy probablemente a un valor entre {{low}} y {{high}}.',
  agreement:
    'Coinciden en un {{agreement}} con las mejores revisiones, lo que cuenta el {{counts}}: {{percent}}.',
  helpfulness:
    'Los autores las encuentran útiles en un {{helpfulness}}, lo que cuenta el {{counts}}: {{percent}}.',
  notRated: 'Nadie las ha valorado todavía; eso contará el {{counts}}.',
  notJudged: 'El profesorado no las ha juzgado; eso contaría el {{counts}}.',
  quality: 'El profesorado las encuentra buenas en un {{quality}}, lo que cuenta el {{counts}}: {{percent}}.',
} as const;
