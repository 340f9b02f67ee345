/** Texts of questionnaires that open again. */
export const rounds = {
  label: 'Öffnet erneut',
  once: 'Nein',
  weekly: 'Jede Woche',
  spaced: 'Nach 30, 90 und 180 Tagen',
  times: 'Anzahl der Runden',
  days: 'Tage, die eine Runde offen ist',
  zone: 'Jede Runde öffnet zur selben Uhrzeit ({{zone}}); alle können darin einmal antworten.',
  fixed: 'Veröffentlichte Runden bleiben, wie sie sind, weil Antworten zu ihnen gehören.',
  beginning: 'Geben Sie an, wann die erste Runde öffnet.',
  next: 'Die nächste Runde öffnet {{when}}.',
  round: 'Runde',
  roundOf: 'Runde {{n}} ({{when}})',
  trend: 'Von Runde zu Runde: {{question}}',
  scores: 'Punktzahlen von Runde zu Runde',
  mean: 'Mittelwert',
};
