import { spotChecks } from './grading-methods.ts';
import { setUp } from './peer-review-set-up.ts';
import { reviewing } from './reviewing.ts';

/** Texts of peer review on staff's pages: setting up, the overview. */
export const peerReviewStaff = {
  review: reviewing,
  setUp,
  staff: {
    spotChecks,
    counts: {
      title: 'De un vistazo',
      learners: 'Estudiantes',
      submissions: 'Entregas',
      reviewsDone: 'Revisiones hechas',
      gradable: 'Listos para calificar',
      of: '{{done}} de {{of}}',
    },
    next: 'Qué viene ahora',
    phase: {
      submission: 'Los estudiantes entregan',
      review: 'Los estudiantes revisan',
      released: 'Las calificaciones están publicadas',
    },
    start: {
      text: 'Cierre de entregas: {{when}}. Al iniciar las revisiones, las entregas se cierran de inmediato y cada estudiante que ha entregado recibe hasta {{k}} trabajos por revisar.',
      tooFew: 'Las revisiones pueden empezar cuando al menos dos estudiantes hayan entregado su trabajo.',
      button: 'Iniciar las revisiones',
      dialogTitle: '¿Iniciar ahora las revisiones?',
      closes:
        'Las entregas se cierran ahora; después solo pueden entregar quienes hayan recibido más tiempo.',
      take_one: '{{count}} estudiante ha entregado y participa.',
      take_many: '{{count}} estudiantes han entregado y participan. A cada cual le toca revisar {{each}}.',
      take_other: '{{count}} estudiantes han entregado y participan. A cada cual le toca revisar {{each}}.',
      each_one: '{{count}} trabajo',
      each_many: '{{count}} trabajos',
      each_other: '{{count}} trabajos',
      out_one: '{{count}} estudiante no ha entregado y no participa.',
      out_many: '{{count}} estudiantes no han entregado y no participan.',
      out_other: '{{count}} estudiantes no han entregado y no participan.',
      working: 'Repartiendo las revisiones…',
      done: 'Las revisiones han empezado.',
    },
    release: {
      text: 'Cierre de revisiones: {{when}}. Al publicar, cada estudiante ve su calificación y las revisiones, y las calificaciones se envían al libro de calificaciones del curso. Las revisiones sin terminar no cuentan.',
      again:
        'Las calificaciones están publicadas. Publíquelas de nuevo para incluir las revisiones y los ajustes que hayan cambiado desde entonces; las que no cambian no se vuelven a enviar.',
      follows:
        'Las calificaciones están publicadas y se actualizan por sí solas con cada revisión y cada cambio de la configuración.',
      itselfOn: 'Las calificaciones se publican por sí solas en esta fecha: {{when}}.',
      itselfImmediate: 'Las calificaciones se publican por sí solas en cuanto llega la primera revisión.',
      nobody: 'Ninguna entrega tiene todavía una revisión terminada.',
      notAllowed: 'Solo un docente puede publicar calificaciones.',
      button: 'Publicar calificaciones',
      buttonAgain: 'Publicar de nuevo',
      dialogTitle: '¿Publicar ahora las calificaciones?',
      graded_one: '{{count}} estudiante tiene revisiones terminadas y recibe una calificación.',
      graded_many: '{{count}} estudiantes tienen revisiones terminadas y reciben una calificación.',
      graded_other: '{{count}} estudiantes tienen revisiones terminadas y reciben una calificación.',
      noReview_one:
        '{{count}} estudiante ha entregado, pero no tiene ninguna revisión terminada y no recibe calificación.',
      noReview_many:
        '{{count}} estudiantes han entregado, pero no tienen ninguna revisión terminada y no reciben calificación.',
      noReview_other:
        '{{count}} estudiantes han entregado, pero no tienen ninguna revisión terminada y no reciben calificación.',
      noWork_one: '{{count}} estudiante no ha entregado y no recibe calificación.',
      noWork_many: '{{count}} estudiantes no han entregado y no reciben calificación.',
      noWork_other: '{{count}} estudiantes no han entregado y no reciben calificación.',
      open_one: '{{count}} revisión está sin terminar. Publique de nuevo más tarde para incluirla.',
      open_many: '{{count}} revisiones están sin terminar. Publique de nuevo más tarde para incluirlas.',
      open_other: '{{count}} revisiones están sin terminar. Publique de nuevo más tarde para incluirlas.',
      reviewing_one:
        'Revisar cuenta: quien aún tenga una revisión por escribir recibe esa parte cuando la escriba o cuando se cierren las revisiones.',
      reviewing_many:
        'Revisar cuenta: quien aún tenga revisiones por escribir recibe esa parte cuando las escriba o cuando se cierren las revisiones.',
      reviewing_other:
        'Revisar cuenta: quien aún tenga revisiones por escribir recibe esa parte cuando las escriba o cuando se cierren las revisiones.',
      working: 'Publicando las calificaciones…',
      done: 'Las calificaciones están publicadas.',
    },
    releaseTo: {
      button: 'Publicar para estos',
      dialogTitle_one: '¿Publicar los resultados para {{count}} estudiante?',
      dialogTitle_many: '¿Publicar los resultados para {{count}} estudiantes?',
      dialogTitle_other: '¿Publicar los resultados para {{count}} estudiantes?',
      see_one:
        '{{count}} estudiante ve enseguida su calificación y las revisiones; la calificación se envía al libro de calificaciones del curso.',
      see_many:
        '{{count}} estudiantes ven enseguida su calificación y las revisiones; las calificaciones se envían al libro de calificaciones del curso.',
      see_other:
        '{{count}} estudiantes ven enseguida su calificación y las revisiones; las calificaciones se envían al libro de calificaciones del curso.',
      again_one:
        'La calificación de {{count}} estudiante incluye las revisiones y los ajustes que hayan cambiado desde entonces.',
      again_many:
        'Las calificaciones de {{count}} estudiantes incluyen las revisiones y los ajustes que hayan cambiado desde entonces.',
      again_other:
        'Las calificaciones de {{count}} estudiantes incluyen las revisiones y los ajustes que hayan cambiado desde entonces.',
      others: 'Nadie más ve nada, ni se entera de quién ve ya sus resultados.',
      groups: 'Quien comparte un trabajo también ve sus resultados.',
      back: 'Puede retirar los resultados, y publicarlos más tarde para todos.',
      tooMany: 'Como máximo {{most}} a la vez. Si son más, publique para todos.',
    },
    withdraw: {
      text: 'Las calificaciones publicadas se pueden retirar: los estudiantes no ven ni calificaciones ni revisiones hasta que las publique de nuevo.',
      button: 'Retirar calificaciones',
      dialogTitle: '¿Retirar todas las calificaciones?',
      unseen_one: '{{count}} estudiante deja de ver su calificación y las revisiones.',
      unseen_many: '{{count}} estudiantes dejan de ver su calificación y las revisiones.',
      unseen_other: '{{count}} estudiantes dejan de ver su calificación y las revisiones.',
      unseenBySome:
        'Aquellos para quienes publicó los resultados dejan de ver la calificación y las revisiones.',
      cleared: 'Se pide al libro de calificaciones del curso que borre las calificaciones que tiene.',
      notCleared:
        'Su plataforma no puede retirar calificaciones: las que tiene se quedan en su libro de calificaciones. Oculte allí la columna o bórrelas a mano.',
      staysAway:
        'Después, las calificaciones no se publican por sí solas hasta que lo haga usted o fije una fecha posterior.',
      kept: 'No se pierde nada: el historial de cada calificación se conserva, y se puede publicar de nuevo.',
      working: 'Retirando las calificaciones…',
      isDone: 'Las calificaciones se publicaron y se retiraron. Los estudiantes no las ven.',
      done: 'Las calificaciones se han retirado.',
    },
    table: {
      title: 'Estudiantes',
      caption: 'Cómo va cada estudiante',
      name: 'Nombre',
      submitted: 'Entrega',
      given: 'Revisiones hechas',
      received: 'Revisiones recibidas',
      spread: 'Distancia entre revisiones',
      interval: 'Trabajo muy probablemente entre',
      grade: 'Calificación',
      sync: 'Libro de calificaciones',
      results: 'Visible',
      seesResults: 'Publicados',
      seesNone: 'Todavía no',
      unnamed: 'Estudiante sin nombre',
      notSubmitted: 'Todavía no',
      of: '{{done}} de {{of}}',
      gradeOf: '{{value}} de {{maximum}}',
      noGrade: 'Aún sin calificación',
      gradeWork: 'Calificación del trabajo',
      gradeReviewing: 'Calificación por revisar',
      historyOf: '{{text}}: cómo se obtuvo la calificación de {{name}}',
      mark: { set: 'Fijada', excused: 'Exención', withdrawn: 'Retirada' },
    },
    distribution: {
      title: 'Cómo se distribuyen las calificaciones',
      load: 'Mostrar la distribución',
    },
    sync: {
      none: '–',
      waiting: 'De camino',
      sent: 'Enviada',
      failed: 'No enviada',
      noColumn: 'Sin columna',
      notTakenBack: 'Sin retirar',
    },
    empty: {
      title: 'Todavía no hay estudiantes',
      text: 'Aparecen aquí en cuanto abren la actividad o cuando se lee la lista de participantes del curso.',
    },
  },
} as const;
