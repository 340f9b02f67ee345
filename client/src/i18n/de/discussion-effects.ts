/** Was geänderte Einstellungen bei einer Diskussion bewirken, die man schon sieht. */
export const discussionEffects = {
  mode: 'Die Form ist ab jetzt „{{to}}“. Lernende: {{learners}}.',
  postFirst: 'Ab jetzt: „{{to}}“. Lernende, die von anderen nichts sehen, bis sie schreiben: {{silent}}.',
  marks: {
    accepted: 'Angenommene Antworten, die nicht mehr als solche gelten, bis Sie es zurück ändern: {{n}}.',
    endorsed:
      'Von Lehrenden bestätigte Beiträge, die keine Frage beantworten und nicht gekennzeichnet sind, bis Sie es zurück ändern: {{n}}.',
    sides: 'Beiträge, deren Seite nicht gezeigt wird, bis Sie es zurück ändern: {{n}}.',
    sideless: 'Beiträge, die keine Seite einnehmen: {{n}}.',
  },
  names:
    'Namen bei allem, was ab jetzt geschrieben wird: {{to}}. Beiträge, die ihre Zusage behalten: {{kept}}.',
  historyAll:
    'Alle, die einen Beitrag lesen, lesen auch, was vorher darin stand, auch bei dem, was schon geschrieben ist. Beiträge: {{kept}}.',
  historyStaff: 'Nur Lehrende lesen, was vorher in Beiträgen stand. Beiträge: {{kept}}.',
  approvalOn:
    'Was Lernende ab jetzt schreiben, wartet auf die Freigabe durch Lehrende. Lernende: {{learners}}. Was schon da ist, bleibt.',
  approvalOff:
    'Was Lernende ab jetzt schreiben, erscheint sofort. Beiträge, die weiter auf Freigabe warten: {{waiting}}.',
  perGroup: 'Jede Gruppe diskutiert für sich. Lernende: {{learners}}.',
  together: 'Der ganze Kurs diskutiert gemeinsam. Lernende: {{learners}}.',
  end: 'Lernende schreiben bis {{when}}. Lernende, deren Frist sich ändert: {{learners}}.',
  keeping: 'Lernende, die ihre eigenen Fristen behalten: {{kept}} ({{who}}).',
  noEnd: 'Lernende schreiben ohne Ende. Lernende: {{learners}}.',
  over: 'Das Schreiben endet sofort, weil {{when}} vorbei ist. Lernende, deren Frist sich ändert: {{learners}}.',
  milestones: 'Die Erwartungen ändern sich. Lernende, deren Liste sich ändert: {{learners}}.',
  points: 'Die Spalte im Notenbuch hat {{to}} Punkte statt {{from}}.',
  grading: 'Bewertungen entstehen so, wie Sie es gewählt haben.',
  gradesStay:
    'Freigegebene Bewertungen, die bleiben, bis Sie sie auf der Seite der Diskussion neu berechnen: {{grades}}.',
} as const;
