import type { NoticeTexts } from './en.views.ts';

export const fr: NoticeTexts = {
  kinds: {
    workToReview: {
      one: 'Vous avez {count} travail à évaluer',
      other: 'Vous avez {count} travaux à évaluer',
    },
    dueHandIn: 'Votre travail est à rendre bientôt',
    dueReview: {
      one: '{count} évaluation est à terminer bientôt',
      other: '{count} évaluations sont à terminer bientôt',
    },
    reminderHandIn: 'Rappel : votre travail manque encore',
    reminderReview: {
      one: 'Rappel : il vous reste {count} évaluation à terminer',
      other: 'Rappel : il vous reste {count} évaluations à terminer',
    },
    graded: 'Votre note et les commentaires sont disponibles',
    disputeAnswered: 'Votre contestation a reçu une réponse',
  },
  subject: '{headline} : {title}',
  digest: { one: '{count} avis de {course}', other: '{count} avis de {course}' },
  until: 'Jusqu’au {when}',
  open: 'Ouvrir l’activité',
  openCourse: 'Ouvrir le cours',
  noLink: 'Ouvrez l’activité depuis votre cours pour continuer.',
  why: 'Vous recevez ce message parce que vous participez à {course}.',
  change: 'La fréquence des messages et les heures calmes se règlent dans Roundtable, sous « Avis ».',
  unsubscribe: 'Ne plus recevoir de messages de ce cours',
  unnamedCourse: 'votre cours',
  unnamedActivity: 'Activité',
  calendar: {
    name: 'Échéances : {course}',
    handIn: 'À rendre : {title}',
    handInLate: 'Dernier moment pour rendre en retard : {title}',
    review: 'Évaluations à terminer : {title}',
  },
  unsubscribePage: {
    title: 'Arrêter les messages ?',
    question: 'Roundtable ne vous enverra plus de messages sur {course}. Vos avis restent dans le cours.',
    here: 'Arrêter les messages de ce cours',
    everywhere: 'Arrêter les messages de tous mes cours',
    doneTitle: 'Les messages sont arrêtés',
    done: 'Vous ne recevrez plus de messages sur {course}.',
    doneEverywhere: 'Vous ne recevrez plus de messages de Roundtable sur aucun de vos cours.',
    back: 'Pour les rétablir, ouvrez une activité dans votre cours et choisissez « Avis ».',
    invalidTitle: 'Ce lien ne fonctionne plus',
    invalid: 'Il a été remplacé par un plus récent, ou il est incomplet.',
    invalidAdvice:
      'Ouvrez une activité dans votre cours et choisissez « Avis » : vous pouvez y arrêter et rétablir les messages.',
  },
};
