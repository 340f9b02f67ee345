/** Revising a work after its reviews. */
export const revision = {
  title: 'Nueva versión',
  start: 'Leer las revisiones y mejorar',
  change: 'Volver a verla',
  later:
    'A partir del {{opens}} podrá leer las revisiones de su trabajo y entregar una versión mejorada hasta el {{closes}}.',
  until: 'Ya están sus revisiones. Puede entregar una versión mejorada hasta el {{when}}.',
  done: 'Ha entregado una versión mejorada.',
  doneUntil: 'Ha entregado una versión mejorada. Puede cambiarla hasta el {{when}}.',
  intro:
    'Lea las revisiones, responda donde haga falta y mejore su trabajo hasta el {{when}}. Su calificación sigue siendo la de la versión revisada, salvo que el profesorado decida otra cosa.',
  noWork: 'No ha entregado ningún trabajo que mejorar.',
  closed: 'El plazo para mejorar el trabajo está cerrado.',
  work: 'Su trabajo mejorado',
  answer: 'Respuesta a la revisión {{pseudonym}}',
  note: 'Qué ha cambiado',
  noteHint:
    'Unas frases sobre lo que ha cambiado y lo que ha mantenido. Las lee el profesorado, igual que sus respuestas.',
  noteMissing: 'Diga qué ha cambiado.',
  handIn: 'Entregar la versión mejorada',
  handInAgain: 'Entregar de nuevo',
  saved: 'Su versión mejorada se ha entregado.',
  none: 'No se ha entregado ninguna versión mejorada.',
  handedIn: 'Entregada el {{when}}.',
  grades:
    'Las revisiones y la calificación son de la versión anterior; puede cambiar la calificación a mano.',
  before: 'Versión revisada ({{n}})',
  after: 'Versión mejorada',
  settings: {
    use: 'Los estudiantes mejoran sus trabajos tras las revisiones',
    useHint:
      'Cuando se cierran las revisiones, los autores las leen antes de que se publiquen las calificaciones y entregan una versión mejorada diciendo qué han cambiado. Revisiones y calificaciones son de la versión anterior.',
    closesAt: 'Fin del plazo para mejorar',
  },
} as const;
