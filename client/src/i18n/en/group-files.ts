/** Files that a group keeps together. */
export const groupFiles = {
  title: 'Files',
  add: 'Add files',
  hint: 'Everybody in your group sees, replaces and deletes them. What is handed in stays as it was.',
  version: 'Version {{n}}, {{name}}, {{when}}',
  replace: 'Replace',
  replaceOf: 'Replace {{name}}',
  replaced: '“{{name}}” has a new version.',
  delete: 'Delete',
  deleteOf: 'Delete {{name}}',
  deleted: '“{{name}}” is deleted.',
  restored: '“{{name}}” is there again.',
  earlier: 'Earlier versions of {{name}}',
  empty: {
    title: 'No files yet',
    text: 'Sketches, tables, slides: what is here can be handed in with any milestone.',
  },
  choose: {
    title: 'Files of the group',
    hint: 'What you add is handed in as it is now, also when somebody replaces the file later.',
    version: 'Version {{n}}',
    add: 'Add',
    addOf: 'Add {{name}}',
  },
} as const;
