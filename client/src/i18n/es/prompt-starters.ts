/** Structured prompts with which staff begin a discussion or a thread. */
export const promptStarters = {
  label: 'Insertar una consigna modelo',
  done: '«{{name}}» está al final del texto. Cámbielo como quiera.',
  names: {
    case: 'Un caso por resolver',
    sides: 'Los dos lados',
    unclear: 'Lo que no está claro',
    sources: 'Sopesar las fuentes',
    further: 'Construir sobre lo dicho',
    reflect: 'Mirada atrás',
  },
  texts: {
    case: 'Lea el caso. ¿Qué haría y en qué orden?\n\nDiga qué decide, por qué razón y qué tendría que saber para decidir otra cosa. En sus respuestas, muestre a alguien una consecuencia que aún no ha nombrado.',
    sides:
      'Tome partido en esta cuestión y dé su razón más fuerte.\n\nDespués responda a alguien del otro lado: diga primero, con sus palabras, qué le convence de su razón y solo entonces qué no.',
    unclear:
      '¿Qué no le queda claro todavía del tema de esta semana? Diga qué ha entendido y dónde se detiene exactamente.\n\nResponda al menos a una pregunta de otra persona: con una explicación, un ejemplo o un lugar donde seguir leyendo.',
    sources:
      'Traiga una fuente sobre esta cuestión y diga en dos frases qué afirma.\n\n¿Quién lo dice, con qué pruebas y quién se opondría? Responda a alguien cuya fuente diga algo distinto de la suya.',
    further:
      'Parta de una idea que alguien haya escrito antes: cítela y llévela un paso más allá.\n\nAñada un ejemplo, una condición en la que no se cumpla o un vínculo con algo que hayamos leído.',
    reflect:
      '¿Qué pensaba de este tema al principio y qué piensa ahora?\n\nDiga qué le ha hecho cambiar de opinión, o qué ha resistido a las objeciones, y una pregunta que se lleva.',
  },
} as const;
