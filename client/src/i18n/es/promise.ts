/** What is promised at the moment of writing. */
export const promise = {
  author: {
    nobodyKnows: 'Quienes revisan ven su trabajo sin su nombre.',
    authorsKnown: 'Quienes revisan ven su trabajo con su nombre; usted no sabe quiénes son.',
    allKnown: 'Quienes revisan ven su trabajo con su nombre, y usted ve el de ellos.',
  },
  reviewer: {
    hidden: 'Quien hizo el trabajo ve su revisión sin su nombre.',
    shown: 'Quien hizo el trabajo ve su revisión con su nombre.',
  },
  staff: 'El equipo docente ve todos los nombres.',
  time: 'Se mide el tiempo que dedica a esta revisión mientras la página está a la vista y usted trabaja en ella. Los docentes lo ven; no cuenta para ninguna calificación.',
} as const;
