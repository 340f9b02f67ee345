/** Texts of questions about the people of one’s own group. */
export const groupRows = {
  label: 'Zeilen, Frage {{n}}',
  short: 'Zeilen',
  written: 'Zeilen, die ich schreibe',
  set: 'Eigene Gruppe: {{name}}',
  gone: 'Eine Gruppeneinteilung, die es nicht mehr gibt',
  self: 'Auch nach der eigenen Person fragen',
  explain:
    'Alle sehen die Personen ihrer eigenen Gruppe, so wie sie ist, wenn sie zu antworten beginnen, und die, mit denen sie dort vorher gearbeitet haben, für die gemeinsame Zeit.',
  preview: 'Hier sehen alle die Personen ihrer eigenen Gruppe.',
  noGroup:
    'Sie sind hier in keiner Gruppe, daher gibt es nichts zu beantworten. Falls Sie in einer sein sollten, wenden Sie sich bitte an Ihre Lehrenden.',
  alone: 'Außer Ihnen ist niemand in Ihrer Gruppe, daher gibt es nichts zu beantworten.',
  group_one: 'Ihre Gruppe: {{name}}',
  group_other: 'Ihre Gruppen: {{name}}',
  until: 'Sie haben bis {{when}} zusammengearbeitet; Sie müssen hier nicht antworten.',
  perPerson: 'Nach Person: {{question}}',
};
