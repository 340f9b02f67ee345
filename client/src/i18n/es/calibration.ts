/** Steps that a peer review can have beside handing in, reviewing and the result. */
export const optionalSteps = {
  title: 'Pasos opcionales',
} as const;

/** Two judgements of one work. */
export const comparison = {
  criterion: 'Criterio',
  difference: 'Diferencia',
  same: 'Igual',
  higher: '{{by}} de la escala por encima',
  lower: '{{by}} de la escala por debajo',
  none: 'Sin valorar',
} as const;

/** Example works on which learners practise reviewing. */
export const calibration = {
  title: 'Practicar la revisión',
  link: 'Ver los ejemplos',
  intro:
    'Revise estos trabajos de ejemplo como revisará los de los demás. Después verá qué les dio el profesorado y por qué.',
  meanwhile: 'Mientras no tenga nada que revisar, puede practicar con un ejemplo.',
  standing: {
    notNeeded: 'Es una práctica: no cuenta, y puede revisar los trabajos de los demás sin haberla hecho.',
    open_one:
      'Sus revisiones de otros trabajos se abrirán cuando coincida con el profesorado en {{count}} ejemplo más, al menos en un {{percent}}.',
    open_many:
      'Sus revisiones de otros trabajos se abrirán cuando coincida con el profesorado en {{count}} ejemplos más, al menos en un {{percent}} en cada uno.',
    open_other:
      'Sus revisiones de otros trabajos se abrirán cuando coincida con el profesorado en {{count}} ejemplos más, al menos en un {{percent}} en cada uno.',
    agreed: 'Su coincidencia con el profesorado es suficiente: puede revisar los trabajos de los demás.',
    letPass: 'El profesorado le ha abierto sus revisiones.',
  },
  until: 'Puede revisar los ejemplos hasta el {{when}}.',
  closed: 'Las revisiones están cerradas, también las de los ejemplos.',
  none: {
    title: 'Todavía no hay ejemplos',
    text: 'El profesorado aún no ha añadido ninguno. Vuelva más tarde.',
  },
  example: 'Ejemplo {{n}}',
  agreement: 'Coincidencia: {{percent}}',
  attempts: 'Intentos: {{done}}',
  attemptsOf: 'Intentos: {{done}} de {{of}}',
  open: '{{action}}: {{title}}',
  promise: 'Solo el profesorado ve su revisión de un ejemplo.',
  noneLeft: 'Ha usado todos los intentos de este ejemplo.',
  again: 'Revisarlo otra vez',
  againOf: 'Revisarlo otra vez (intento {{n}} de {{of}})',
  back: 'Todos los ejemplos',
  you: 'Usted',
  staff: 'Profesorado',
  compared: {
    ownPlaces: 'Lo que usted dice de pasajes del trabajo',
    staffPlaces: 'Lo que dicen los docentes sobre pasajes del trabajo',
    title: 'Usted y el profesorado',
    measure:
      'La coincidencia dice lo cerca que están dos revisiones: el 100 % menos lo que se separan de media, en proporción a la escala de cada criterio.',
    own: 'Lo que escribió usted',
    staff: 'Lo que escribió el profesorado',
  },
  staffTitle: 'Ejemplos y calibración',
  staffIntro:
    'Añada trabajos de distinta calidad y valórelos con la rúbrica. Los estudiantes los revisan sin conocer sus puntos y los ven cuando han entregado su propia revisión.',
  isOff: 'Los estudiantes no ven los ejemplos: la práctica está desactivada en los ajustes.',
  tooFew_one: 'Se pide {{count}} ejemplo y hay {{ready}} listos. Hasta entonces bastan menos para superarlo.',
  tooFew_many:
    'Se piden {{count}} ejemplos y hay {{ready}} listos. Hasta entonces bastan menos para superarlo.',
  tooFew_other:
    'Se piden {{count}} ejemplos y hay {{ready}} listos. Hasta entonces bastan menos para superarlo.',
  examples: 'Ejemplos',
  noExamples: {
    title: 'No hay ejemplos',
    text: 'Dos o tres son un buen comienzo: uno logrado y uno flojo.',
  },
  add: 'Añadir un ejemplo',
  ready: 'Listo',
  notReady: 'Faltan criterios por valorar',
  remove: 'Quitar',
  removeOne: 'Quitar «{{title}}»',
  removeTitle: '¿Quitar «{{title}}»?',
  removeText:
    'Los estudiantes dejan de ver este ejemplo. Quien coincidió con usted en él conserva lo alcanzado.',
  removed: 'Se ha quitado «{{title}}».',
  learners: 'Quién ha practicado',
  table: 'Coincidencia de cada estudiante',
  passNone: 'La práctica es voluntaria.',
  passNeeds_one:
    'Para revisar, los estudiantes deben coincidir con usted en un {{percent}} en {{count}} ejemplo.',
  passNeeds_many:
    'Para revisar, los estudiantes deben coincidir con usted en un {{percent}} en cada uno de {{count}} ejemplos.',
  passNeeds_other:
    'Para revisar, los estudiantes deben coincidir con usted en un {{percent}} en cada uno de {{count}} ejemplos.',
  columns: {
    reviewed: 'Ejemplos',
    attempts: 'Intentos',
    agreement: 'Coincidencia',
    standing: 'Superado',
    decide: 'Decisión',
  },
  state: { notNeeded: 'No hace falta', open: 'Todavía no', agreed: 'Superado', letPass: 'Admitido' },
  letPass: {
    label: { open: 'Admitir: {{name}}', letPass: 'Retirar: {{name}}' },
    button: { open: 'Admitir', letPass: 'Retirar' },
    of: { open: 'Admitir a {{name}}', letPass: 'Retirar la admisión de {{name}}' },
    text: {
      open: 'Las revisiones se abren sin la coincidencia que se pide.',
      letPass: 'Las revisiones que no se han empezado se cierran de nuevo hasta alcanzar la coincidencia.',
    },
    done: {
      open: '{{name}} ya puede revisar.',
      letPass: 'Se ha retirado la admisión de {{name}}.',
    },
    reason: 'Motivo',
    reasonHint: 'Solo lo ve el profesorado.',
    reasonMissing: 'Indique un motivo.',
  },
  form: {
    new: 'Ejemplo nuevo',
    title: 'Título para el profesorado',
    titleHint: 'Los estudiantes ven «Ejemplo 1», etc.: un título puede decir qué está bien o mal.',
    titleMissing: 'Ponga un título.',
    text: 'Texto del trabajo',
    workMissing: 'Escriba algo o añada un archivo.',
    places: 'Comentarios en pasajes',
    placesHint:
      'Seleccione abajo palabras del trabajo para comentarlas. Los estudiantes lo leen cuando han entregado su propia revisión.',
    placesLost_one: '{{count}} comentario está en palabras que ya no existen y desaparece al guardar.',
    placesLost_many: '{{count}} de comentarios están en palabras que ya no existen y desaparecen al guardar.',
    placesLost_other: '{{count}} comentarios están en palabras que ya no existen y desaparecen al guardar.',
    scores: 'Lo que usted le da',
    scoresHint: 'Los estudiantes lo ven solo cuando han entregado su propia revisión del ejemplo.',
    comment: 'Por qué: un comentario para quienes practican',
    commentHint: 'Diga qué ha observado, criterio por criterio.',
    save: 'Guardar el ejemplo',
    saving: 'Guardando…',
    saved: 'El ejemplo se ha guardado.',
  },
  settings: {
    use: 'Los estudiantes practican la revisión con ejemplos',
    useHint:
      'Usted añade trabajos y los valora; los estudiantes los revisan y comparan. Pueden empezar antes de la entrega.',
    pass: 'Exigir que se supere antes de abrir las revisiones reales',
    passHint: 'Puede admitir a estudiantes concretos sin ello.',
    examples: 'Ejemplos en los que coincidir',
    examplesHint: 'Si hay menos, en todos.',
    agreement: 'Coincidencia con usted en cada uno, en porcentaje',
    limit: 'Limitar los intentos de cada ejemplo',
    limitHint: 'A partir del segundo intento, los estudiantes conocen sus puntos. Cuenta el mejor intento.',
    attempts: 'Intentos de cada ejemplo',
  },
} as const;
