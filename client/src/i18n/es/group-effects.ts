/** Qué hacen los ajustes cambiados a los grupos que trabajan en un proyecto. */
export const groupEffects = {
  reopened: 'Grupos que pueden entregar de nuevo lo que habían perdido: {{n}}.',
  missed: 'Grupos que no han entregado y ya no pueden: {{n}}.',
  late: 'Trabajos entregados que ahora llegan tarde: {{n}}.',
  inTime: 'Trabajos que llegaban tarde y ya no: {{n}}.',
  handIn: {
    any: 'A partir de ahora, lo que entrega un miembro cuenta para todo el grupo.',
    all: 'A partir de ahora, todo el grupo confirma lo que se entrega.',
  },
  points: 'La columna del libro de calificaciones tiene {{to}} puntos en lugar de {{from}}.',
  columns: {
    total:
      'A partir de ahora, el libro de calificaciones tiene solo el total del proyecto; desaparecen las columnas de los hitos.',
    milestones: 'El libro de calificaciones recibe, junto al total, una columna para cada hito con puntos.',
  },
  gradesStay:
    'Calificaciones publicadas que quedan como están hasta que las publique de nuevo en la página del proyecto: {{n}}.',
} as const;
