/** Texts of questionnaires that are answered alone and then as a group. */
export const team = {
  explain:
    'Respuestas del grupo: {{points}} de {{possible}} puntos. En conjunto, con {{weight}} para el grupo: {{percent}}.',
  terms: 'Primero responde usted individualmente. Después su grupo responde junto a las mismas preguntas.',
  title: 'Con su grupo',
  titleOf: 'Con su grupo: {{group}}',
  ownResult: 'Su propio resultado',
  result: 'Resultado de su grupo',
  state: {
    noGroup:
      'Aquí no está en ningún grupo, así que sus propias respuestas cuentan por completo. Si debería estar en uno, diríjase a su equipo docente.',
    alone: 'No hay nadie más en su grupo, así que sus propias respuestas cuentan por completo.',
    ownFirst: 'Primero van sus propias respuestas.',
    open: 'Respondan ahora juntos a las mismas preguntas. Lo que elige una persona aparece para todo el grupo, y una persona lo envía por el grupo.',
    sent: 'Su grupo ha enviado sus respuestas.',
    sentBefore:
      'Su grupo envió sus respuestas antes de que usted llegara, así que sus propias respuestas cuentan por completo.',
    closed: 'Su grupo no envió respuestas a tiempo, así que sus propias respuestas cuentan por completo.',
  },
  sentBy: 'Su grupo ha enviado sus respuestas ({{name}}, {{when}}).',
  answered_one: '{{answered}} de {{count}} persona de su grupo ha respondido individualmente.',
  answered_many: '{{answered}} de {{count}} personas de su grupo han respondido individualmente.',
  answered_other: '{{answered}} de {{count}} personas de su grupo han respondido individualmente.',
  alone: 'Su propio resultado cuenta por completo: {{own}}.',
  combined: 'Individualmente {{own}}, en grupo {{team}}. Con {{weight}} para el grupo, resulta {{percent}}.',
  send: 'Enviar por el grupo',
  savedBy: 'Último cambio de {{name}}, {{when}}',
  overtaken: {
    title: 'Alguien de su grupo fue más rápido',
    text: 'La hoja ha cambiado desde que usted la vio. No se ha perdido nada de ella, ni tampoco lo que usted eligió.',
    merge: 'Añadir mis cambios',
    theirs: 'Mostrar la hoja sin ellos',
  },
  fixed:
    'Los grupos responden juntos después de que cada persona lo haya hecho individualmente. Queda así porque está publicado.',
  fixedNot: 'La respuesta en grupo queda como estaba al publicarlo.',
  build: {
    title: 'Individualmente y luego en grupo',
    use: 'Tras responder individualmente, responder a las mismas preguntas en grupo',
    noSets: 'Para esto el curso necesita una distribución de grupos: cree una en la página Grupos.',
    explain:
      'La hoja de un grupo se abre a cada persona cuando han llegado sus propias respuestas. Los resultados y las respuestas correctas se muestran cuando el grupo ha respondido; quien no tiene grupo se evalúa individualmente.',
    set: 'Grupos de',
    percent: 'Porcentaje que cuenta el resultado del grupo',
    percentHint:
      'El resultado propio cuenta el resto. Las calificaciones se envían cuando el grupo ha respondido; todas las demás, al cerrarse.',
  },
  fault: {
    TEAM_ANONYMOUS: 'Un cuestionario que también responden los grupos no puede ser anónimo.',
    TEAM_ROUNDS: 'Un cuestionario que también responden los grupos no puede volver a abrirse por rondas.',
    TEAM_ITEMS:
      'Los grupos responden a las mismas preguntas que sus personas: ninguna se sortea y ninguna trata del propio grupo.',
    TEAM_FILES:
      'Los grupos no responden con archivos: quite esas preguntas o haga que se responda individualmente.',
    TEAM_ATTEMPTS: 'Hay un solo intento individual: después, el grupo ha hablado de las respuestas.',
  },
  results: {
    title: 'Individualmente y en grupo',
    groups_one: '{{count, number}} grupo ha enviado sus respuestas',
    groups_many: '{{count, number}} grupos han enviado sus respuestas',
    groups_other: '{{count, number}} grupos han enviado sus respuestas',
    scores: 'Resultados individuales y en grupo',
    who: 'Quién',
    own: 'Individual',
    together: 'En grupo',
    means: 'Media individual {{own}}, en grupo {{team}}',
    compared: 'Individual y en grupo, en porcentaje: {{question}}',
    group: 'Grupo',
    percent: 'En conjunto, en porcentaje',
  },
};
