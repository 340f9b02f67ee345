import type { NoticeTexts } from './en.views.ts';

export const de: NoticeTexts = {
  kinds: {
    workToReview: {
      one: 'Sie haben {count} Arbeit zu begutachten',
      other: 'Sie haben {count} Arbeiten zu begutachten',
    },
    dueHandIn: 'Ihre Arbeit ist bald fällig',
    dueReview: {
      one: '{count} Ihrer Gutachten ist bald fällig',
      other: '{count} Ihrer Gutachten sind bald fällig',
    },
    reminderHandIn: 'Erinnerung: Ihre Arbeit fehlt noch',
    reminderReview: {
      one: 'Erinnerung: {count} Ihrer Gutachten fehlt noch',
      other: 'Erinnerung: {count} Ihrer Gutachten fehlen noch',
    },
    opened: 'Ein Fragebogen wartet auf Ihre Antworten',
    dueAnswer: 'Ein Fragebogen schließt bald: Ihre Antworten fehlen noch',
    graded: 'Ihre Bewertung mit Rückmeldungen ist da',
    reviewReply: 'Zu einem Gutachten gibt es eine neue Antwort',
    postReply: 'Auf einen Ihrer Beiträge gibt es eine Antwort',
    disputeAnswered: 'Ihre Beanstandung ist beantwortet',
    groupSeat: 'Sie haben den Platz bekommen, auf den Sie gewartet haben',
    groupHandedIn: 'Die Arbeit Ihrer Gruppe ist abgegeben',
    revisionOpen: 'Sie können Ihre Arbeit jetzt überarbeiten',
  },
  subject: '{headline}: {title}',
  digest: { one: '{count} Mitteilung aus {course}', other: '{count} Mitteilungen aus {course}' },
  until: 'Bis {when}',
  open: 'Aktivität öffnen',
  openCourse: 'Kurs öffnen',
  noLink: 'Öffnen Sie die Aktivität aus Ihrem Kurs, um weiterzumachen.',
  why: 'Sie erhalten diese E-Mail, weil Sie an {course} teilnehmen.',
  change: 'Wie oft E-Mails kommen und wann nicht, stellen Sie in Roundtable unter „Mitteilungen“ ein.',
  unsubscribe: 'Keine E-Mails mehr aus diesem Kurs',
  unnamedCourse: 'Ihrem Kurs',
  unnamedActivity: 'Aktivität',
  calendar: {
    name: 'Termine: {course}',
    handIn: 'Abgabe: {title}',
    handInLate: 'Letzter Moment für verspätete Arbeiten: {title}',
    review: 'Gutachten abschließen: {title}',
    answer: 'Beantworten: {title}',
    assessSelf: 'Eigene Arbeit einschätzen: {title}',
    revise: 'Überarbeitete Fassung abgeben: {title}',
  },
  unsubscribePage: {
    title: 'Keine E-Mails mehr?',
    question:
      'Roundtable schickt Ihnen dann keine E-Mails mehr zu {course}. Im Kurs selbst bleiben Ihre Mitteilungen.',
    here: 'Keine E-Mails aus diesem Kurs',
    everywhere: 'Keine E-Mails aus allen meinen Kursen',
    doneTitle: 'E-Mails sind abgeschaltet',
    done: 'Sie erhalten keine E-Mails mehr zu {course}.',
    doneEverywhere: 'Sie erhalten von Roundtable keine E-Mails mehr zu irgendeinem Ihrer Kurse dort.',
    back: 'Zum Wiedereinschalten öffnen Sie eine Aktivität in Ihrem Kurs und wählen „Mitteilungen“.',
    invalidTitle: 'Dieser Link gilt nicht mehr',
    invalid: 'Er wurde durch einen neueren ersetzt oder ist unvollständig.',
    invalidAdvice:
      'Öffnen Sie eine Aktivität in Ihrem Kurs und wählen Sie „Mitteilungen“: Dort schalten Sie E-Mails ab und an.',
  },
};
