/** Links, what must be handed in, and live presentations: where one hands in and reads. */
export const handIn = {
  /** Where a group writes. */
  stale: {
    title: '{{name}} hat inzwischen gespeichert',
    text: 'Sie schreiben gemeinsam daran, und der andere Text wurde gespeichert, nachdem Sie diesen geöffnet haben. Welchen möchten Sie behalten?',
  },
  links: {
    label: 'Links',
    address: 'Adresse eines Links',
    hint: 'Eine ganze Adresse, die mit https:// beginnt',
    add: 'Link hinzufügen',
    invalid: 'Bitte geben Sie eine ganze Adresse an, die mit http:// oder https:// beginnt.',
    twice: 'Diesen Link gibt es schon.',
    remove: 'Link zu {{host}} entfernen',
    added: 'Der Link zu {{host}} ist hinzugefügt.',
    removed: 'Der Link zu {{host}} wurde entfernt.',
    goesTo: 'Führt aus dem Kurs hinaus zu {{host}}, in einem neuen Tab',
    anonymous: 'Wohin ein Link führt, kann stehen, wer Sie sind. Roundtable kann daran nichts ändern.',
  },
  needs: {
    text: 'Ein Text muss abgegeben werden.',
    files: 'Mindestens eine Datei muss abgegeben werden.',
    links: 'Mindestens ein Link muss abgegeben werden.',
  },
  presentation: {
    text: 'Sie präsentieren live: Es gibt nichts abzugeben. Sagen Sie, dass Sie teilnehmen, damit Ihre Präsentation begutachtet werden kann.',
    button: 'Ich nehme teil',
    reviewed: 'Diese Arbeit wird live präsentiert: Hier gibt es nichts zu öffnen.',
  },
} as const;
