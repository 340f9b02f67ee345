/** Whether an activity is a draft, published or closed, and what changing that does. */
export const publication = {
  begin: 'Empezar como borrador: los estudiantes verán la actividad cuando usted la publique',
  named: { draft: '{{title}} (borrador)', closed: '{{title}} (cerrada)' },
  draft: {
    title: 'Borrador: solo el equipo docente ve esta actividad',
    text: 'Hasta que se publique no aparece en ningún calendario, página de inicio ni aviso.',
    open: 'Publicar…',
    dialog: '¿Publicar esta actividad?',
    confirm: 'Publicar',
    done: 'La actividad está publicada.',
  },
  published: {
    open: 'Cerrar la actividad…',
    dialog: '¿Cerrar esta actividad?',
    confirm: 'Cerrar',
    done: 'La actividad está cerrada.',
  },
  closed: {
    title: 'Esta actividad está cerrada',
    text: 'Los estudiantes pueden leer todo lo que podían leer antes, pero ya no escriben nada.',
    open: 'Reabrir…',
    dialog: '¿Reabrir esta actividad?',
    confirm: 'Reabrir',
    done: 'La actividad está abierta de nuevo.',
  },
  fact: {
    seen: 'Estudiantes que la ven de inmediato: {{n}}',
    writeAgain: 'Estudiantes que pueden volver a escribir, según las fechas: {{n}}',
    readOn: 'Estudiantes que a partir de entonces solo pueden leer: {{n}}',
    unfinished: 'Trabajos y revisiones que quedan sin terminar: {{n}}',
    date: '{{step}}: {{when}}. Esta fecha figura en los calendarios de los estudiantes.',
    dateAlone: '{{step}}: {{when}}',
    reopen: 'Puede volver a abrir la actividad en cualquier momento.',
    reminders: 'Antes de cada fecha se recuerda a quienes no han terminado.',
    noReminders: 'Terminan los recordatorios. Puede reabrir la actividad en cualquier momento.',
  },
  fault: {
    title: 'Revise esto primero',
    noCriterion: 'La rúbrica no tiene ningún criterio.',
    noInstructions: 'No hay instrucciones.',
    dateInPast: '{{step}}: esta fecha ya pasó.',
    datesOutOfOrder: 'Las fechas no siguen el orden de los pasos.',
    noLink:
      'Ningún lugar del curso lleva todavía a esta actividad, así que los estudiantes no pueden abrirla desde allí.',
  },
  learner: {
    notOpen: 'Todavía no está abierta',
    notOpenText: 'Su docente aún prepara esta actividad. Vuelva más tarde.',
    closed: 'Esta actividad está cerrada',
    closedText: 'Aquí puede seguir leyendo todo. Ya no se puede entregar ni revisar nada.',
  },
} as const;
