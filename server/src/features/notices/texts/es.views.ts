import type { NoticeTexts } from './en.views.ts';

export const es: NoticeTexts = {
  kinds: {
    workToReview: {
      one: 'Tiene {count} trabajo por revisar',
      other: 'Tiene {count} trabajos por revisar',
    },
    dueHandIn: 'Pronto vence el plazo de su trabajo',
    dueReview: {
      one: 'Pronto vence el plazo de {count} revisión suya',
      other: 'Pronto vence el plazo de {count} revisiones suyas',
    },
    reminderHandIn: 'Recordatorio: todavía falta su trabajo',
    reminderReview: {
      one: 'Recordatorio: todavía falta {count} revisión suya',
      other: 'Recordatorio: todavía faltan {count} revisiones suyas',
    },
    graded: 'Ya están su calificación y los comentarios',
    disputeAnswered: 'Su reclamación tiene respuesta',
  },
  subject: '{headline}: {title}',
  digest: { one: '{count} aviso de {course}', other: '{count} avisos de {course}' },
  until: 'Hasta {when}',
  open: 'Abrir la actividad',
  openCourse: 'Abrir el curso',
  noLink: 'Abra la actividad desde su curso para continuar.',
  why: 'Recibe este mensaje porque participa en {course}.',
  change: 'La frecuencia de los mensajes y las horas de silencio se ajustan en Roundtable, en «Avisos».',
  unsubscribe: 'No recibir más mensajes de este curso',
  unnamedCourse: 'su curso',
  unnamedActivity: 'Actividad',
  calendar: {
    name: 'Plazos: {course}',
    handIn: 'Entregar: {title}',
    handInLate: 'Último momento para entregar con retraso: {title}',
    review: 'Terminar revisiones: {title}',
  },
  unsubscribePage: {
    title: '¿No recibir más mensajes?',
    question: 'Roundtable no le enviará más mensajes sobre {course}. Sus avisos siguen en el propio curso.',
    here: 'No recibir mensajes de este curso',
    everywhere: 'No recibir mensajes de ninguno de mis cursos',
    doneTitle: 'Los mensajes están desactivados',
    done: 'Ya no recibirá mensajes sobre {course}.',
    doneEverywhere: 'Ya no recibirá mensajes de Roundtable sobre ninguno de sus cursos.',
    back: 'Para activarlos de nuevo, abra una actividad en su curso y elija «Avisos».',
    invalidTitle: 'Este enlace ya no funciona',
    invalid: 'Fue sustituido por uno más reciente o está incompleto.',
    invalidAdvice:
      'Abra una actividad en su curso y elija «Avisos»: allí puede desactivar y activar los mensajes.',
  },
};
