/** Refusals that only pages meet which come with these texts. */
export const errorsFurther = {
  ACTIVITY_ID_TAKEN: 'Esta actividad ya existe con otro contenido. Recargue la página.',
  TEMPLATE_STARTS_LATE: 'El primer día no debe ser posterior a la primera fecha de la actividad.',
  TEMPLATES_TOO_MANY: 'El curso no admite más. Elimine antes alguno.',
  ACTIVITY_NOT_OPEN: 'Esta actividad todavía no está abierta.',
  ACTIVITY_CLOSED: 'Esta actividad está cerrada. Reábrala primero.',
  ACTIVITY_HAS_WORK: 'Ya se ha trabajado con esta configuración, así que no se puede cambiar.',
  NOT_A_DEEP_LINKING_LAUNCH: 'Esta página no se abrió para elegir contenido para el curso.',
  DEEP_LINKING_EXPIRED: 'El curso ha esperado demasiado tiempo su elección. Empiece de nuevo desde su curso.',
  DEEP_LINKING_TYPE_REFUSED:
    'El curso no acepta aquí este tipo de contenido. Empiece de nuevo desde su curso.',
  DEEP_LINKING_ONE_ONLY: 'El curso admite aquí una sola actividad. Elija solo una.',
  LINK_ALREADY_USED: 'Este lugar del curso ya tiene su actividad. Recargue la página para verla.',
  ALLOCATION_NEEDS_TWO:
    'Las revisiones pueden empezar cuando al menos dos estudiantes hayan entregado su trabajo.',
  ALLOCATION_ALREADY_DONE: 'Las revisiones ya han empezado.',
  NOTHING_TO_RELEASE:
    'Ninguna entrega tiene todavía una revisión terminada, así que no hay calificaciones que publicar.',
  GRADES_NOT_RELEASED: 'Las calificaciones no están publicadas, así que no hay nada que retirar.',
  GRADE_COLUMN_GONE:
    'Esta actividad ya no tiene esta columna en el libro de calificaciones. Lo que se calificó en ella se conserva.',
  GRADE_OUT_OF_RANGE: 'Esta calificación está fuera de lo que permite la columna.',
  NO_GRADEBOOK_COLUMN: 'El libro de calificaciones del curso no tiene ninguna columna para esta actividad.',
  NOTHING_TO_REMIND: 'En este momento no hace falta ningún recordatorio.',
  FILE_WITHOUT_COLUMNS:
    'La primera fila de este archivo no tiene ninguna columna para los grupos. Llame a una «Group» o «Group ID» y a otra, para las personas, «E-mail», por ejemplo.',
  REHEARSAL_NOT_BEGUN: 'No hay ningún ensayo de esta actividad. Empiece uno primero.',
  EXTENSION_TOO_EARLY: 'El tiempo concedido debe acabar después de la fecha que la persona tiene sin él.',
  MEMBER_NOT_LEARNING: 'Esta persona ya no participa en el curso.',
  ANSWERS_INVALID: 'Faltan respuestas o algunas no son válidas.',
  SIGN_UP_CLOSED: 'En este momento no se pueden elegir grupos.',
  SIGN_UP_FINAL: 'Su elección de grupo es definitiva. Si fue un error, consulte a sus docentes.',
  GROUP_FULL: 'Este grupo ya está completo. Elija otro.',
  GROUP_NAME_TAKEN: 'Ya hay un grupo con este nombre. Elija otro nombre.',
  GROUPS_TOO_MANY: 'Hay demasiados grupos. Quite algunos primero.',
  WORK_TAKEN: 'Otra persona está calificando este trabajo.',
  DISPUTES_CLOSED: 'El plazo de reclamaciones está cerrado.',
  DISPUTE_EXISTS: 'Usted ya ha reclamado esto.',
  DISPUTE_ANSWERED: 'Esta reclamación ya está resuelta.',
  DISPUTE_NOT_TAKEN: 'Primero asuma esta reclamación.',
  QUESTIONNAIRE_CLOSED: 'El cuestionario está cerrado.',
} as const;
