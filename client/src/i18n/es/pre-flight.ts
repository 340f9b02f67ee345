/** Textos del ensayo antes de publicar una actividad. */
export const preFlight = {
  title: 'Comprobación previa',
  link: 'Comprobación previa',
  intro:
    'Un ensayo con las personas de este curso: quién revisaría a quién, cuántas revisiones tendría cada trabajo y qué calificaciones podrían salir. Usa sus ajustes y valoraciones inventadas. No se guarda nada y nadie recibe avisos.',
  assumed: 'Qué se da por supuesto',
  share: {
    missing: 'No entregan nada (%)',
    late: 'Entregan tarde (%)',
    idle: 'No valoran ningún trabajo (%)',
    careless: 'Revisan sin mirar (%)',
  },
  of: {
    missing: 'De todo el alumnado',
    late: 'De quienes entregan: cuando las revisiones ya han empezado',
    idle: 'De quienes entregan',
    careless: 'De quienes valoran trabajos',
  },
  try: 'Probar de nuevo',
  again: 'El ensayo se hace de nuevo.',
  findings: 'Qué ocurriría',
  counts:
    'Entregan {{handedIn}} de {{authors}} personas, {{late}} de ellas tarde; {{idle}} no valoran ningún trabajo.',
  fine: 'Nada de qué preocuparse: cada trabajo recibe sus revisiones.',
  mind: 'A tener en cuenta',
  receivedPlot: 'Revisiones que recibirían los trabajos',
  reviews: 'Revisiones',
  works: 'Trabajos',
  reviewsOf_one: '{{count}} revisión',
  reviewsOf_many: '{{count}} revisiones',
  reviewsOf_other: '{{count}} revisiones',
  gradePlot: 'Calificaciones que podrían salir',
  percent: 'Calificación en %',
  off: 'Con su método, una calificación se apartaría de media {{off}} puntos porcentuales de lo que vale el trabajo inventado. Más revisiones por persona, o una rúbrica más clara, lo reducen.',
  whom: 'Quién revisaría a quién',
  ofAllGroups: 'De todos los grupos',
  countsOfGroups:
    'Entregan {{handedIn}} de {{authors}} grupos, {{late}} de ellos tarde; {{idle}} de quienes deben valorar no lo hacen.',
  comparedPlot: 'Comparaciones en las que estarían los trabajos',
  comparisons: 'Comparaciones',
  offCompared:
    'Una calificación se apartaría de media {{off}} puntos porcentuales del lugar que el trabajo inventado tiene entre los demás. Más comparaciones por persona lo reducen.',
  whomCompared: 'Quién compararía qué',
  whatWorksGet: 'Qué recibirían los trabajos',
  comparisonsOf_one: '{{count}} comparación',
  comparisonsOf_many: '{{count}} comparaciones',
  comparisonsOf_other: '{{count}} comparaciones',
  table: {
    does: 'Sí',
    doesNot: 'No',
    compares: 'Compara',
    pairs: 'Comparaciones por hacer',
    inPairs: 'Comparaciones de este trabajo',
    pair: '{{one}} con {{other}}',
    group: 'Grupo',
    members: 'Integrantes',
    writes: 'Escribe revisiones',
    label: 'Personas del ensayo',
    part: 'Entrega',
    reviews: 'Revisa los trabajos de',
    tasks: 'Revisiones por escribir',
    received: 'Revisiones recibidas',
  },
  part: { inTime: 'A tiempo', late: 'Tarde', missing: 'Ninguna', idle: 'no valora ningún trabajo' },
  warn: {
    tooFewToCompare_one:
      'Solo hay {{count}} trabajo: hacen falta al menos tres para que alguien tenga dos que comparar.',
    tooFewToCompare_many:
      'Solo hay {{count}} trabajos: hacen falta al menos tres para que alguien tenga dos que comparar.',
    tooFewToCompare_other:
      'Solo hay {{count}} trabajos: hacen falta al menos tres para que alguien tenga dos que comparar.',
    smallToCompare_one:
      'Cada persona solo puede hacer {{count}} comparación en lugar de {{wanted}}: no hay más parejas.',
    smallToCompare_many:
      'Cada persona solo puede hacer {{count}} comparaciones en lugar de {{wanted}}: no hay más parejas.',
    smallToCompare_other:
      'Cada persona solo puede hacer {{count}} comparaciones en lugar de {{wanted}}: no hay más parejas.',
    noGroup_one: '{{count}} persona no está en ningún grupo y por eso no entrega nada.',
    noGroup_many: '{{count}} personas no están en ningún grupo y por eso no entregan nada.',
    noGroup_other: '{{count}} personas no están en ningún grupo y por eso no entregan nada.',
    noReviewGroup_one: '{{count}} persona no está en ningún grupo que revise y por eso no revisa nada.',
    noReviewGroup_many: '{{count}} personas no están en ningún grupo que revise y por eso no revisan nada.',
    noReviewGroup_other: '{{count}} personas no están en ningún grupo que revise y por eso no revisan nada.',
    fewPairs_one: '{{count}} persona tendría menos de {{wanted}} comparaciones por hacer.',
    fewPairs_many: '{{count}} personas tendrían menos de {{wanted}} comparaciones por hacer.',
    fewPairs_other: '{{count}} personas tendrían menos de {{wanted}} comparaciones por hacer.',
    fewComparisons_one:
      '{{count}} trabajo acabaría en menos de {{wanted}} comparaciones, porque algunas personas no hacen ninguna: su lugar sería incierto.',
    fewComparisons_many:
      '{{count}} trabajos acabarían en menos de {{wanted}} comparaciones, porque algunas personas no hacen ninguna: sus lugares serían inciertos.',
    fewComparisons_other:
      '{{count}} trabajos acabarían en menos de {{wanted}} comparaciones, porque algunas personas no hacen ninguna: sus lugares serían inciertos.',
    uncertainCompared:
      'Las calificaciones se apartarían de media {{off}} puntos porcentuales. Ayudan más comparaciones por persona.',
    tooFew_one: 'Solo hay {{count}} trabajo: hacen falta al menos dos para empezar las revisiones.',
    tooFew_many: 'Solo hay {{count}} trabajos: hacen falta al menos dos para empezar las revisiones.',
    tooFew_other: 'Solo hay {{count}} trabajos: hacen falta al menos dos para empezar las revisiones.',
    smallCourse_one: 'Cada persona solo puede revisar {{count}} trabajo en vez de {{wanted}}: no hay más.',
    smallCourse_many: 'Cada persona solo puede revisar {{count}} trabajos en vez de {{wanted}}: no hay más.',
    smallCourse_other: 'Cada persona solo puede revisar {{count}} trabajos en vez de {{wanted}}: no hay más.',
    fewReviewers_one:
      '{{count}} trabajo tendría menos de {{wanted}} revisores, por personas separadas o secciones pequeñas.',
    fewReviewers_many:
      '{{count}} trabajos tendrían menos de {{wanted}} revisores, por personas separadas o secciones pequeñas.',
    fewReviewers_other:
      '{{count}} trabajos tendrían menos de {{wanted}} revisores, por personas separadas o secciones pequeñas.',
    fewTasks_one: '{{count}} persona tendría menos de {{wanted}} trabajos que revisar.',
    fewTasks_many: '{{count}} personas tendrían menos de {{wanted}} trabajos que revisar.',
    fewTasks_other: '{{count}} personas tendrían menos de {{wanted}} trabajos que revisar.',
    lateWorks_one:
      '{{count}} trabajo llega cuando las revisiones ya han empezado y se encarga entonces a quienes menos tienen que hacer.',
    lateWorks_many:
      '{{count}} trabajos llegan cuando las revisiones ya han empezado y se encargan entonces a quienes menos tienen que hacer.',
    lateWorks_other:
      '{{count}} trabajos llegan cuando las revisiones ya han empezado y se encargan entonces a quienes menos tienen que hacer.',
    helpers_one: '{{count}} persona escribiría por ello más que las demás.',
    helpers_many: '{{count}} personas escribirían por ello más que las demás.',
    helpers_other: '{{count}} personas escribirían por ello más que las demás.',
    unwritten_one:
      '{{count}} trabajo acabaría con menos de {{wanted}} revisiones, porque algunas personas no escriben ninguna. Con una revisión más por persona hay margen; además, los trabajos a los que les faltan le esperan en la cola antes de que acaben las revisiones.',
    unwritten_many:
      '{{count}} trabajos acabarían con menos de {{wanted}} revisiones, porque algunas personas no escriben ninguna. Con una revisión más por persona hay margen; además, los trabajos a los que les faltan le esperan en la cola antes de que acaben las revisiones.',
    unwritten_other:
      '{{count}} trabajos acabarían con menos de {{wanted}} revisiones, porque algunas personas no escriben ninguna. Con una revisión más por persona hay margen; además, los trabajos a los que les faltan le esperan en la cola antes de que acaben las revisiones.',
    noReview_one:
      '{{count}} trabajo no recibiría ninguna revisión y, por tanto, ninguna calificación de ellas.',
    noReview_many:
      '{{count}} trabajos no recibirían ninguna revisión y, por tanto, ninguna calificación de ellas.',
    noReview_other:
      '{{count}} trabajos no recibirían ninguna revisión y, por tanto, ninguna calificación de ellas.',
    oneReview_one:
      '{{count}} trabajo recibiría una sola revisión: su calificación dependería de una persona.',
    oneReview_many:
      '{{count}} trabajos recibirían una sola revisión: cada calificación dependería de una persona.',
    oneReview_other:
      '{{count}} trabajos recibirían una sola revisión: cada calificación dependería de una persona.',
    uncertain:
      'Las calificaciones se apartarían de media {{off}} puntos porcentuales. Ayudan más revisiones por persona, ponderar por fiabilidad o comprobaciones puntuales.',
    part: 'De {{learners}} personas se han probado {{tried}}; para las demás es más o menos igual.',
  },
} as const;
