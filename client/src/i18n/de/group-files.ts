/** Files that a group keeps together. */
export const groupFiles = {
  title: 'Dateien',
  add: 'Dateien hinzufügen',
  hint: 'Alle in Ihrer Gruppe sehen, ersetzen und löschen sie. Was abgegeben ist, bleibt, wie es war.',
  version: 'Version {{n}}, {{name}}, {{when}}',
  replace: 'Ersetzen',
  replaceOf: '{{name}} ersetzen',
  replaced: '„{{name}}“ hat eine neue Version.',
  delete: 'Löschen',
  deleteOf: '{{name}} löschen',
  deleted: '„{{name}}“ ist gelöscht.',
  restored: '„{{name}}“ ist wieder da.',
  earlier: 'Frühere Versionen von {{name}}',
  empty: {
    title: 'Noch keine Dateien',
    text: 'Skizzen, Tabellen, Folien: Was hier ist, kann mit jedem Meilenstein abgegeben werden.',
  },
  choose: {
    title: 'Dateien der Gruppe',
    hint: 'Was Sie hinzufügen, wird so abgegeben, wie es jetzt ist, auch wenn jemand die Datei später ersetzt.',
    version: 'Version {{n}}',
    add: 'Hinzufügen',
    addOf: '{{name}} hinzufügen',
  },
} as const;
