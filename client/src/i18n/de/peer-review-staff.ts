import { spotChecks } from './grading-methods.ts';
import { setUp } from './peer-review-set-up.ts';
import { reviewing } from './reviewing.ts';

/** Texts of peer review on staff's pages: setting up, the overview. */
export const peerReviewStaff = {
  review: reviewing,
  setUp,
  staff: {
    spotChecks,
    counts: {
      title: 'Auf einen Blick',
      learners: 'Lernende',
      submissions: 'Abgegeben',
      reviewsDone: 'Gutachten fertig',
      gradable: 'Bewertbar',
      of: '{{done}} von {{of}}',
    },
    next: 'Was als Nächstes kommt',
    phase: {
      submission: 'Lernende geben ab',
      review: 'Lernende begutachten',
      released: 'Bewertungen sind freigegeben',
    },
    start: {
      text: 'Die Abgabe endet am {{when}}. Starten Sie die Begutachtung, endet die Abgabe sofort, und alle, die abgegeben haben, bekommen je bis zu {{k}} Arbeiten zu begutachten.',
      tooFew: 'Mindestens zwei Lernende müssen abgeben, bevor die Begutachtung beginnen kann.',
      button: 'Begutachtung starten',
      dialogTitle: 'Begutachtung jetzt starten?',
      closes:
        'Die Abgabe endet jetzt; danach können nur noch Lernende abgeben, denen Sie mehr Zeit gegeben haben.',
      take_one: '{{count}} Person hat abgegeben und nimmt teil.',
      take_other:
        '{{count}} Lernende haben abgegeben und nehmen teil. Alle bekommen je {{each}} zu begutachten.',
      each_one: '{{count}} Arbeit',
      each_other: '{{count}} Arbeiten',
      out_one: '{{count}} Person hat nicht abgegeben und nimmt nicht teil.',
      out_other: '{{count}} Lernende haben nicht abgegeben und nehmen nicht teil.',
      working: 'Die Arbeiten werden zum Begutachten verteilt …',
      done: 'Die Begutachtung hat begonnen.',
    },
    release: {
      text: 'Die Begutachtung endet am {{when}}. Mit der Freigabe sehen Lernende ihre Bewertung und die Gutachten, und die Bewertungen gehen ans Notenbuch des Kurses. Unfertige Gutachten zählen nicht.',
      again:
        'Die Bewertungen sind freigegeben. Geben Sie sie erneut frei, um seither geänderte Gutachten und Einstellungen zu berücksichtigen; gleich gebliebene Bewertungen werden nicht noch einmal gesendet.',
      follows:
        'Die Bewertungen sind freigegeben und folgen von selbst jedem Gutachten und jeder Änderung der Einstellungen.',
      itselfOn: 'Von selbst werden die Bewertungen am {{when}} freigegeben.',
      itselfImmediate: 'Von selbst werden die Bewertungen freigegeben, sobald das erste Gutachten da ist.',
      nobody: 'Noch keine Abgabe hat ein fertiges Gutachten.',
      notAllowed: 'Nur Lehrende können Bewertungen freigeben.',
      button: 'Bewertungen freigeben',
      buttonAgain: 'Erneut freigeben',
      dialogTitle: 'Bewertungen jetzt freigeben?',
      graded_one: '{{count}} Person hat fertige Gutachten und bekommt eine Bewertung.',
      graded_other: '{{count}} Lernende haben fertige Gutachten und bekommen eine Bewertung.',
      noReview_one:
        '{{count}} Person hat abgegeben, hat aber kein fertiges Gutachten und bekommt keine Bewertung.',
      noReview_other:
        '{{count}} Lernende haben abgegeben, haben aber kein fertiges Gutachten und bekommen keine Bewertung.',
      noWork_one: '{{count}} Person hat nicht abgegeben und bekommt keine Bewertung.',
      noWork_other: '{{count}} Lernende haben nicht abgegeben und bekommen keine Bewertung.',
      open_one:
        '{{count}} Gutachten ist nicht fertig. Geben Sie später erneut frei, um es zu berücksichtigen.',
      open_other:
        '{{count}} Gutachten sind nicht fertig. Geben Sie später erneut frei, um sie zu berücksichtigen.',
      reviewing_one:
        'Das Begutachten zählt: Wer noch ein Gutachten zu schreiben hat, bekommt diesen Teil, wenn es geschrieben ist oder die Begutachtung endet.',
      reviewing_other:
        'Das Begutachten zählt: Wer noch Gutachten zu schreiben hat, bekommt diesen Teil, wenn sie geschrieben sind oder die Begutachtung endet.',
      working: 'Die Bewertungen werden freigegeben …',
      done: 'Die Bewertungen sind freigegeben.',
    },
    releaseTo: {
      button: 'Für diese freigeben',
      dialogTitle_one: 'Ergebnisse für {{count}} Person freigeben?',
      dialogTitle_other: 'Ergebnisse für {{count}} Lernende freigeben?',
      see_one:
        '{{count}} Person sieht sofort ihre Bewertung und die Gutachten; die Bewertung geht ans Notenbuch des Kurses.',
      see_other:
        '{{count}} Lernende sehen sofort ihre Bewertung und die Gutachten; die Bewertungen gehen ans Notenbuch des Kurses.',
      again_one:
        'Die Bewertung von {{count}} Person berücksichtigt seither geänderte Gutachten und Einstellungen.',
      again_other:
        'Die Bewertungen von {{count}} Lernenden berücksichtigen seither geänderte Gutachten und Einstellungen.',
      others: 'Alle anderen sehen nichts und erfahren nicht, wer schon Ergebnisse sieht.',
      groups: 'Wer eine Arbeit mitverfasst hat, sieht ihre Ergebnisse ebenfalls.',
      back: 'Sie können Ergebnisse zurücknehmen und später für alle freigeben.',
      tooMany: 'Höchstens {{most}} auf einmal. Geben Sie sonst für alle frei.',
    },
    withdraw: {
      text: 'Sie können freigegebene Bewertungen zurücknehmen: Lernende sehen dann weder Bewertungen noch Gutachten, bis Sie sie erneut freigeben.',
      button: 'Freigabe zurücknehmen',
      dialogTitle: 'Alle Bewertungen zurücknehmen?',
      unseen_one: '{{count}} Person sieht keine Bewertung mehr und kein Gutachten.',
      unseen_other: '{{count}} Lernende sehen keine Bewertung mehr und kein Gutachten.',
      unseenBySome: 'Wem Sie Ergebnisse freigegeben haben, sieht keine Bewertung mehr und kein Gutachten.',
      cleared: 'Das Notenbuch des Kurses wird gebeten, die Bewertungen zu löschen, die es hat.',
      notCleared:
        'Ihre Lernplattform kann Bewertungen nicht zurücknehmen: Was im Notenbuch steht, bleibt dort. Verbergen Sie die Spalte dort oder löschen Sie die Bewertungen von Hand.',
      staysAway:
        'Danach werden Bewertungen nicht von selbst freigegeben, bis Sie es tun oder einen späteren Termin setzen.',
      kept: 'Nichts geht verloren: Der Verlauf jeder Bewertung bleibt, und Sie können erneut freigeben.',
      working: 'Die Bewertungen werden zurückgenommen …',
      isDone: 'Die Bewertungen waren freigegeben und wurden zurückgenommen. Lernende sehen sie nicht.',
      done: 'Die Bewertungen sind zurückgenommen.',
    },
    table: {
      title: 'Lernende',
      caption: 'Wie weit alle sind',
      name: 'Name',
      submitted: 'Abgegeben',
      given: 'Gutachten geschrieben',
      received: 'Gutachten erhalten',
      spread: 'Abstand der Gutachten',
      interval: 'Arbeit höchstwahrscheinlich zwischen',
      grade: 'Bewertung',
      sync: 'Notenbuch',
      results: 'Gezeigt',
      seesResults: 'Freigegeben',
      seesNone: 'Noch nicht',
      unnamed: 'Person ohne Namen',
      notSubmitted: 'Noch nicht',
      of: '{{done}} von {{of}}',
      gradeOf: '{{value}} von {{maximum}}',
      noGrade: 'Noch keine',
      gradeWork: 'Bewertung der Arbeit',
      gradeReviewing: 'Bewertung des Begutachtens',
      historyOf: '{{text}}: wie die Bewertung von {{name}} zustande kam',
      mark: { set: 'Festgelegt', excused: 'Entschuldigt', withdrawn: 'Zurückgenommen' },
    },
    distribution: {
      title: 'Verteilung der Bewertungen',
      load: 'Verteilung anzeigen',
    },
    sync: {
      none: '–',
      waiting: 'Unterwegs',
      sent: 'Gesendet',
      failed: 'Gescheitert',
      noColumn: 'Keine Spalte',
      notTakenBack: 'Nicht zurückgenommen',
    },
    empty: {
      title: 'Noch keine Lernenden',
      text: 'Lernende erscheinen hier, sobald sie die Aktivität öffnen oder die Mitgliederliste des Kurses gelesen wird.',
    },
  },
} as const;
