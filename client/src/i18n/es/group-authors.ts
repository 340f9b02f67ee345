/** Works that groups hand in together. */
export const groupAuthors = {
  unnamed: 'Grupo sin nombre',
  somebody: 'alguien sin nombre',
  title: 'Usted entrega con su grupo: {{name}}',
  people: 'En el grupo: {{names}}.',
  together:
    'Escriben un solo trabajo en común, y cualquiera de ustedes lo entrega por todo el grupo, hasta: {{when}}. Todo el grupo ve lo que se guarda y recibe la calificación del trabajo. Después revisan trabajos de otros grupos.',
  shared: 'Entregado por {{names}}. Todas estas personas reciben la calificación de este trabajo.',
  missed: 'Las entregas están cerradas y su grupo no ha entregado nada.',
  left: 'Usted ya no está en el grupo que entregó este trabajo. Sigue siendo también suyo.',
  cameLater:
    'Su grupo entregó antes de que usted se incorporara. Cuando alguien del grupo vuelva a entregar, el trabajo será también suyo.',
  cameTooLate:
    'Su grupo entregó antes de que usted se incorporara, por lo que este trabajo y su calificación no son suyos.',
  noGroup: {
    title: 'Usted aún no está en ningún grupo',
    text: 'En esta actividad los grupos entregan en común. Pida a su docente que le asigne uno, o inscríbase en «Mis grupos» si está abierto.',
  },
  setUp: {
    label: 'Quién entrega',
    hint: 'Se puede cambiar mientras no se haya entregado nada.',
    learners: 'Cada estudiante',
    groups: 'Cada grupo, en común',
    set: 'Grupos de',
    noSets: 'Cuando el curso tenga grupos, podrán entregar en común.',
    gone: 'Este conjunto de grupos no está en el curso. Elija otro.',
    explain:
      'Un grupo escribe un solo trabajo, que entrega cualquiera de sus integrantes; quienes están en el grupo en ese momento reciben su calificación. Si la autoevaluación está activada, cada integrante valora el trabajo de su grupo. Si alguien del grupo tiene más tiempo, lo tiene todo el grupo. Por sección o tema, un trabajo pertenece al de la mayoría de su grupo.',
  },
  reviewers: {
    label: 'Quién revisa',
    hint: 'Se puede cambiar hasta que empiecen las revisiones.',
    set: 'Grupos que revisan',
    explain:
      'Los integrantes de un grupo escriben cada revisión en común: cualquiera puede continuarla y enviarla, y cuenta para todos. Un grupo revisa trabajos en los que nadie suyo tiene parte, en cuanto alguien suyo ha entregado. Para los autores es una sola persona que revisa; solo el equipo docente ve quién ha escrito.',
    title: 'Usted revisa con su grupo: {{name}}',
    write:
      'Escriben esta revisión en común: cualquiera puede continuarla y cualquiera la envía por todo el grupo. Lo que se guarda aquí lo ve todo el grupo.',
    hidden:
      'El autor ve esta revisión sin ningún nombre. El equipo docente ve todos los nombres y quién de ustedes ha escrito.',
    shown:
      'El autor ve esta revisión con el nombre de su grupo, no con el suyo. El equipo docente ve todos los nombres y quién de ustedes ha escrito.',
    tasks: 'Su grupo escribe estas revisiones en común: cada integrante puede continuar cualquiera de ellas.',
    noGroup: {
      title: 'Usted no está en ningún grupo que revise',
      text: 'En esta actividad los grupos revisan en común. Pida a su docente que le asigne uno, o inscríbase en «Mis grupos» si está abierto. Lo que el grupo aún no haya enviado será entonces también tarea suya.',
    },
    each: 'Revisiones por grupo',
    eachHint:
      'Cada grupo escribe este número de revisiones en común. Cuántas recibe un trabajo depende de cuántos grupos y trabajos haya: las mismas, si los grupos que entregan son los que revisan.',
    wrote: 'Del grupo de {{members}}. Escrita por {{names}}, enviada por {{name}}.',
  },
  members: {
    each: 'Revisiones por integrante',
    eachHint:
      'Cada integrante de un grupo revisa este número de trabajos de otros grupos. El trabajo de un grupo recibe tantas por cada integrante que los grupos tienen de media: con dos por persona y grupos de cuatro, unas ocho.',
  },
  staff: {
    group: 'Grupo',
    none: 'En ningún grupo',
    workOf: 'Trabajo de {{name}}: {{names}}',
    tooFew: 'Al menos dos grupos tienen que entregar antes de que puedan empezar las revisiones.',
    each: 'hasta {{k}} trabajos de otros grupos',
  },
};
