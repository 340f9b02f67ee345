/** Works that groups hand in together. */
export const groupAuthors = {
  unnamed: 'Gruppe ohne Namen',
  somebody: 'jemand ohne Namen',
  title: 'Sie geben mit Ihrer Gruppe ab: {{name}}',
  people: 'In der Gruppe: {{names}}.',
  together:
    'Sie schreiben gemeinsam an einer Arbeit, und eine Person gibt sie bis {{when}} für alle ab. Alle sehen, was gespeichert ist, und alle erhalten die Note der Arbeit. Danach begutachten Sie Arbeiten anderer Gruppen.',
  shared: 'Abgegeben für {{names}}. Sie alle erhalten die Note dieser Arbeit.',
  missed: 'Die Abgabe ist geschlossen, und Ihre Gruppe hat nichts abgegeben.',
  left: 'Sie sind nicht mehr in der Gruppe, die diese Arbeit abgegeben hat. Die Arbeit bleibt auch Ihre.',
  cameLater:
    'Ihre Gruppe hat abgegeben, bevor Sie dazukamen. Sobald jemand von Ihnen noch einmal abgibt, ist es auch Ihre Arbeit.',
  cameTooLate:
    'Ihre Gruppe hat abgegeben, bevor Sie dazukamen; diese Arbeit und ihre Note sind deshalb nicht Ihre.',
  noGroup: {
    title: 'Sie sind noch in keiner Gruppe',
    text: 'In dieser Aktivität geben Gruppen gemeinsam ab. Bitten Sie Ihre Lehrperson um einen Platz, oder tragen Sie sich unter „Meine Gruppen“ ein, falls das möglich ist.',
  },
  setUp: {
    label: 'Wer gibt ab',
    hint: 'Das lässt sich ändern, bis etwas abgegeben ist.',
    learners: 'Alle einzeln',
    groups: 'Jede Gruppe gemeinsam',
    set: 'Gruppen aus',
    noSets: 'Sobald der Kurs Gruppen hat, können diese gemeinsam abgeben.',
    gone: 'Diese Gruppierung gibt es im Kurs nicht. Wählen Sie eine andere.',
    explain:
      'Eine Gruppe schreibt eine Arbeit, die ein beliebiges Mitglied abgibt; alle, die in diesem Moment in der Gruppe sind, erhalten ihre Note. Ist die Selbsteinschätzung an, schätzt jedes Mitglied die Arbeit der eigenen Gruppe ein. Hat jemand aus der Gruppe mehr Zeit, gilt das für die Gruppe. Nach Sektion oder Thema gehört eine Arbeit dorthin, wo die meisten ihrer Gruppe sind.',
  },
  reviewers: {
    label: 'Wer begutachtet',
    hint: 'Das lässt sich ändern, bis die Begutachtung beginnt.',
    set: 'Gruppen, die begutachten',
    explain:
      'Die Mitglieder einer Gruppe schreiben jedes Gutachten gemeinsam: Alle können daran weiterschreiben und es einreichen, und es zählt für alle. Eine Gruppe begutachtet Arbeiten, an denen niemand von ihr beteiligt ist, sobald jemand von ihr abgegeben hat. Für Autorinnen und Autoren ist sie eine einzige begutachtende Person; wer geschrieben hat, sehen nur Lehrende.',
    title: 'Sie begutachten mit Ihrer Gruppe: {{name}}',
    write:
      'Sie schreiben dieses Gutachten gemeinsam: Alle können daran weiterschreiben, und eine Person reicht es für alle ein. Was hier gespeichert ist, sehen Sie alle.',
    hidden:
      'Wer die Arbeit verfasst hat, sieht das Gutachten ohne jeden Namen. Lehrende sehen alle Namen und wer von Ihnen geschrieben hat.',
    shown:
      'Wer die Arbeit verfasst hat, sieht das Gutachten mit dem Namen Ihrer Gruppe, nicht mit Ihrem. Lehrende sehen alle Namen und wer von Ihnen geschrieben hat.',
    tasks:
      'Ihre Gruppe schreibt diese Gutachten gemeinsam: Jede und jeder von Ihnen kann an jedem weiterschreiben.',
    noGroup: {
      title: 'Sie sind in keiner Gruppe, die begutachtet',
      text: 'In dieser Aktivität begutachten Gruppen gemeinsam. Bitten Sie Ihre Lehrperson um einen Platz, oder tragen Sie sich unter „Meine Gruppen“ ein, falls das möglich ist. Was die Gruppe noch nicht abgeschickt hat, ist dann auch Ihre Aufgabe.',
    },
    each: 'Gutachten pro Gruppe',
    eachHint:
      'So viele Gutachten schreibt jede Gruppe gemeinsam. Wie viele eine Arbeit erhält, hängt davon ab, wie viele Gruppen und Arbeiten es gibt: ebenso viele, wenn dieselben Gruppen abgeben und begutachten.',
    wrote: 'Von der Gruppe {{members}}. Geschrieben von {{names}}, eingereicht von {{name}}.',
  },
  members: {
    each: 'Gutachten pro Mitglied',
    eachHint:
      'So viele Arbeiten anderer Gruppen begutachtet jedes Mitglied. Die Arbeit einer Gruppe erhält so viele je Mitglied, das Gruppen im Durchschnitt haben: bei zwei pro Person und Vierergruppen etwa acht.',
  },
  staff: {
    group: 'Gruppe',
    none: 'In keiner Gruppe',
    workOf: 'Arbeit von {{name}}: {{names}}',
    tooFew: 'Mindestens zwei Gruppen müssen abgegeben haben, bevor die Begutachtung beginnen kann.',
    each: 'bis zu {{k}} Arbeiten anderer Gruppen',
  },
};
