import { contributions } from './contributions.ts';
import { groupWorkFactors } from './group-work-factors.ts';
import { groupEffects } from './group-effects.ts';
import { groupMove } from './group-move.ts';
import { groupNudge } from './group-nudge.ts';
import { groupRoom } from './group-room.ts';
import { groupStandings } from './group-standings.ts';
import { groupWorkSetUp } from './group-work-set-up.ts';
import { retrospective } from './retrospective.ts';
import { teamDynamics } from './team-dynamics.ts';
import { groupFiles } from './group-files.ts';
import { outsidePlaces } from './outside-places.ts';
import { materials } from './materials.ts';
import { planning } from './planning.ts';
import { plenaryTexts } from './plenary.ts';
import { presentations } from './presentations.ts';
import { teamCharter } from './team-charter.ts';
import { teamRoles } from './team-roles.ts';
import { workspace } from './workspace.ts';

export const groupWork = {
  groupWork: {
    brief: 'Das Projekt',
    milestones: 'Meilensteine',
    observedGroup: 'Gruppe: {{name}}',
    ownGroup: 'Ihre Gruppe: {{name}}',
    room: {
      label: 'Zusammenarbeit in {{name}}',
      talk: 'Gespräch',
    },
    members: 'Mitglieder: {{names}}',
    you: 'Sie',
    somebody: 'Jemand',
    unnamed: 'Gruppe',
    points: 'Punkte: {{points}}',
    nothingYet: 'Es ist noch nichts abgegeben.',
    lateRule: 'Verspätete Arbeiten werden bis {{when}} angenommen; jeder angefangene Tag kostet {{percent}}.',
    how: {
      any: 'Was eine Person von Ihnen abgibt, zählt für die ganze Gruppe.',
      all: 'Alle in der Gruppe bestätigen, was abgegeben wird. Zum Termin zählt es auch, wenn jemand fehlt.',
    },
    observedCopy: 'Lesen, was abgegeben ist: {{title}}',
    noGroup: {
      title: 'Sie sind noch in keiner Gruppe',
      text: 'Sobald Sie in einer Gruppe sind, stehen hier deren Meilensteine. Fragen Sie Ihre Lehrperson, wenn Sie nicht wissen, welche Gruppe Ihre ist.',
    },
    state: {
      open: 'Offen',
      late: 'Überfällig',
      missed: 'Versäumt',
      toConfirm: 'Zu bestätigen',
      handedIn: 'Abgegeben',
    },
    when: {
      due: 'Fällig {{when}}',
      late: 'War fällig {{due}}; angenommen bis {{closes}}',
      missed: 'Geschlossen {{when}}',
      handedIn: 'Abgegeben {{when}}.',
      daysLate_one: '{{count}} Tag zu spät.',
      daysLate_other: '{{count}} Tage zu spät.',
      unconfirmed_one: '{{count}} Bestätigung fehlt.',
      unconfirmed_other: '{{count}} Bestätigungen fehlen.',
    },
    missed: {
      title: 'Es kann nichts mehr abgegeben werden',
      text: 'Der Termin ist vorbei. Ihre Lehrperson kann Ihrer Gruppe mehr Zeit geben.',
    },
    overview: {
      title: 'Alle Gruppen',
      group: 'Gruppe',
      inNoGroup_one: '{{count}} lernende Person ist in keiner Gruppe',
      inNoGroup_other: '{{count}} Lernende sind in keiner Gruppe',
      none: 'Es gibt noch keine Gruppen',
      toGroups: 'Gruppen anlegen',
    },
    copy: {
      pages: 'Seiten',
      title: 'Was abgegeben ist',
      by: 'Version {{n}}, abgegeben von {{name}}, {{when}}. Sie bleibt, wie sie war.',
    },
    confirm: {
      title: 'Bestätigungen',
      ask: 'Ihre Gruppe bittet um Ihre Bestätigung. Bitte lesen Sie zuerst die Fassung oben.',
      at: 'Bestätigt {{when}}',
      objection: 'Nicht einverstanden: {{text}}',
      waiting: 'Noch nicht bestätigt',
      missing: 'Nicht bestätigt',
      button: 'Bestätigen',
      wrong: 'Etwas stimmt nicht',
      what: 'Was stimmt nicht?',
      whatHint: 'Ihre Gruppe liest das mit Ihrem Namen.',
      say: 'Der Gruppe sagen',
      done: 'Bestätigt.',
      said: 'Ihre Gruppe weiß Bescheid.',
    },
    withdraw: {
      button: 'Zurücknehmen',
      title: 'Die Arbeit zurücknehmen?',
      text: 'Dann ist nichts abgegeben, bis jemand aus Ihrer Gruppe neu abgibt. Alle in der Gruppe erfahren es. Der Text unten bleibt.',
      done: 'Die Arbeit ist zurückgenommen.',
    },
    left: {
      time: 'Von {{from}} bis {{until}}',
      observed: 'Verlassene Gruppe: {{name}}',
      heading: 'Gruppen, die Sie verlassen haben',
      link: '{{title}} ({{name}})',
      title: 'Sie haben diese Gruppe verlassen',
      text: 'Sie können lesen, was abgegeben wurde, als Sie dort waren, so wie es damals war.',
    },
    earlier: {
      title: 'Frühere Versionen',
      replaced: 'Version {{n}}: {{when}}, {{name}}',
      withdrawn: 'Version {{n}}: {{when}}, {{name}} (zurückgenommen)',
    },
    sections: {
      missing_one: '{{count}} Teil fehlt',
      missing_other: '{{count}} Teile fehlen',
      isMissing: 'Fehlt',
      mayHandIn: 'Sie können trotzdem abgeben. Ihre Lehrenden sehen, was fehlt.',
    },
    write: {
      title: 'Was Sie gemeinsam schreiben',
      text: 'Text der Gruppe',
      hint: 'Alle in Ihrer Gruppe können das lesen und ändern.',
      pages: 'Seiten, die mit abgegeben werden',
      pagesHint:
        'Jede Seite wird mit dem Text abgegeben, den sie in diesem Moment hat. Was Sie danach darauf schreiben, ist nicht in der Kopie.',
      files: 'Dateien',
      snapshot:
        'Das entsteht auf dem Board Ihrer Gruppe. Fügen Sie hier ein PDF oder Bild davon hinzu (PNG, JPEG): Ein Link allein ist kein Nachweis, denn ein Board verändert sich.',
      afterHandIn: 'Was Sie hier ändern, zählt erst, wenn es neu abgegeben ist.',
      behind: '{{name}} hat eine neuere Fassung gespeichert.',
      load: 'Anzeigen',
      uploading: 'Bitte warten Sie, bis alle Dateien da sind.',
      empty: 'Schreiben Sie etwas oder fügen Sie eine Datei hinzu.',
      handIn: 'Für die Gruppe abgeben',
      handInAgain: 'Neu abgeben',
      done: 'Abgegeben. Alle in Ihrer Gruppe haben eine Quittung.',
      doneToConfirm: 'Die anderen werden jetzt um Bestätigung gebeten.',
      stale: {
        title: '{{name}} hat inzwischen gespeichert',
        text: 'Ihr Text ist noch hier und nicht gespeichert. Übernehmen Sie das Gespeicherte, oder speichern Sie Ihren darüber.',
      },
    },
    grades: {
      title: 'Bewertungen',
      released: 'Lernende sehen ihre Bewertungen, und die Kursbewertungen haben oder bekommen sie.',
      notReleased:
        'Lernende sehen noch keine Bewertung. Öffnen Sie, was eine Gruppe abgegeben hat, um Punkte zu geben.',
      release: 'Bewertungen freigeben',
      again: 'Bewertungen neu berechnen',
      withdraw: 'Bewertungen zurücknehmen',
      releasing: 'Bewertungen werden freigegeben …',
      withdrawing: 'Bewertungen werden zurückgenommen …',
      ask: {
        release:
          'Alle Lernenden sehen die eigene Bewertung aus den bisher bewerteten oder versäumten Meilensteinen, und sie geht in die Kursbewertungen. Sie folgt dem, was Sie später ändern.',
        withdraw:
          'Lernende sehen keine Bewertung mehr, und die Kursbewertungen werden gebeten, sie zu löschen.',
      },
    },
    result: {
      title: 'Ihre Bewertung',
      none: 'Für Sie gibt es noch keine Bewertung.',
      more: 'Für Sie {{points}} mehr: {{reason}}',
      less: 'Für Sie {{points}} weniger: {{reason}}',
      excused: 'Dieser Meilenstein zählt für Ihre Gruppe nicht.',
    },
    mark: {
      title: 'Bewertung der Gruppe',
      given: 'Gegeben: {{points}} von {{maximum}} für Version {{n}}, von {{name}}, {{when}}.',
      points: 'Punkte, bis {{maximum}}',
      comment: 'Kommentar für die Gruppe',
      commentHint: 'Alle in der Gruppe lesen ihn, sobald Bewertungen freigegeben sind.',
      hidden:
        'Namen von Gruppen, Mitgliedern und Dateien sind verborgen; Texte können sie trotzdem verraten. Was einzelne Mitglieder mehr oder weniger bekommen, bleibt, wie es ist.',
      absent: 'Bei der Präsentation ({{when}}) nicht da: {{names}}.',
      wasAbsent: 'Bei der Präsentation nicht da',
      excused: 'Entschuldigt: Der Meilenstein zählt für diese Gruppe nicht, bis ihn jemand bewertet.',
      milestone: 'Meilenstein',
      adjustments: 'Einzelne Mitglieder',
      adjustmentsText:
        'Mehr oder weniger Punkte als die Gruppe. Nur das Mitglied liest den Unterschied und seinen Grund.',
      difference: 'Unterschied für {{name}}',
      reason: 'Grund für {{name}}',
      needsReason: 'Sagen Sie, warum: Das Mitglied liest es.',
      save: 'Bewertung speichern',
      done: 'Die Bewertung ist gespeichert.',
    },
    factors: groupWorkFactors,
    setUp: groupWorkSetUp,
  },
  groupFiles,
  outsidePlaces,
  contributions,
  groupEffects,
  groupMove,
  groupNudge,
  groupStandings,
  materials,
  presentations,
  retrospective,
  teamDynamics,
  teamCharter,
  teamRoles,
  workspace,
  ...groupRoom,
  ...planning,
  ...plenaryTexts,
} as const;
