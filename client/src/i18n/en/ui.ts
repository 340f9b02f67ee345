/** Texts of the design system's own parts. */
export const ui = {
  breadcrumbs: 'You are here',
  shortcuts: {
    title: 'Keyboard shortcuts',
    help: 'Show these keys',
    tooltip: 'Keyboard shortcuts: press ?',
    goTo: 'Go to: {{page}}',
    nextReview: 'Open the next review',
    switch: 'Keyboard shortcuts are on',
    close: 'Close',
  },
  search: { clear: 'Clear search' },
  comboBox: { none: 'Nothing matches.' },
  sortable: { move: 'Move {{title}}' },
  toasts: {
    label: 'Messages',
    undo: 'Undo',
    undoLast: 'Undo what was just done',
    close: 'Close message',
  },
} as const;
