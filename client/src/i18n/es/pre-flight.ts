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
    idle: 'No escriben revisiones (%)',
    careless: 'Revisan sin mirar (%)',
  },
  of: {
    missing: 'De todo el alumnado',
    late: 'De quienes entregan: cuando las revisiones ya han empezado',
    idle: 'De quienes entregan',
    careless: 'De quienes escriben revisiones',
  },
  try: 'Probar de nuevo',
  again: 'El ensayo se hace de nuevo.',
  findings: 'Qué ocurriría',
  counts:
    'Entregan {{handedIn}} de {{learners}} personas, {{late}} de ellas tarde; {{idle}} no escriben revisiones.',
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
  table: {
    label: 'Personas del ensayo',
    part: 'Entrega',
    reviews: 'Revisa los trabajos de',
    tasks: 'Revisiones por escribir',
    received: 'Revisiones recibidas',
  },
  part: { inTime: 'A tiempo', late: 'Tarde', missing: 'Ninguna', idle: 'no escribe revisiones' },
  warn: {
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
