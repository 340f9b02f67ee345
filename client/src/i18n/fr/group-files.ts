/** Files that a group keeps together. */
export const groupFiles = {
  title: 'Fichiers',
  add: 'Ajouter des fichiers',
  hint: 'Tout votre groupe les voit, les remplace et les supprime. Ce qui est remis reste tel quel.',
  version: 'Version {{n}}, {{name}}, {{when}}',
  replace: 'Remplacer',
  replaceOf: 'Remplacer {{name}}',
  replaced: '« {{name}} » a une nouvelle version.',
  delete: 'Supprimer',
  deleteOf: 'Supprimer {{name}}',
  deleted: '« {{name}} » est supprimé.',
  restored: '« {{name}} » est de retour.',
  earlier: 'Versions précédentes de {{name}}',
  empty: {
    title: 'Pas encore de fichiers',
    text: 'Croquis, tableaux, diapositives : ce qui est ici peut être remis avec chaque étape.',
  },
  choose: {
    title: 'Fichiers du groupe',
    hint: 'Ce que vous ajoutez est remis tel qu’il est maintenant, même si quelqu’un remplace le fichier plus tard.',
    version: 'Version {{n}}',
    add: 'Ajouter',
    addOf: 'Ajouter {{name}}',
  },
} as const;
