export const groupStandings = {
  columns: {
    members: 'Miembros',
    progress: 'Avance',
    milestones: 'Hitos',
    next: 'Próximo hito',
    last: 'Última actividad',
    health: 'Ambiente',
    balance: 'Reparto del trabajo',
  },
  handedIn: 'Entregado: {{n}} de {{all}}',
  toConfirm: 'Por confirmar: {{n}}',
  missed: 'Perdido: {{n}}',
  marked: 'Calificado: {{n}}',
  milestone: '{{title}}: {{state}}',
  nextAt: '{{title}}, {{when}}',
  nothingNext: 'No queda nada por entregar',
  never: 'Nada todavía',
  dynamics: {
    low: 'El grupo dice: bajo en {{aspects}}',
    fine: 'El grupo dice que trabaja bastante bien',
  },
  checkIn: {
    mean: '{{title}}: {{mean}} de {{levels}} de media',
    answered: '{{title}}: respondieron {{answered}} de {{asked}}',
    few: '{{title}}: aún hay muy pocas respuestas ({{answered}} de {{asked}})',
    questions: 'Hay respuestas que plantean preguntas',
  },
  actions: {
    open: 'Acciones pendientes: {{n}}',
    overdue: 'Acciones atrasadas: {{n}}',
  },
  healthUnknown: 'No se sabe nada',
  healthFine: 'Nada llama la atención',
  hints: {
    text: 'Una persona de {{people}} ha escrito {{percent}} del texto',
    tasks: 'Una persona de {{people}} ha hecho {{percent}} de las tareas',
    noTrace: 'Sin rastro por ahora de {{n}} de {{people}}',
  },
  hintKinds: {
    text: 'Texto',
    tasks: 'Tareas',
    noTrace: 'Sin rastro',
  },
  even: 'Nada llama la atención',
  caveat:
    '«Reparto del trabajo» es un indicio y no un juicio. Conoce el texto de las páginas, las tareas hechas, la asistencia y los comentarios de quienes están ahora en el grupo; no ve lo que se hace en otros lugares. Pregunte antes de sacar conclusiones.',
  page: {
    lookingOn:
      'Usted observa: puede leer todo aquí y no cambiar nada. El grupo lee en su página que el profesorado puede mirar.',
    deliverables: 'Lo que entrega el grupo',
    room: 'Lo que el grupo hace en común',
    standing: 'Cómo le va al grupo',
    noMilestones: 'No hay hitos.',
  },
  told: 'Su profesorado puede mirar aquí: páginas, tareas, decisiones, reuniones, un acuerdo presentado al grupo y lo que se entrega.',
} as const;
