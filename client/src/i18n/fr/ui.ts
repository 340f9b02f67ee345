/** Texts of the design system's own parts. */
export const ui = {
  breadcrumbs: 'Vous êtes ici',
  shortcuts: {
    title: 'Raccourcis clavier',
    help: 'Afficher ces raccourcis',
    tooltip: 'Raccourcis clavier : touche ?',
    goTo: 'Aller à : {{page}}',
    nextReview: 'Ouvrir l’évaluation suivante',
    switch: 'Raccourcis clavier activés',
    close: 'Fermer',
  },
  search: { clear: 'Effacer la recherche' },
  comboBox: { none: 'Aucun résultat.' },
  sortable: { move: 'Déplacer {{title}}' },
  toasts: {
    label: 'Messages',
    undo: 'Annuler',
    undoLast: 'Annuler la dernière action',
    close: 'Fermer le message',
  },
} as const;
