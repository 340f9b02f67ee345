/** What staff read while they rehearse an activity. */
export const rehearsal = {
  title: 'Diese Aktivität proben',
  text: {
    peerReview:
      'Gehen Sie jede Phase selbst durch, als eine von sechs erfundenen Personen oder als Sie selbst: abgeben, die Begutachtung beginnen, begutachten, freigeben – und sehen, was Lernende sehen.',
    discussion:
      'Gehen Sie selbst durch die Diskussion, als eine von sechs erfundenen Personen oder als Sie selbst: ein Thema beginnen, antworten, bewerten, freigeben – und sehen, was Lernende sehen. Wo Gruppen für sich diskutieren, diskutieren hier alle sechs gemeinsam.',
    groupWork:
      'Gehen Sie selbst durch das Projekt, als eine von sechs erfundenen Personen in zwei Dreiergruppen oder als Sie selbst: schreiben, abgeben, bestätigen – und sehen, was Lernende sehen.',
  },
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
    peerReview: {
      handIn: 'Alle anderen abgeben lassen',
      review: 'Alle Gutachten schreiben lassen',
    },
    discussion: {
      handIn: 'Alle anderen ein Thema beginnen lassen',
      review: 'Alle antworten lassen',
    },
    groupWork: {
      handIn: 'Gruppen abgeben oder bestätigen lassen',
    },
  },
  sample: {
    peerReview: {
      handIn: 'Dies ist eine Beispielarbeit, die eine erfundene Person abgegeben hat.',
      review: 'Ein Beispielgutachten einer erfundenen Person: klare These; ein Beispiel würde helfen.',
    },
    discussion: {
      handIn: 'Was eine erfundene Person davon hält, als Beispiel.',
      review: 'Eine Beispielantwort einer erfundenen Person: Ich sehe das anders, und zwar deshalb.',
    },
    groupWork: {
      handIn: 'Ein Beispieltext, den eine erfundene Person für die Gruppe geschrieben hat.',
    },
  },
  filled: {
    peerReview: {
      handIn_one: '{{count}} Arbeit wurde abgegeben.',
      handIn_other: '{{count}} Arbeiten wurden abgegeben.',
      review_one: '{{count}} Gutachten wurde geschrieben.',
      review_other: '{{count}} Gutachten wurden geschrieben.',
    },
    discussion: {
      handIn_one: '{{count}} Thema wurde begonnen.',
      handIn_other: '{{count}} Themen wurden begonnen.',
      review_one: '{{count}} Antwort wurde geschrieben.',
      review_other: '{{count}} Antworten wurden geschrieben.',
    },
    groupWork: {
      handIn_one: '{{count}} Schritt wurde getan.',
      handIn_other: '{{count}} Schritte wurden getan.',
    },
  },
} as const;
