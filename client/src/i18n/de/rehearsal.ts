/** What staff read while they rehearse an activity. */
export const rehearsal = {
  title: 'Diese Aktivität proben',
  text: 'Gehen Sie jede Phase selbst durch, als eine von sechs erfundenen Personen oder als Sie selbst: abgeben, die Begutachtung beginnen, begutachten, freigeben – und sehen, was Lernende sehen.',
  safe: 'Nichts davon erreicht Lernende, die Kursbewertungen oder irgendwelche Zahlen. Ein Klick löscht alles.',
  begin: 'Probe beginnen',
  beginning: 'Wird vorbereitet …',
  running: 'Sie proben',
  controls: 'Probe',
  back: 'Zurück zur Aktivität',
  asWhom: 'Ansehen als',
  oneself: 'Sie selbst',
  learner: 'Lernende Person {{n}}',
  link: 'Proben',
  end: 'Beenden und löschen',
  ended: 'Die Probe ist beendet und alles darin gelöscht.',
  fill: {
    handIn: 'Alle anderen abgeben lassen',
    review: 'Alle Gutachten schreiben lassen',
  },
  sample: {
    handIn: 'Dies ist eine Beispielarbeit, die eine erfundene Person abgegeben hat.',
    review: 'Ein Beispielgutachten einer erfundenen Person: klare These; ein Beispiel würde helfen.',
  },
  filled: {
    handIn_one: '{{count}} Arbeit wurde abgegeben.',
    handIn_other: '{{count}} Arbeiten wurden abgegeben.',
    review_one: '{{count}} Gutachten wurde geschrieben.',
    review_other: '{{count}} Gutachten wurden geschrieben.',
  },
} as const;
