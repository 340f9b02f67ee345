/** Texts of the design system's own parts. */
export const ui = {
  breadcrumbs: 'Está aquí',
  shortcuts: {
    title: 'Atajos de teclado',
    help: 'Mostrar estos atajos',
    tooltip: 'Atajos de teclado: pulse ?',
    goTo: 'Ir a: {{page}}',
    nextReview: 'Abrir la siguiente revisión',
    switch: 'Atajos de teclado activados',
    close: 'Cerrar',
  },
  search: { clear: 'Borrar la búsqueda' },
  comboBox: { none: 'Nada coincide.' },
  sortable: { move: 'Mover {{title}}' },
  toasts: {
    label: 'Mensajes',
    undo: 'Deshacer',
    undoLast: 'Deshacer lo último',
    close: 'Cerrar el mensaje',
  },
} as const;
