/** Texts of a learner's home. */
export const home = {
  title: 'Su curso de un vistazo',
  intro: 'Qué puede hacer a continuación, qué hay de nuevo para usted y cómo va en cada actividad.',
  next: {
    title: 'A continuación',
    empty: {
      title: 'Nada que hacer por ahora',
      text: 'Cuando haya algo que hacer, aparecerá aquí con su fecha.',
    },
    what: {
      HAND_IN: 'Entregue su trabajo',
      HAND_IN_LATE: 'Entregue su trabajo con retraso',
      REVIEW_one: 'Escriba la única revisión que falta',
      REVIEW_many: 'Escriba las {{count}} revisiones que faltan',
      REVIEW_other: 'Escriba las {{count}} revisiones que faltan',
      ASSESS_SELF: 'Evalúe su propio trabajo',
      REVISE: 'Lea sus revisiones y mejore su trabajo',
      RATE_REVIEWS: 'Diga cuánto le ayudan sus revisiones',
      FEEDBACK: 'Lea los comentarios sobre su trabajo',
      QUESTIONNAIRE: 'Responder el cuestionario',
      CHOOSE_GROUP: 'Elija un grupo',
      GROUP_SEAT: 'En espera de plaza: su puesto en la lista es el {{count}}',
    },
    until: 'Hasta el {{when}}',
    open: 'Abrir',
    openFor: '{{action}}: {{what}}, {{title}}',
  },
  arrived: { title: 'Nuevo para usted', empty: 'Aún no hay avisos.', all: 'Todos los avisos' },
  progress: {
    title: 'Su progreso',
    handedIn: 'Entregado',
    noWork: 'Sin entregar',
    released: 'Hay resultados',
    reviews_one: '{{done}} de {{count}} revisión escrita',
    reviews_many: '{{done}} de {{count}} revisiones escritas',
    reviews_other: '{{done}} de {{count}} revisiones escritas',
  },
} as const;
