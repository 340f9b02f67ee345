/** What staff read while they rehearse an activity. */
export const rehearsal = {
  title: 'Ensayar esta actividad',
  text: {
    peerReview:
      'Recorra usted cada fase, como cualquiera de seis personas inventadas o como usted: entregar, iniciar las revisiones, revisar, publicar, y ver lo que ven los participantes.',
    discussion:
      'Recorra usted el debate, como cualquiera de seis personas inventadas o como usted: abrir un hilo, responder, calificar, publicar, y ver lo que ven los participantes. Donde los grupos debaten por separado, aquí debaten los seis juntos.',
    groupWork:
      'Recorra usted el proyecto, como cualquiera de seis personas inventadas en dos grupos de tres, o como usted: escribir, entregar, confirmar, y ver lo que ven los participantes.',
  },
  safe: 'Nada de esto llega a los participantes, al libro de calificaciones ni a las cifras. Un clic lo borra todo.',
  begin: 'Empezar el ensayo',
  beginning: 'Preparando…',
  running: 'Está ensayando',
  controls: 'Ensayo',
  back: 'Volver a la actividad',
  asWhom: 'Ver como',
  oneself: 'Usted',
  learner: 'Participante {{n}}',
  link: 'Ensayar',
  end: 'Terminar y borrar',
  ended: 'El ensayo ha terminado y todo su contenido está borrado.',
  fill: {
    peerReview: {
      handIn: 'Que entreguen todos los demás',
      review: 'Que se escriban todas las revisiones',
    },
    discussion: {
      handIn: 'Que todos los demás abran un hilo',
      review: 'Que todos respondan',
    },
    groupWork: {
      handIn: 'Que los grupos entreguen o confirmen',
    },
  },
  sample: {
    peerReview: {
      handIn: 'Este es un trabajo de ejemplo que ha entregado una persona inventada.',
      review: 'Una revisión de ejemplo de una persona inventada: tesis clara; un ejemplo ayudaría.',
    },
    discussion: {
      handIn: 'Lo que opina una persona inventada, como ejemplo.',
      review:
        'Una respuesta de ejemplo de una persona inventada: yo lo veo de otra manera, y explico por qué.',
    },
    groupWork: {
      handIn: 'Un texto de ejemplo que una persona inventada ha escrito para el grupo.',
    },
  },
  filled: {
    peerReview: {
      handIn_one: 'Se ha entregado {{count}} trabajo.',
      handIn_many: 'Se han entregado {{count}} de trabajos.',
      handIn_other: 'Se han entregado {{count}} trabajos.',
      review_one: 'Se ha escrito {{count}} revisión.',
      review_many: 'Se han escrito {{count}} de revisiones.',
      review_other: 'Se han escrito {{count}} revisiones.',
    },
    discussion: {
      handIn_one: 'Se ha abierto {{count}} hilo.',
      handIn_many: 'Se han abierto {{count}} de hilos.',
      handIn_other: 'Se han abierto {{count}} hilos.',
      review_one: 'Se ha escrito {{count}} respuesta.',
      review_many: 'Se han escrito {{count}} de respuestas.',
      review_other: 'Se han escrito {{count}} respuestas.',
    },
    groupWork: {
      handIn_one: 'Se ha dado {{count}} paso.',
      handIn_many: 'Se han dado {{count}} de pasos.',
      handIn_other: 'Se han dado {{count}} pasos.',
    },
  },
} as const;
