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
      title: 'En bref',
      learners: 'Étudiants',
      submissions: 'Travaux rendus',
      reviewsDone: 'Évaluations terminées',
      gradable: 'Peuvent être notés',
      of: '{{done}} sur {{of}}',
    },
    next: 'La suite',
    phase: {
      submission: 'Les étudiants rendent leur travail',
      review: 'Les étudiants évaluent',
      released: 'Les notes sont publiées',
    },
    start: {
      text: 'Les remises prennent fin le {{when}}. Lancer les évaluations y met fin tout de suite et donne à chaque étudiant qui a rendu un travail jusqu’à {{k}} travaux à évaluer.',
      tooFew:
        'Au moins deux étudiants doivent avoir rendu un travail pour que les évaluations puissent commencer.',
      button: 'Lancer les évaluations',
      dialogTitle: 'Lancer les évaluations maintenant ?',
      closes:
        'Les remises prennent fin maintenant ; ensuite, seuls ceux qui ont reçu plus de temps peuvent encore rendre un travail.',
      take_one: '{{count}} étudiant a rendu son travail et participe.',
      take_many: '{{count}} étudiants ont rendu leur travail et participent. Chacun évalue {{each}}.',
      take_other: '{{count}} étudiants ont rendu leur travail et participent. Chacun évalue {{each}}.',
      each_one: '{{count}} travail',
      each_many: '{{count}} travaux',
      each_other: '{{count}} travaux',
      out_one: '{{count}} étudiant n’a rien rendu et ne participe pas.',
      out_many: '{{count}} étudiants n’ont rien rendu et ne participent pas.',
      out_other: '{{count}} étudiants n’ont rien rendu et ne participent pas.',
      working: 'Répartition des travaux entre les évaluateurs…',
      done: 'Les évaluations ont commencé.',
    },
    release: {
      text: 'Les évaluations prennent fin le {{when}}. La publication montre à chaque étudiant sa note et ses évaluations, et envoie les notes au carnet de notes du cours. Les évaluations non terminées ne comptent pas.',
      again:
        'Les notes sont publiées. Publiez à nouveau pour tenir compte des évaluations et des paramètres modifiés depuis ; les notes inchangées ne sont pas renvoyées.',
      follows:
        'Les notes sont publiées et suivent d’elles-mêmes chaque évaluation et chaque modification des paramètres.',
      itselfOn: 'Les notes seront publiées automatiquement le {{when}}.',
      itselfImmediate: 'Les notes seront publiées automatiquement dès la première évaluation.',
      nobody: 'Aucun travail n’a encore d’évaluation terminée.',
      notAllowed: 'Seul un enseignant peut publier les notes.',
      button: 'Publier les notes',
      buttonAgain: 'Publier à nouveau',
      dialogTitle: 'Publier les notes maintenant ?',
      graded_one: '{{count}} étudiant a des évaluations terminées et obtient une note.',
      graded_many: '{{count}} étudiants ont des évaluations terminées et obtiennent une note.',
      graded_other: '{{count}} étudiants ont des évaluations terminées et obtiennent une note.',
      noReview_one:
        '{{count}} étudiant a rendu son travail, mais n’a aucune évaluation terminée et n’obtient pas de note.',
      noReview_many:
        '{{count}} étudiants ont rendu leur travail, mais n’ont aucune évaluation terminée et n’obtiennent pas de note.',
      noReview_other:
        '{{count}} étudiants ont rendu leur travail, mais n’ont aucune évaluation terminée et n’obtiennent pas de note.',
      noWork_one: '{{count}} étudiant n’a rien rendu et n’obtient pas de note.',
      noWork_many: '{{count}} étudiants n’ont rien rendu et n’obtiennent pas de note.',
      noWork_other: '{{count}} étudiants n’ont rien rendu et n’obtiennent pas de note.',
      open_one: '{{count}} évaluation n’est pas terminée. Publiez à nouveau plus tard pour en tenir compte.',
      open_many:
        '{{count}} évaluations ne sont pas terminées. Publiez à nouveau plus tard pour en tenir compte.',
      open_other:
        '{{count}} évaluations ne sont pas terminées. Publiez à nouveau plus tard pour en tenir compte.',
      reviewing_one:
        'Les évaluations comptent : qui doit encore en terminer une reçoit cette part de la note quand elle est terminée, ou à la fin des évaluations.',
      reviewing_many:
        'Les évaluations comptent : qui doit encore en terminer reçoit cette part de la note quand elles sont terminées, ou à la fin des évaluations.',
      reviewing_other:
        'Les évaluations comptent : qui doit encore en terminer reçoit cette part de la note quand elles sont terminées, ou à la fin des évaluations.',
      working: 'Publication des notes…',
      done: 'Les notes sont publiées.',
    },
    releaseTo: {
      button: 'Publier pour ces étudiants',
      dialogTitle_one: 'Publier les résultats pour {{count}} étudiant ?',
      dialogTitle_many: 'Publier les résultats pour {{count}} étudiants ?',
      dialogTitle_other: 'Publier les résultats pour {{count}} étudiants ?',
      see_one:
        '{{count}} étudiant voit tout de suite sa note et ses évaluations ; la note est envoyée au carnet de notes du cours.',
      see_many:
        '{{count}} étudiants voient tout de suite leur note et leurs évaluations ; les notes sont envoyées au carnet de notes du cours.',
      see_other:
        '{{count}} étudiants voient tout de suite leur note et leurs évaluations ; les notes sont envoyées au carnet de notes du cours.',
      again_one:
        'La note de {{count}} étudiant tient compte des évaluations et des paramètres modifiés depuis.',
      again_many:
        'Les notes de {{count}} étudiants tiennent compte des évaluations et des paramètres modifiés depuis.',
      again_other:
        'Les notes de {{count}} étudiants tiennent compte des évaluations et des paramètres modifiés depuis.',
      others: 'Les autres ne voient rien et n’apprennent pas qui voit déjà ses résultats.',
      groups: 'Qui partage un travail en voit aussi les résultats.',
      back: 'Vous pouvez retirer les résultats, et les publier pour tous plus tard.',
      tooMany: '{{most}} au plus à la fois. Sinon, publiez pour tous.',
    },
    withdraw: {
      text: 'Vous pouvez retirer les notes publiées : les étudiants ne voient alors ni notes ni évaluations jusqu’à une nouvelle publication.',
      button: 'Retirer les notes',
      dialogTitle: 'Retirer toutes les notes ?',
      unseen_one: '{{count}} étudiant ne voit plus ni sa note ni ses évaluations.',
      unseen_many: '{{count}} étudiants ne voient plus ni leur note ni leurs évaluations.',
      unseen_other: '{{count}} étudiants ne voient plus ni leur note ni leurs évaluations.',
      unseenBySome: 'Ceux pour qui vous avez publié les résultats ne voient plus ni note ni évaluation.',
      cleared: 'Roundtable demande au carnet de notes du cours d’effacer les notes qu’il a.',
      notCleared:
        'Votre plateforme ne permet pas de retirer des notes : celles qu’elle a restent dans son carnet de notes. Masquez-y la colonne, ou effacez-les à la main.',
      staysAway:
        'Ensuite, les notes ne sont plus publiées automatiquement, sauf si vous les publiez ou fixez une date ultérieure.',
      kept: 'Rien n’est perdu : l’historique de chaque note reste, et vous pouvez publier à nouveau.',
      working: 'Retrait des notes…',
      isDone: 'Les notes ont été publiées, puis retirées. Les étudiants ne les voient pas.',
      done: 'Les notes sont retirées.',
    },
    table: {
      title: 'Étudiants',
      caption: 'Où en est chaque étudiant',
      name: 'Nom',
      submitted: 'Rendu',
      given: 'Évaluations données',
      received: 'Évaluations reçues',
      spread: 'Écart des évaluations',
      interval: 'Travail très probablement entre',
      grade: 'Note',
      sync: 'Carnet de notes',
      results: 'Publié',
      seesResults: 'Publiés',
      seesNone: 'Pas encore',
      unnamed: 'Étudiant sans nom',
      notSubmitted: 'Pas encore',
      of: '{{done}} sur {{of}}',
      gradeOf: '{{value}} sur {{maximum}}',
      noGrade: 'Pas encore',
      gradeWork: 'Note du travail',
      gradeReviewing: 'Note des évaluations',
      historyOf: '{{text}} : d’où vient la note de {{name}}',
      mark: { set: 'Fixée', excused: 'Dispense', withdrawn: 'Retirée' },
    },
    distribution: {
      title: 'Répartition des notes',
      load: 'Afficher la répartition des notes',
    },
    sync: {
      none: '–',
      waiting: 'En cours d’envoi',
      sent: 'Envoyée',
      failed: 'Échec',
      noColumn: 'Pas de colonne',
      notTakenBack: 'Non retirée',
    },
    empty: {
      title: 'Pas encore d’étudiants',
      text: 'Les étudiants apparaissent ici dès qu’ils ouvrent l’activité, ou quand la liste des participants du cours est lue.',
    },
  },
} as const;
