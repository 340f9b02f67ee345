/** Texts of questionnaires that open again. */
export const rounds = {
  label: 'Se abre de nuevo',
  once: 'No',
  weekly: 'Cada semana',
  spaced: 'A los 30, 90 y 180 días',
  times: 'Número de rondas',
  days: 'Días que está abierta una ronda',
  zone: 'Cada ronda se abre a la misma hora ({{zone}}) y cada persona puede responder una vez en ella.',
  fixed: 'Las rondas publicadas se quedan como están, porque hay respuestas que pertenecen a ellas.',
  beginning: 'Indique cuándo se abre la primera ronda.',
  next: 'La próxima ronda se abre el {{when}}.',
  round: 'Ronda',
  roundOf: 'Ronda {{n}} ({{when}})',
  trend: 'De ronda en ronda: {{question}}',
  scores: 'Puntuaciones de ronda en ronda',
  mean: 'Media',
};
