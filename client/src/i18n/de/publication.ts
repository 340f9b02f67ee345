/** Whether an activity is a draft, published or closed, and what changing that does. */
export const publication = {
  begin: 'Als Entwurf beginnen: Lernende sehen die Aktivität, sobald Sie sie veröffentlichen',
  named: { draft: '{{title}} (Entwurf)', closed: '{{title}} (geschlossen)' },
  draft: {
    title: 'Entwurf: Nur Lehrende sehen diese Aktivität',
    text: 'Bis zur Veröffentlichung steht sie in keinem Kalender, auf keiner Startseite und in keiner Mitteilung.',
    open: 'Veröffentlichen …',
    dialog: 'Diese Aktivität veröffentlichen?',
    confirm: 'Veröffentlichen',
    done: 'Die Aktivität ist veröffentlicht.',
  },
  published: {
    open: 'Aktivität schließen …',
    dialog: 'Diese Aktivität schließen?',
    confirm: 'Schließen',
    done: 'Die Aktivität ist geschlossen.',
  },
  closed: {
    title: 'Diese Aktivität ist geschlossen',
    text: 'Lernende können alles lesen, was sie vorher lesen konnten, aber nichts mehr schreiben.',
    open: 'Wieder öffnen …',
    dialog: 'Diese Aktivität wieder öffnen?',
    confirm: 'Wieder öffnen',
    done: 'Die Aktivität ist wieder geöffnet.',
  },
  fact: {
    seen: 'Lernende, die sie sofort sehen: {{n}}',
    writeAgain: 'Lernende, die wieder schreiben können, soweit die Termine es erlauben: {{n}}',
    readOn: 'Lernende, die dann nur noch lesen können: {{n}}',
    unfinished: 'Arbeiten und Gutachten, die unerledigt bleiben: {{n}}',
    date: '{{step}}: {{when}}. Das steht in den Kalendern der Lernenden.',
    dateAlone: '{{step}}: {{when}}',
    reopen: 'Sie können die Aktivität jederzeit wieder öffnen.',
    reminders: 'Vor jedem Termin wird erinnert, wer noch nicht fertig ist.',
    noReminders: 'Erinnerungen enden. Sie können die Aktivität jederzeit wieder öffnen.',
  },
  fault: {
    title: 'Bitte sehen Sie sich das zuerst an',
    noCriterion: 'Das Bewertungsraster hat kein Kriterium.',
    noInstructions: 'Es gibt keine Anleitung.',
    dateInPast: '{{step}}: Dieser Termin liegt in der Vergangenheit.',
    datesOutOfOrder: 'Die Termine folgen nicht der Reihenfolge der Schritte.',
    noLink:
      'Noch führt keine Stelle im Kurs zu dieser Aktivität, sodass Lernende sie von dort nicht öffnen können.',
  },
  learner: {
    notOpen: 'Noch nicht geöffnet',
    notOpenText: 'Diese Aktivität wird noch vorbereitet. Bitte kommen Sie später wieder.',
    closed: 'Diese Aktivität ist geschlossen',
    closedText: 'Sie können hier weiterhin alles lesen. Abgaben und Gutachten sind nicht mehr möglich.',
  },
} as const;
