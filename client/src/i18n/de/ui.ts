/** Texts of the design system's own parts. */
export const ui = {
  breadcrumbs: 'Sie sind hier',
  shortcuts: {
    title: 'Tastenkürzel',
    help: 'Diese Tasten anzeigen',
    tooltip: 'Tastenkürzel: ? drücken',
    goTo: 'Gehe zu: {{page}}',
    nextReview: 'Nächstes Gutachten öffnen',
    switch: 'Tastenkürzel eingeschaltet',
    close: 'Schließen',
  },
  search: { clear: 'Suche leeren' },
  comboBox: { none: 'Keine Treffer.' },
  sortable: { move: '{{title}} verschieben' },
  toasts: {
    label: 'Meldungen',
    undo: 'Rückgängig',
    undoLast: 'Letzte Änderung rückgängig machen',
    close: 'Meldung schließen',
  },
} as const;
