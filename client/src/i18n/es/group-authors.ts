/** Works that groups hand in together. */
export const groupAuthors = {
  unnamed: 'Grupo sin nombre',
  somebody: 'alguien sin nombre',
  title: 'Usted entrega con su grupo: {{name}}',
  people: 'En el grupo: {{names}}.',
  together:
    'Escriben un solo trabajo en común, y cualquiera de ustedes lo entrega por todo el grupo, hasta: {{when}}. Todo el grupo ve lo que se guarda y recibe la calificación del trabajo. Cada integrante revisa trabajos de otros grupos.',
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
      'Un grupo escribe un solo trabajo, que entrega cualquiera de sus integrantes; quienes están en el grupo en ese momento reciben su calificación. Cada integrante revisa trabajos de otros grupos y, si la autoevaluación está activada, valora el de su grupo. Si alguien del grupo tiene más tiempo, lo tiene todo el grupo. Los trabajos se revisan en todo el curso, no por secciones.',
  },
  staff: {
    group: 'Grupo',
    none: 'En ningún grupo',
    workOf: 'Trabajo de {{name}}: {{names}}',
    tooFew: 'Al menos dos grupos tienen que entregar antes de que puedan empezar las revisiones.',
    each: 'hasta {{k}} trabajos de otros grupos',
  },
};
