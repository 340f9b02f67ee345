import { errors } from './errors.ts';
import { gradebook } from './gradebook.ts';
import { launch } from './launch.ts';
import { noticesLink } from './notices-link.ts';
import { peerReview } from './peer-review.ts';
import { richText } from './rich-text.ts';
import { ui } from './ui.ts';

/** The texts that are there from the start: what surrounds every page, and learners' pages. */
export const core = {
  errors,
  gradebook,
  launch,
  notices: noticesLink,
  peerReview,
  richText,
  ui,
  app: {
    name: 'Roundtable',
    pageTitle: '{{page}} – Roundtable',
    skip: 'Zum Inhalt springen',
    navigation: 'Seiten',
    course: 'Kurs',
    activity: 'Aktivität',
    home: 'Übersicht',
    settings: 'Einstellungen',
    groups: 'Gruppen',
    waiting: 'Wartet auf Sie',
    questionnaires: 'Fragebögen',
    backToCourse: 'Zurück zum Kurs',
    loading: 'Wird geladen …',
    offline: 'Sie sind offline. Ihr Text bleibt hier erhalten und wird später gespeichert.',
    unreachable:
      'Der Server antwortet gerade nicht. Ihr Text bleibt hier erhalten und wird später gespeichert.',
    online: 'Die Verbindung ist wieder da.',
    ended: {
      title: 'Ihre Sitzung ist beendet',
      kept: 'Öffnen Sie die Aktivität in diesem Tab noch einmal aus Ihrem Kurs: Es geht auf dieser Seite weiter, mit allem, was Sie geschrieben haben.',
      copy: 'Öffnen Sie die Aktivität noch einmal aus Ihrem Kurs: Es geht auf dieser Seite weiter. Nicht gespeicherter Text steht nur noch hier: Kopieren Sie ihn vorher.',
    },
    left: {
      title: 'Sie sind nicht mehr in diesem Kurs',
      text: 'Sie stehen nicht mehr auf der Mitgliederliste des Kurses. Was Sie hier getan haben, bleibt erhalten. Ist das ein Irrtum, wenden Sie sich an die Lehrperson und öffnen Sie die Aktivität danach noch einmal aus Ihrem Kurs.',
    },
  },
  closed: {
    title: 'Bitte noch einmal aus dem Kurs öffnen',
    text: 'Diese Seite öffnet sich aus der Aktivität in Ihrem Kurs. Zu Ihrer Sicherheit gilt ein Link zu ihr nur einmal; neu laden oder über ein Lesezeichen öffnen lässt sie sich nicht.',
    hint: 'Gehen Sie zurück zu Ihrem Kurs und wählen Sie dort die Aktivität. Was Sie geschrieben haben, ist gespeichert.',
    linkHint:
      'Gehen Sie zurück in Ihren Kurs und wählen Sie dort die Aktivität: Die Seite, zu der dieser Link führt, öffnet sich dann von selbst, sofern Ihr Browser beides nicht voneinander trennt. Was Sie geschrieben haben, ist gespeichert.',
  },
  cannotOpen: { title: 'Die Aktivität lässt sich gerade nicht öffnen' },
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht enthält die Adresse einen Tippfehler, oder die Seite gehört zu einem anderen Kurs.',
    back: 'Zur Aktivität',
  },
  problem: {
    pageTitle: 'Diese Seite lässt sich nicht anzeigen',
    title: 'Das hat nicht geklappt',
    unreachable: 'Der Server antwortet nicht. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    unexpected: 'Auf dieser Seite ist etwas Unerwartetes passiert. Bitte laden Sie sie neu.',
    requestId: 'Anfragenummer für den Support: {{requestId}}',
    retry: 'Erneut versuchen',
  },
  common: {
    cancel: 'Abbrechen',
    optional: '(optional)',
    loadMore: 'Mehr laden',
    loadingMore: 'Wird geladen …',
    increase: 'Erhöhen',
    decrease: 'Verringern',
    none: '–',
    formErrors_one: 'Bitte prüfen Sie ein Feld.',
    formErrors_other: 'Bitte prüfen Sie {{count}} Felder.',
    timeZone: 'Zeiten in Ihrer Zeitzone, {{zone}}.',
  },
  moment: {
    withRelative: '{{absolute}} ({{relative}})',
  },
  autosave: {
    notSavedYet: 'Wird beim Schreiben automatisch gespeichert',
    waiting: 'Noch nicht gespeichert …',
    saving: 'Wird gespeichert …',
    savedAt: 'Gespeichert um {{time}}',
    temporary: 'Nicht gespeichert. Ihr Text bleibt hier erhalten; neuer Versuch läuft …',
    refused: 'Nicht gespeichert: {{reason}}',
    stale: {
      title: 'In einem anderen Tab gespeichert',
      text: 'Sie haben dies auch anderswo offen, und dort wurde gespeichert, nachdem Sie es hier geöffnet haben. Welche Fassung möchten Sie behalten?',
      load: 'Die andere laden',
      keep: 'Diese behalten',
    },
  },
} as const;
