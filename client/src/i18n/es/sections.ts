export const sections = {
  title: 'Secciones',
  intro:
    'Indique qué conjunto de grupos forma las secciones del curso. Las listas muestran entonces la sección de cada estudiante, y los asistentes ven primero sus propias secciones. Es un filtro, no una barrera: todo el equipo docente puede seguir abriéndolo todo.',
  set: 'Grupos que son las secciones',
  setHint: 'Grupos de la plataforma, de un archivo o creados aquí.',
  none: 'El curso no tiene secciones',
  chosen: 'Se eligieron las secciones.',
  empty: 'Todavía no hay ningún grupo en este conjunto.',
  table: 'Secciones y sus asistentes',
  section: 'Sección',
  unnamed: 'Sección sin nombre',
  people: 'Personas',
  assistants: 'Asistentes',
  assistantsHint: 'Nadie pierde ni gana acceso. Los estudiantes no ven esto.',
  nobody: 'Nadie todavía',
  change: 'Cambiar',
  changeOf: 'Cambiar los asistentes de {{name}}',
  dialog: 'Asistentes de «{{name}}»',
  save: 'Guardar',
  saved: 'Se guardaron los asistentes.',
  filter: { label: 'A quién muestra la lista', mine: 'Mis secciones', all: 'Todos' },
  divide: {
    open: 'Repartir por sección',
    title: 'Repartir los trabajos por sección',
    confirm: 'Repartir así',
    text: 'Cada trabajo sin calificación va a quienes se ocupan de la sección de su autor, por igual si son varios. Los trabajos que llegan después se reparten del mismo modo, y un trabajo que nadie ha empezado acompaña a su autor cuando cambia de sección.',
    section: '{{name}}: {{works}}, {{who}}',
    works_one: '{{count}} trabajo',
    works_many: '{{count}} trabajos',
    works_other: '{{count}} trabajos',
    withoutSection_one:
      '{{count}} trabajo es de un estudiante sin sección: se reparte por igual entre todos los que se ocupan de una sección.',
    withoutSection_many:
      '{{count}} trabajos son de estudiantes sin sección: se reparten por igual entre todos los que se ocupan de una sección.',
    withoutSection_other:
      '{{count}} trabajos son de estudiantes sin sección: se reparten por igual entre todos los que se ocupan de una sección.',
    withoutAssistants_one:
      '{{count}} trabajo es de una sección de la que nadie se ocupa: se reparte por igual entre todos los que se ocupan de una sección.',
    withoutAssistants_many:
      '{{count}} trabajos son de secciones de las que nadie se ocupa: se reparten por igual entre todos los que se ocupan de una sección.',
    withoutAssistants_other:
      '{{count}} trabajos son de secciones de las que nadie se ocupa: se reparten por igual entre todos los que se ocupan de una sección.',
    people: 'Lo que recibe cada persona',
    person: '{{name}}: {{number}}',
    isOn: 'Los trabajos se reparten por sección a medida que llegan.',
  },
  reviews: {
    label: 'Qué trabajos revisan los estudiantes',
    hint: 'Las secciones se eligen en la página «Grupos». Una sección que no tiene más trabajos de los que cada uno debe revisar se une a otras.',
    course: 'Trabajos de todo el curso',
    section: 'Trabajos de su propia sección',
    facts: {
      none: 'El curso no tiene secciones, así que las revisiones abarcan todo el curso.',
      within_one: 'En {{count}} sección los estudiantes se revisan entre sí.',
      within_many: 'En {{count}} secciones los estudiantes se revisan dentro de la suya.',
      within_other: 'En {{count}} secciones los estudiantes se revisan dentro de la suya.',
      tooSmall:
        'Muy pocos trabajos para quedarse en la sección: {{names}}. Sus estudiantes revisan entre secciones.',
      unplaced_one: '{{count}} estudiante no está en ninguna sección y revisa entre secciones.',
      unplaced_many: '{{count}} estudiantes no están en ninguna sección y revisan entre secciones.',
      unplaced_other: '{{count}} estudiantes no están en ninguna sección y revisan entre secciones.',
      across_one: '{{count}} trabajo se revisa entre secciones.',
      across_many: '{{count}} trabajos se revisan entre secciones.',
      across_other: '{{count}} trabajos se revisan entre secciones.',
      joined:
        'Son muy pocos para revisarse entre sí, así que se unen a {{name}}, la sección con menos trabajos.',
    },
  },
} as const;
