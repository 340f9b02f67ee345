/** Notes about learners and groups, which the teaching staff alone read. */
export const staffNotes = {
  title: 'Notes de l’équipe',
  onGroup: 'Notes de l’équipe sur {{name}}',
  text: 'Seule l’équipe enseignante de ce cours les lit.',
  new: 'Nouvelle note',
  save: 'Enregistrer la note',
  change: 'Modifier',
  delete: 'Supprimer',
  changeOf: 'Modifier la note du {{when}}',
  deleteOf: 'Supprimer la note du {{when}}',
  deleted: 'La note est supprimée.',
  by: '{{name}}, {{when}}',
  somebody: 'Une personne qui a quitté le cours',
  tooLong: 'Écrivez au plus {{max}} caractères.',
} as const;
