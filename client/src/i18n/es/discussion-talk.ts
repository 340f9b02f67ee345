/** Debates: preguntas y posturas, reacciones, etiquetas, búsqueda, menciones e hilos seguidos. */
export const discussionTalk = {
  question: {
    title: 'Preguntas',
    start: 'Hacer una pregunta',
    startLabel: 'Su pregunta en detalle',
    unanswered: 'Sin respuesta aceptada ni respaldada',
    answered: 'Respondida',
    open: 'Abierta',
    hint: 'Cada hilo es una pregunta. Responda a la pregunta para contestarla, y a una respuesta para hablar de ella.',
    answer: 'Respuesta',
    accepted: 'Respuesta aceptada',
    endorsed: 'Respaldada por el equipo docente',
    accept: 'Aceptar como respuesta',
    unaccept: 'Dejar de aceptar',
    endorse: 'Respaldar esta respuesta',
    unendorse: 'Dejar de respaldar',
    done: {
      accept: 'La respuesta está aceptada.',
      unaccept: 'La respuesta ya no está aceptada.',
      endorse: 'La respuesta está respaldada.',
      unendorse: 'La respuesta ya no está respaldada.',
    },
  },
  debate: {
    hint: 'Cada mensaje está a favor o en contra. Indique de qué lado está el suyo.',
    side: 'Su mensaje está',
    sideMissing: 'Indique si su mensaje está a favor o en contra.',
    sides: { pro: 'A favor', contra: 'En contra' },
    neither: 'Ninguno',
    balance: 'Equilibrio entre los lados',
    count: 'A favor: {{pro}} · En contra: {{contra}}',
    oneSided: {
      pro: 'Casi nadie ha argumentado en contra hasta ahora.',
      contra: 'Casi nadie ha argumentado a favor hasta ahora.',
    },
  },
} as const;
