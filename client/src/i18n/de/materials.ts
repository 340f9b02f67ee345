/** Texte dessen, was Rollen gesagt wird. */
export const materials = {
  title: 'Material der Rollen',
  intro: 'Jede Rolle hat ihr eigenes Material. Erzählen Sie den anderen in Ihrer Gruppe, was in Ihrem steht.',
  toRoles: 'Wer welche Rolle hat',
  own: 'Ihres',
  none: 'Sie haben gerade keine Rolle mit Material.',
  hidden: 'Das Material von {{names}} sehen Sie nicht.',
  until: 'Sie sehen es ab {{when}}.',
  never: 'Fragen Sie, wer die Rolle hat.',
  setUp: {
    ask: 'Jede Rolle hat eigenes Material (Gruppenpuzzle)',
    hint: 'Nur wer eine Rolle hat, liest es; so weiß niemand alles. Was eine Gruppe vergeben hat, bleibt so, bis alle alles lesen: Nur die Lehrenden können die Rolle dann jemand anderem geben, der danach beides kennt. Zu Meilensteinen können Gruppen für jede Rolle einen Teil schreiben.',
    text: 'Material für {{name}}',
    opensAt: 'Alle lesen alles ab',
    opensAtHint: 'Ohne Termin behält jede Rolle ihres.',
  },
} as const;
