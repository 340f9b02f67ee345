/** Texts of roles in groups. */
export const teamRoles = {
  title: 'Rollen',
  kinds: {
    facilitator: 'Moderation',
    ambassador: 'Vertretung nach außen',
    recorder: 'Protokoll',
  },
  about: {
    facilitator: 'Bereitet Treffen vor, achtet darauf, dass alle zu Wort kommen und die Gruppe entscheidet.',
    ambassador: 'Spricht für die Gruppe mit anderen Gruppen und mit Ihren Lehrenden.',
    recorder: 'Hält fest, was entschieden wurde und wer was tut.',
  },
  rotates: 'Sie geht bei jedem Meilenstein an ein anderes Mitglied.',
  nobody: 'Niemand',
  turn: '{{name}}, der Reihe nach',
  byTurn: 'Der Reihe nach',
  holds:
    'Vergeben Sie Rollen mit Material mit Bedacht: Wer eine hat, liest es sofort; danach können nur die Lehrenden sie jemand anderem geben.',
  saved: 'Gespeichert.',
  setUp: {
    ask: 'Mitglieder haben Rollen',
    assignedBy: 'Wer die Rollen vergibt',
    byGroup: 'Die Gruppe selbst',
    byStaff: 'Die Lehrenden',
    name: 'Name der Rolle',
    description: 'Wozu sie da ist',
    rotates: 'Geht bei jedem Meilenstein an ein anderes Mitglied',
    remove: 'Entfernen: {{name}}',
    add: 'Eigene Rolle hinzufügen',
    addThis: 'Hinzufügen: {{name}}',
    new: 'Neue Rolle',
  },
} as const;
