/** Texts of questionnaires that are answered alone and then as a group. */
export const team = {
  explain:
    'Antworten der Gruppe: {{points}} von {{possible}} Punkten. Zusammen, mit {{weight}} für die Gruppe: {{percent}}.',
  terms: 'Zuerst antworten Sie allein. Danach beantwortet Ihre Gruppe dieselben Fragen gemeinsam.',
  title: 'Mit Ihrer Gruppe',
  titleOf: 'Mit Ihrer Gruppe: {{group}}',
  ownResult: 'Ihr eigenes Ergebnis',
  result: 'Ergebnis Ihrer Gruppe',
  state: {
    noGroup:
      'Sie sind hier in keiner Gruppe, daher zählen Ihre eigenen Antworten voll. Falls Sie in einer sein sollten, wenden Sie sich bitte an Ihre Lehrenden.',
    alone: 'Außer Ihnen ist niemand in Ihrer Gruppe, daher zählen Ihre eigenen Antworten voll.',
    ownFirst: 'Zuerst kommen Ihre eigenen Antworten.',
    open: 'Beantworten Sie jetzt gemeinsam dieselben Fragen. Was eine Person auswählt, sehen alle in der Gruppe; eine Person sendet es für alle.',
    sent: 'Ihre Gruppe hat ihre Antworten gesendet.',
    sentBefore:
      'Ihre Gruppe hat ihre Antworten gesendet, bevor Sie dazukamen, daher zählen Ihre eigenen Antworten voll.',
    closed: 'Ihre Gruppe hat nicht rechtzeitig Antworten gesendet, daher zählen Ihre eigenen Antworten voll.',
  },
  sentBy: 'Ihre Gruppe hat ihre Antworten gesendet ({{name}}, {{when}}).',
  answered_one: '{{answered}} von {{count}} Person in Ihrer Gruppe hat allein geantwortet.',
  answered_other: '{{answered}} von {{count}} Personen in Ihrer Gruppe haben allein geantwortet.',
  alone: 'Ihr eigenes Ergebnis zählt voll: {{own}}.',
  combined: 'Allein {{own}}, als Gruppe {{team}}. Mit {{weight}} für die Gruppe ergibt das {{percent}}.',
  send: 'Für die Gruppe senden',
  savedBy: 'Zuletzt geändert von {{name}}, {{when}}',
  overtaken: {
    title: 'Jemand aus Ihrer Gruppe war schneller',
    text: 'Das Blatt hat sich geändert, seit Sie es gesehen haben. Davon ist nichts verloren, und von Ihrer Auswahl auch nicht.',
    merge: 'Meine Änderungen hinzufügen',
    theirs: 'Das Blatt ohne sie zeigen',
  },
  fixed:
    'Gruppen antworten gemeinsam, nachdem alle allein geantwortet haben. Das bleibt so, weil es veröffentlicht ist.',
  fixedNot: 'Ob Gruppen gemeinsam antworten, bleibt so wie bei der Veröffentlichung.',
  build: {
    title: 'Allein und dann als Gruppe',
    use: 'Nach dem Antworten allein dieselben Fragen als Gruppe beantworten',
    noSets: 'Dafür braucht der Kurs eine Gruppeneinteilung: Legen Sie eine auf der Seite Gruppen an.',
    explain:
      'Das Blatt einer Gruppe öffnet sich für jede Person, sobald deren eigene Antworten da sind. Punktzahlen und richtige Antworten werden gezeigt, wenn die Gruppe geantwortet hat; wer keine Gruppe hat, wird allein bewertet.',
    set: 'Gruppen aus',
    percent: 'Prozent, die das Ergebnis der Gruppe zählt',
    percentHint:
      'Das eigene Ergebnis zählt den Rest. Bewertungen gehen hinaus, wenn die Gruppe geantwortet hat, alle anderen beim Schließen.',
  },
  fault: {
    TEAM_ANONYMOUS: 'Ein Fragebogen, den auch Gruppen beantworten, kann nicht anonym sein.',
    TEAM_ROUNDS: 'Ein Fragebogen, den auch Gruppen beantworten, kann nicht in Runden erneut öffnen.',
    TEAM_ITEMS:
      'Gruppen beantworten dieselben Fragen wie ihre Personen: Keine wird gezogen, und keine handelt von der eigenen Gruppe.',
    TEAM_FILES:
      'Gruppen antworten nicht mit Dateien: Lassen Sie solche Fragen weg, oder lassen Sie allein antworten.',
    TEAM_ATTEMPTS: 'Allein gibt es einen Versuch: Danach hat die Gruppe über die Antworten gesprochen.',
  },
  results: {
    title: 'Allein und als Gruppe',
    groups_one: '{{count, number}} Gruppe hat ihre Antworten gesendet',
    groups_other: '{{count, number}} Gruppen haben ihre Antworten gesendet',
    scores: 'Ergebnisse allein und als Gruppe',
    who: 'Wer',
    own: 'Allein',
    together: 'Als Gruppe',
    means: 'Mittelwert allein {{own}}, als Gruppe {{team}}',
    compared: 'Allein und als Gruppe, in Prozent: {{question}}',
    group: 'Gruppe',
    percent: 'Zusammen in Prozent',
  },
};
