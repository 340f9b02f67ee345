/** Texts of a short survey of how teams work together, to begin a questionnaire with. */
export const dynamics = {
  start: 'Empezar con una encuesta sobre la dinámica del equipo',
  hint: 'Cinco preguntas rápidas sobre participación, comunicación, desacuerdos y seguridad, anónimas, en dos minutos. Todo se puede cambiar; fije abajo cuándo se abre de nuevo, por ejemplo tras cada hito.',
  applied: 'La encuesta está rellenada abajo.',
  title: '¿Cómo trabaja su equipo?',
  intro:
    'Se tarda dos minutos. Nadie sabe quién respondió qué; los resultados aparecen a partir de cinco respuestas.',
  disagree: 'Nada',
  agree: 'Del todo',
  items: {
    participation: 'En nuestro equipo contribuyen todos.',
    communication: 'Nos informamos a tiempo.',
    disagreement: 'Cuando no estamos de acuerdo, lo hablamos abiertamente y encontramos una salida.',
    safety: 'Puedo decir que me equivoqué o que no sé algo.',
    again: 'Me gustaría volver a trabajar con este equipo.',
    change: '¿Qué debería cambiar su equipo? Diga una sola cosa.',
  },
} as const;
