export const teamDynamics = {
  title: 'Cómo trabajamos juntos',
  own: 'Cómo lo ve usted',
  send: 'Enviar',
  missing: 'Elija un nivel.',
  answered: 'Gracias, su respuesta está guardada. Nadie puede leerla ni cambiarla.',
  notAsked: 'Esta vez no se le pregunta: la primera respuesta fijó a quién se pregunta.',
  counts: 'Respondieron {{answered}} de {{asked}}.',
  promise:
    'Se tarda un minuto. Nadie sabe quién respondió qué: ni su grupo ni sus docentes. Cuando todos hayan respondido, o el {{when}}, ambos ven una palabra por afirmación – bajo, desigual o bueno –, si hay al menos {{min}} respuestas. No cuenta para ninguna nota, y una respuesta no se puede cambiar.',
  states: {
    upcoming: 'Se le preguntará a partir del {{when}}.',
    tooSmall:
      'Con menos de {{min}} personas en el grupo se podría saber quién respondió qué, así que no se pregunta a nadie.',
    tooFew: 'Hay menos de {{min}} respuestas, así que no se muestra nada.',
  },
  scale: {
    low: '{{n}} – Nada',
    high: '{{n}} – Del todo',
  },
  statements: {
    participation: 'En nuestro grupo contribuyen todos.',
    communication: 'Nos informamos a tiempo.',
    disagreement: 'Cuando no estamos de acuerdo, lo hablamos abiertamente y encontramos una salida.',
    safety: 'Puedo decir que me equivoqué o que no sé algo.',
  },
  aspects: {
    participation: 'Participación',
    communication: 'Comunicación',
    disagreement: 'Desacuerdos',
    safety: 'Confianza',
  },
  bands: {
    low: 'Bajo',
    mixed: 'Desigual',
    good: 'Bueno',
  },
  results: {
    title: 'Lo que dice el grupo',
    none: 'Todavía no hay resultados.',
    after: 'Después de',
    caveat:
      'Cada palabra describe el centro de todas las respuestas: «bajo» con 1 o 2, «bueno» con 4 o 5. Háblenlo juntos; su retrospectiva es un buen lugar.',
  },
  setUp: {
    ask: 'Los miembros dicen después de cada hito cómo trabajan juntos',
    hint: 'Cuatro afirmaciones en un minuto, para grupos de tres o más personas. El grupo y usted ven una palabra para cada una, nunca quién respondió qué. Donde sea bajo, se le pide que mire cómo está el grupo.',
  },
} as const;
