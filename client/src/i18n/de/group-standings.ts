export const groupStandings = {
  columns: {
    members: 'Mitglieder',
    progress: 'Fortschritt',
    milestones: 'Meilensteine',
    next: 'Nächster Meilenstein',
    last: 'Zuletzt aktiv',
    health: 'Befinden',
    balance: 'Arbeitsteilung',
  },
  handedIn: 'Abgegeben: {{n}} von {{all}}',
  toConfirm: 'Zu bestätigen: {{n}}',
  missed: 'Versäumt: {{n}}',
  marked: 'Bewertet: {{n}}',
  milestone: '{{title}}: {{state}}',
  nextAt: '{{title}}, {{when}}',
  nothingNext: 'Nichts mehr abzugeben',
  never: 'Noch nichts',
  dynamics: {
    low: 'Die Gruppe sagt: niedrig bei {{aspects}}',
    fine: 'Die Gruppe sagt, dass sie gut genug zusammenarbeitet',
  },
  checkIn: {
    mean: '{{title}}: im Mittel {{mean}} von {{levels}}',
    answered: '{{title}}: {{answered}} von {{asked}} haben geantwortet',
    few: '{{title}}: noch zu wenige Antworten ({{answered}} von {{asked}})',
    questions: 'Antworten werfen Fragen auf',
  },
  actions: {
    open: 'Offene Vorhaben: {{n}}',
    overdue: 'Überfällige Vorhaben: {{n}}',
  },
  healthUnknown: 'Nichts bekannt',
  healthFine: 'Nichts Auffälliges',
  hints: {
    text: 'Eine Person von {{people}} hat {{percent}} des Textes geschrieben',
    tasks: 'Eine Person von {{people}} hat {{percent}} der Aufgaben erledigt',
    noTrace: 'Bisher keine Spur von {{n}} von {{people}}',
  },
  hintKinds: {
    text: 'Text',
    tasks: 'Aufgaben',
    noTrace: 'Keine Spur',
  },
  even: 'Nichts Auffälliges',
  caveat:
    '„Arbeitsteilung“ ist ein Hinweis und kein Urteil. Sie kennt Text auf Seiten, erledigte Aufgaben, Anwesenheit und Kommentare derer, die jetzt in der Gruppe sind; was Menschen anderswo tun, sieht sie nicht. Fragen Sie nach, bevor Sie etwas daraus schließen.',
  page: {
    lookingOn:
      'Sie sehen hier zu: Sie können alles lesen und nichts ändern. Die Gruppe liest auf ihrer Seite, dass Lehrende hineinsehen können.',
    deliverables: 'Was die Gruppe abgibt',
    room: 'Was die Gruppe gemeinsam macht',
    standing: 'Wie es der Gruppe geht',
    noMilestones: 'Es gibt keine Meilensteine.',
  },
  told: 'Ihre Lehrenden können hier hineinsehen: in Seiten, Aufgaben, Entscheidungen, Treffen, eine der Gruppe vorgelegte Vereinbarung und das Abgegebene.',
} as const;
