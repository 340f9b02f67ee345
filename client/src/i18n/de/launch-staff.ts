/** What the ways into the tool say to staff: choosing for the course, the LMS's own dates and views. */
export const launchStaff = {
  choose: {
    title: 'Zum Kurs hinzufügen',
    notTaken: {
      title: 'Hier lassen sich keine Aktivitäten hinzufügen',
      text: 'Diese Stelle in Ihrem Kurs nimmt andere Arten von Inhalt an ({{types}}). Wählen Sie eine andere Stelle, etwa „Aufgabe“ oder „Modul“, und öffnen Sie Roundtable von dort.',
      back: 'Zurück zum Kurs',
    },
    noColumn:
      'Was Sie hier hinzufügen, bekommt keine Spalte im Notenbuch. Soll es bewertet werden, fügen Sie es stattdessen als Aufgabe hinzu.',
    saveAfterwards: 'Danach zeigt Ihr Kurs sein eigenes Formular: Speichern Sie dort, um abzuschließen.',
    tooMany_one: 'Bitte wählen Sie höchstens eine Aktivität auf einmal.',
    tooMany_other: 'Bitte wählen Sie höchstens {{count}} Aktivitäten auf einmal.',
    available: {
      title: 'Wann Lernende die Aktivität im Kurs sehen',
      hint: 'Ob Ihr Kurs diese Zeiten übernimmt, entscheidet er selbst. Lassen Sie sie leer, um sie im Kurs festzulegen.',
      from: 'Von',
      until: 'Bis',
      order: 'Das Ende muss nach dem Anfang liegen.',
    },
  },
  placement: {
    copied: {
      title: 'Am {{when}} aus {{course}} kopiert: Bitte prüfen Sie die Termine',
      titleUnnamed: 'Am {{when}} aus einem anderen Kurs kopiert: Bitte prüfen Sie die Termine',
      moved_one: 'Alle Termine wurden um einen Tag verschoben, so wie sie der Kurs jetzt hat.',
      moved_other: 'Alle Termine wurden um {{count}} Tage verschoben, so wie sie der Kurs jetzt hat.',
      notMoved:
        'Die neuen Termine waren nicht bekannt, deshalb gelten noch die des Originals. Lernende sehen sie so.',
      nothingElse: 'Einstellungen und Rubrik wurden übernommen, Arbeiten nicht.',
      check: 'Termine prüfen',
      confirm: 'Termine stimmen',
      confirming: 'Wird gespeichert …',
      confirmed: 'Notiert: Die Termine stimmen.',
    },
    closing: {
      title: 'Im Kurs steht ein anderer Termin für die Abgabe',
      theirs: 'Im Kurs: {{when}}',
      ours: 'Hier, wo es zählt: {{when}}',
      takeOver: 'Termin übernehmen',
      takingOver: 'Wird gespeichert …',
      takenOver: 'Ab jetzt gilt der Termin des Kurses.',
    },
    leads: {
      same: 'Im Kurs endet die Abgabe zur selben Zeit.',
      none: 'Der Kurs bestimmt das Ende der Abgabe, nennt aber gerade keines: Das letzte gilt weiter.',
      course: 'Der Kurs bestimmt das Ende der Abgabe: {{when}}',
      text: 'Ändert es sich dort, ändert es sich auch hier; wer dort länger Zeit hat, hat sie auch hier.',
      let: { lms: 'Den Kurs bestimmen lassen', roundtable: 'Roundtable bestimmen lassen' },
      done: {
        lms: 'Ab jetzt bestimmt der Kurs das Ende der Abgabe.',
        roundtable: 'Ab jetzt bestimmt Roundtable das Ende der Abgabe.',
      },
    },
    hidden: {
      title: 'Der Kurs verbirgt diese Aktivität zu früh',
      text: 'Nach dem {{at}} können Lernende sie im Kurs nicht mehr öffnen, obwohl sie bis {{until}} läuft. Ändern Sie das im Kurs.',
    },
  },
  work: {
    back: 'Alle Lernenden',
    title: 'Arbeit von {{name}}',
    unnamed: 'Person ohne Namen',
    handedIn: 'Abgegeben am {{when}}',
    nothing: {
      title: 'Noch nichts abgegeben',
      text: 'Sobald diese Person eine Arbeit abgibt, steht sie hier.',
    },
    versions: 'Versionen',
    version: 'Version {{n}}',
    versionOf: 'Version {{n}} von {{of}}',
    newer: 'Es gibt eine neuere Version als diese.',
    text: 'Die Arbeit',
    grade: 'Bewertung',
    noGrade: 'Noch keine Bewertung. Sie kommt mit der Freigabe.',
    reviews: 'Erhaltene Gutachten',
    noReviews: 'Noch kein Gutachten ist abgegeben.',
    reviewBy: 'Gutachten von {{name}}',
    ofVersion: 'zu Version {{n}}',
    points: '{{points}} von {{maximum}} Punkten',
    submitted: 'Abgegeben am {{when}}',
  },
} as const;
