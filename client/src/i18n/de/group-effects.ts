/** Was geänderte Einstellungen bei Gruppen bewirken, die an einem Projekt arbeiten. */
export const groupEffects = {
  reopened: 'Gruppen, die Versäumtes wieder abgeben können: {{n}}.',
  missed: 'Gruppen, die nicht abgegeben haben und es nicht mehr können: {{n}}.',
  late: 'Abgegebene Arbeiten, die jetzt verspätet sind: {{n}}.',
  inTime: 'Arbeiten, die verspätet waren und es nicht mehr sind: {{n}}.',
  handIn: {
    any: 'Ab jetzt zählt für die ganze Gruppe, was eine Person abgibt.',
    all: 'Ab jetzt bestätigen alle in der Gruppe, was abgegeben wird.',
  },
  points: 'Die Spalte im Notenbuch hat {{to}} Punkte statt {{from}}.',
  columns: {
    total:
      'Ab jetzt steht im Notenbuch nur die Gesamtbewertung des Projekts; die Spalten der Meilensteine fallen weg.',
    milestones:
      'Das Notenbuch bekommt neben der Gesamtbewertung eine Spalte für jeden Meilenstein mit Punkten.',
  },
  gradesStay:
    'Freigegebene Bewertungen, die bleiben, bis Sie sie auf der Seite des Projekts neu freigeben: {{n}}.',
} as const;
