/** Comparing two works, and what comes of it. */
export const comparative = {
  title: 'Comparar: {{left}} y {{right}}',
  shown: 'Trabajo a la vista',
  yours: '¿Cuál es mejor?',
  yoursHint: 'Elija uno según cada criterio, aunque estén muy igualados: no hay empates.',
  choose: 'Elija uno de los dos.',
  comment: 'Su comentario sobre: {{work}}',
  commentHint: '¿Qué está logrado y qué lo mejoraría? Llega a quien hizo este trabajo, no el otro.',
  submit: 'Enviar la comparación',
  resubmit: 'Enviar los cambios',
  done: 'La comparación se ha enviado.',
  setUp: {
    label: 'Cómo se valora',
    rate: 'Se califica cada trabajo',
    rateHint: 'Según los criterios, con puntos, niveles o una escala.',
    compare: 'Se comparan dos trabajos',
    compareHint:
      '¿Cuál de los dos es mejor según cada criterio? A menudo es más fácil de decir que cuántos puntos merece un trabajo.',
    weakestPercent: 'El trabajo más flojo obtiene (%)',
    strongestPercent: 'El mejor trabajo obtiene (%)',
    range:
      'Todos los demás quedan entre ambos, según cuántas veces se prefirieron y a qué otros. Los trabajos casi iguales no se separan por todo el intervalo.',
    without:
      'Las comparaciones se reparten todas a la vez y en todo el curso. Con ellas no hay trabajos de ejemplo, autoevaluación, ronda de mejora ni calificaciones por acuerdo o utilidad, y según los criterios solo se dice qué trabajo es mejor.',
    each: 'Comparaciones por estudiante',
    eachHint:
      'Con cinco por estudiante, cada trabajo está en diez comparaciones: es más o menos lo que hace falta para que las calificaciones sean fiables.',
  },
  start: {
    text: 'Cierre de entregas: {{when}}. Al iniciar las revisiones, las entregas se cierran de inmediato y cada estudiante que ha entregado recibe hasta {{k}} pares de trabajos por comparar.',
    tooFew: 'Se puede comparar cuando al menos tres estudiantes hayan entregado su trabajo.',
    each_one: '{{count}} par de trabajos',
    each_many: '{{count}} pares de trabajos',
    each_other: '{{count}} pares de trabajos',
  },
  staff: {
    title: 'Comparaciones',
    empty: 'Todavía no hay nada que comparar',
    emptyText: 'Los pares de trabajos se reparten al iniciar las revisiones.',
    made: 'Hay {{made}} de {{of}} comparaciones hechas.',
    works: 'Los trabajos, del mejor al más flojo',
    who: 'Quién ha comparado qué',
    range:
      'El trabajo más flojo obtiene {{lowest}} puntos y el mejor, {{highest}}, antes de los retrasos y las reglas de calificación.',
    rank: 'Puesto',
    grade: 'Calificación (de {{points}})',
    interval: 'Probablemente entre',
    by: 'Solo según «{{title}}»',
    chosen: 'Preferido',
    of: '{{chosen}} de {{made}}',
    reviewer: 'Quien revisa',
    left: 'Primer trabajo',
    right: 'Segundo trabajo',
    choice: 'Elección',
    even: 'Tanto uno como otro',
    better: '{{name}} ({{percent}} de los criterios)',
    leftComment: 'Sobre el primer trabajo',
    rightComment: 'Sobre el segundo trabajo',
    reliability: {
      unknown:
        'Todavía no se puede decir si el orden es fiable: hacen falta comparaciones de al menos cuatro personas.',
      high: 'El orden es fiable: una mitad de quienes revisan llega casi al mismo orden que la otra (fiabilidad por mitades {{value}}).',
      fair: 'El orden es bastante fiable: las dos mitades de quienes revisan suelen coincidir (fiabilidad por mitades {{value}}). Mire usted mismo los trabajos cercanos a los extremos.',
      low: 'El orden no es fiable: las dos mitades de quienes revisan llegan a órdenes bastante distintos (fiabilidad por mitades {{value}}). Mire los trabajos antes de publicar calificaciones según él.',
    },
  },
  explain:
    '{{whose}}: preferido en {{chosen}} de {{made}} comparaciones con otros trabajos, contando todos los criterios. Entre el trabajo más flojo ({{lowest}}) y el mejor ({{highest}}), eso da el {{percent}}, probablemente entre el {{low}} y el {{high}}.',
  rangeOf: 'del {{lowest}} para el trabajo más flojo al {{highest}} para el mejor',
  explainCriteria: 'Por criterio: {{criteria}}.',
  criterion: '{{title}} {{chosen}} de {{of}}',
} as const;
