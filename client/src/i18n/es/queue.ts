/** Texts of what waits for staff. */
export const queue = {
  title: 'Por atender',
  intro: 'Todo lo que en este curso no avanza sin el equipo docente, primero lo más antiguo.',
  empty: { title: 'No hay nada por atender', text: 'Cuando algo necesite a una persona, aparecerá aquí.' },
  since: 'Desde: {{when}}',
  until: 'Hasta: {{when}}',
  action: {
    RETRY_SCORE: 'Reintentar',
    RELEASE_AGAIN: 'Publicar de nuevo',
    READ_AGAIN: 'Leer de nuevo',
    RETRY_COLUMN: 'Reintentar',
  },
  openWork: 'Abrir el trabajo',
  openDisputes: 'Abrir las reclamaciones',
  busy: 'En curso…',
  actionFor: '{{action}}: {{name}}',
  retried: 'De nuevo en camino. Desaparecerá de aquí cuando el libro de calificaciones la haya aceptado.',
  done: 'De camino',
  words: 'El libro de calificaciones dijo: {{words}}',
  openActivity: 'Abrir la actividad',
  because: {
    DISPUTE_WAITS: '{{name}} reclama contra una calificación o una revisión',
    MARKS_DIFFER: 'Dos personas han calificado el trabajo {{name}} de forma demasiado distinta: {{marks}}',
    SCORE_REFUSED: 'El libro de calificaciones rechazó la puntuación de {{name}}',
    SCORE_UNREACHABLE: 'La puntuación de {{name}} no pudo llegar al libro de calificaciones',
    NO_GRADEBOOK_COLUMN: 'El libro de calificaciones no tiene columna para la puntuación de {{name}}',
    SCORE_CHANGED_IN_LMS: 'La puntuación de {{name}} se cambió en el libro de calificaciones',
    MEMBER_NOT_IN_COURSE: 'El libro de calificaciones no conoce a {{name}} en este curso',
    GRADE_INVALID: 'La calificación de {{name}} no se puede enviar tal como está',
    ROSTER_NOT_READ: 'No se pudo leer la lista de participantes del curso',
    GROUPS_NOT_READ: 'No se pudieron leer los grupos del curso',
    LMS_NOT_ALLOWED: 'El libro de calificaciones no deja que Roundtable envíe la puntuación de {{name}}',
    ASSIGNMENT_UNPUBLISHED: 'La puntuación de {{name}} espera a que la tarea se publique en el curso',
    GRADE_NOT_TAKEN_BACK: 'La calificación de {{name}} no se pudo retirar del libro de calificaciones',
    COURSE_CONCLUDED:
      'El curso ha terminado, y su libro de calificaciones no acepta la puntuación de {{name}}',
    ATTEMPTS_EXHAUSTED: '{{name}} ha entregado, pero no le quedan intentos en el curso',
    LMS_UNREACHABLE_one: 'El libro de calificaciones no responde; una puntuación espera',
    LMS_UNREACHABLE_many: 'El libro de calificaciones no responde; {{count}} puntuaciones esperan',
    LMS_UNREACHABLE_other: 'El libro de calificaciones no responde; {{count}} puntuaciones esperan',
    COLUMN_REFUSED: 'El libro de calificaciones rechazó la columna «{{name}}»',
    COLUMN_UNREACHABLE: 'El libro de calificaciones no respondió al pedirle la columna «{{name}}»',
    COLUMN_GONE: 'La columna «{{name}}» se eliminó en el libro de calificaciones',
    WORK_MISSING_one: 'En «{{name}}», una persona no ha entregado nada',
    WORK_MISSING_many: 'En «{{name}}», {{count}} estudiantes no han entregado nada',
    WORK_MISSING_other: 'En «{{name}}», {{count}} estudiantes no han entregado nada',
    REVIEWS_NOT_ALLOCATED: 'En «{{name}}», las entregas están cerradas, pero las revisiones no han comenzado',
    REVIEWS_MISSING_one: 'En «{{name}}», una persona no ha terminado sus revisiones a tiempo',
    REVIEWS_MISSING_many: 'En «{{name}}», {{count}} estudiantes no han terminado sus revisiones a tiempo',
    REVIEWS_MISSING_other: 'En «{{name}}», {{count}} estudiantes no han terminado sus revisiones a tiempo',
    RELEASE_DUE: 'En «{{name}}», las revisiones han terminado y las calificaciones no están publicadas',
  },
  advice: {
    MARKS_DIFFER: 'Lea el trabajo y ambas calificaciones y decida cuál vale.',
    DISPUTE_WAITS: 'Lea la objeción, asuma la reclamación y respóndala.',
    SCORE_REFUSED: 'Resuelva en el curso lo que el libro de calificaciones objeta y reinténtelo.',
    SCORE_UNREACHABLE: 'Muchos intentos han fallado. Reinténtelo cuando el curso vuelva a responder.',
    NO_GRADEBOOK_COLUMN: 'Añada una calificación a esta actividad en el curso y reinténtelo.',
    SCORE_CHANGED_IN_LMS:
      'No se ha sobrescrito nada. Reinténtelo solo si la calificación que cuenta es la de aquí.',
    MEMBER_NOT_IN_COURSE: 'Si esta persona sigue en el curso, reinténtelo; si no, no hay que hacer nada.',
    GRADE_INVALID: 'Revise los puntos en la configuración y publique de nuevo.',
    ROSTER_NOT_READ: 'No se ha quitado a nadie por ello. Se lee de nuevo cada hora automáticamente.',
    GROUPS_NOT_READ:
      'No se ha quitado a nadie de ningún grupo por ello. Se leen de nuevo junto con la lista de participantes.',
    LMS_NOT_ALLOWED:
      'Un administrador tiene que permitir que Roundtable use el libro de calificaciones. Se reintenta cada hora.',
    ASSIGNMENT_UNPUBLISHED: 'Publíquela en el curso. Se reintenta cada diez minutos.',
    GRADE_NOT_TAKEN_BACK:
      'Este libro de calificaciones conserva las calificaciones que ya tiene. Bórrela allí a mano y reinténtelo.',
    COURSE_CONCLUDED:
      'Si aún hay que enviar calificaciones, pida que se vuelva a abrir el curso y reinténtelo.',
    ATTEMPTS_EXHAUSTED:
      'El trabajo se conserva aquí y se puede revisar y calificar. Para que cuente en el curso, permita allí un intento más y reinténtelo.',
    LMS_UNREACHABLE:
      'No se pierde nada, y aquí no hay que hacer nada: se enviará todo en cuanto responda. Si dura mucho, avise a un administrador.',
    COLUMN_REFUSED: 'Resuelva en el curso lo que el libro de calificaciones objeta y reinténtelo.',
    COLUMN_UNREACHABLE: 'Se reintenta automáticamente. Hasta entonces, las calificaciones esperan aquí.',
    COLUMN_GONE:
      'Las calificaciones esperan aquí. Reinténtelo para crear la columna de nuevo, con todas las calificaciones.',
    WORK_MISSING:
      'Pregúnteles qué se lo impide. Mientras las revisiones no hayan comenzado, una fecha posterior les permite entregar.',
    REVIEWS_NOT_ALLOCATED:
      'Hacen falta al menos dos trabajos. Elija una fecha posterior o inicie las revisiones en la página de la actividad.',
    REVIEWS_MISSING:
      'Elija una fecha posterior para las revisiones o publique las calificaciones a partir de las que hay.',
    RELEASE_DUE: 'Examine los resultados y publíquelos en la página de la actividad.',
  },
} as const;
