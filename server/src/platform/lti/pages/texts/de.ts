import type { PageTexts } from './en.ts';

export const de: PageTexts = {
  problems: {
    notUnderstood: {
      title: 'Diese Anfrage war nicht zu verstehen',
      text: 'Ihre Lernplattform hat etwas Unvollständiges oder in einer Form gesendet, die Roundtable nicht annimmt.',
      advice:
        'Öffnen Sie die Aktivität noch einmal aus Ihrem Kurs. Kommt diese Seite wieder, zeigen Sie sie Ihrer Administration.',
    },
    notRegistered: {
      title: 'Diese Lernplattform ist nicht registriert',
      text: 'Roundtable kennt die Plattform und die Client-ID nicht, von denen dieser Link stammt.',
      advice:
        'Die Administration von Roundtable muss die Plattform mit genau diesem Aussteller und dieser Client-ID registrieren.',
    },
    wrongAddress: {
      title: 'Dieser Link führt woandershin',
      text: 'Die Adresse hinter diesem Link gehört nicht zu diesem Roundtable.',
      advice: 'Die Lehrperson oder die Administration muss die Adresse des Werkzeugs im Kurs berichtigen.',
    },
    platformDisabled: {
      title: 'Diese Lernplattform ist abgeschaltet',
      text: 'Die Administration von Roundtable hat Aufrufe von dieser Plattform gesperrt.',
      advice: 'Fragen Sie Ihre Administration, ob das so gewollt ist.',
    },
    platformPending: {
      title: 'Noch ein Schritt für Ihre Administration',
      text: 'Diese Lernplattform hat sich bei Roundtable registriert und wartet auf Freigabe.',
      advice:
        'Die Administration von Roundtable muss die Plattform freigeben. Öffnen Sie die Aktivität danach noch einmal.',
    },
    openFromCourse: {
      title: 'Bitte aus einem Kurs öffnen',
      text: 'Roundtable arbeitet immer in einem Kurs, und dieser Link kam aus keinem.',
      advice: 'Gehen Sie in Ihrer Lernplattform zu Ihrem Kurs und öffnen Sie die Aktivität dort.',
    },
    openAgain: {
      title: 'Bitte noch einmal aus dem Kurs öffnen',
      text: 'Dieser Link wurde schon benutzt, ist zu alt oder wurde in einem anderen Browser begonnen.',
      advice:
        'Gehen Sie zurück zu Ihrem Kurs und öffnen Sie die Aktivität noch einmal. Nichts Geschriebenes geht verloren.',
    },
    tokenRefused: {
      title: 'Die Nachricht Ihrer Lernplattform wurde abgelehnt',
      text: 'Sie erfüllt nicht die Regeln, an denen Roundtable einen echten Aufruf erkennt.',
      advice:
        'Öffnen Sie die Aktivität noch einmal aus Ihrem Kurs. Kommt diese Seite wieder, zeigen Sie sie Ihrer Administration.',
    },
    clocks: {
      title: 'Die Nachricht Ihrer Lernplattform ist abgelaufen',
      text: 'Sie war zu lange unterwegs, oder die Uhren der Plattform und von Roundtable weichen um mehr als zwei Minuten ab.',
      advice:
        'Öffnen Sie die Aktivität noch einmal aus Ihrem Kurs. Kommt diese Seite wieder, bitten Sie Ihre Administration, die Uhren zu prüfen.',
    },
    deploymentPending: {
      title: 'Noch ein Schritt für Ihre Administration',
      text: 'Roundtable wurde in {platform} an neuer Stelle eingerichtet (Deployment {deployment}) und wartet auf Freigabe.',
      advice:
        'Die Administration von Roundtable muss dieses Deployment freigeben. Öffnen Sie die Aktivität danach noch einmal.',
    },
    anonymous: {
      title: 'Bitte melden Sie sich zuerst an',
      text: 'Ihre Lernplattform hat diese Aktivität geöffnet, ohne zu sagen, wer Sie sind. Roundtable muss seine Mitglieder kennen.',
      advice:
        'Melden Sie sich bei Ihrer Lernplattform an, gehen Sie zu Ihrem Kurs und öffnen Sie die Aktivität noch einmal.',
    },
    platformKeys: {
      title: 'Ihre Lernplattform ist gerade nicht zu prüfen',
      text: 'Roundtable konnte die Schlüssel nicht lesen, an denen es Nachrichten Ihrer Lernplattform erkennt.',
      advice:
        'Versuchen Sie es in einer Minute noch einmal. Kommt diese Seite wieder, zeigen Sie sie Ihrer Administration.',
    },
    platformError: {
      title: 'Ihre Lernplattform meldet ein Problem',
      text: 'Sie hat die Aktivität nicht geöffnet und sagt dazu: {words}',
      advice:
        'Gehen Sie zurück zu Ihrem Kurs und öffnen Sie die Aktivität noch einmal. Kommt diese Seite wieder, zeigen Sie sie Ihrer Administration.',
    },
    tooManyRequests: {
      title: 'Gerade öffnen sehr viele Leute Roundtable',
      text: 'Aus Ihrem Netz kamen mehr Anfragen, als Roundtable auf einmal annimmt.',
      advice: 'Warten Sie eine Minute und öffnen Sie die Aktivität noch einmal.',
    },
    unavailable: {
      title: 'Roundtable ist gerade nicht erreichbar',
      text: 'Auf unserer Seite ist etwas schiefgegangen. Es wurde festgehalten.',
      advice: 'Versuchen Sie es in einer Minute noch einmal. Nichts Geschriebenes geht verloren.',
    },
  },
  opening: { title: 'Ihre Aktivität wird geöffnet …', text: 'Einen Augenblick bitte.', button: 'Weiter' },
  newTab: {
    title: 'In neuem Tab öffnen',
    text: 'Ihr Browser lässt nicht zu, dass Roundtable Sie in dieser Seite wiedererkennt. In einem eigenen Tab geht es.',
    button: 'In neuem Tab öffnen',
  },
  confirm: {
    title: 'Sind Sie das?',
    asPerson: 'Als {name} in {course} weitermachen?',
    nameless: 'In {course} weitermachen?',
    button: 'Weiter',
    otherwise:
      'Wenn Sie das nicht sind, schließen Sie diesen Tab und öffnen Sie die Aktivität aus Ihrem eigenen Kurs.',
    unnamedCourse: 'Ihrem Kurs',
  },
  backToCourse: 'Zurück zum Kurs',
  errorCode: 'Fehlercode',
  requestId: 'Anfragenummer',
};
