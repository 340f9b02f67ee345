import type { PageTexts } from './en.ts';

export const fr: PageTexts = {
  problems: {
    notUnderstood: {
      title: 'Cette demande n’a pas pu être comprise',
      text: 'Votre plateforme d’apprentissage a envoyé des données incomplètes ou sous une forme que Roundtable n’accepte pas.',
      advice:
        'Rouvrez l’activité depuis votre cours. Si cette page revient, montrez-la à votre administrateur.',
    },
    notRegistered: {
      title: 'Cette plateforme n’est pas enregistrée',
      text: 'Roundtable ne connaît pas la plateforme ni l’identifiant client d’où vient ce lien.',
      advice:
        'Un administrateur de Roundtable doit enregistrer la plateforme avec exactement cet émetteur et cet identifiant client.',
    },
    wrongAddress: {
      title: 'Ce lien mène ailleurs',
      text: 'L’adresse de ce lien n’est pas une adresse de ce Roundtable.',
      advice: 'Un enseignant ou un administrateur doit corriger l’adresse de l’outil dans le cours.',
    },
    platformDisabled: {
      title: 'Cette plateforme a été désactivée',
      text: 'Un administrateur de Roundtable a bloqué les accès depuis cette plateforme.',
      advice: 'Demandez à votre administrateur si cela est voulu.',
    },
    platformPending: {
      title: 'Encore une étape pour votre administrateur',
      text: 'Cette plateforme d’apprentissage s’est enregistrée auprès de Roundtable et attend son approbation.',
      advice:
        'Un administrateur de Roundtable doit approuver la plateforme. Ouvrez ensuite l’activité à nouveau.',
    },
    openFromCourse: {
      title: 'Ouvrez ceci depuis un cours',
      text: 'Roundtable fonctionne toujours dans un cours, et ce lien ne vient d’aucun cours.',
      advice: 'Allez dans votre cours sur votre plateforme d’apprentissage et ouvrez-y l’activité.',
    },
    openAgain: {
      title: 'Veuillez rouvrir l’activité depuis votre cours',
      text: 'Ce lien a déjà servi, est trop ancien ou a été ouvert dans un autre navigateur.',
      advice:
        'Retournez à votre cours et ouvrez l’activité encore une fois. Rien de ce que vous avez écrit n’est perdu.',
    },
    tokenRefused: {
      title: 'Le message de votre plateforme a été refusé',
      text: 'Il ne respecte pas les règles par lesquelles Roundtable s’assure qu’un accès est authentique.',
      advice:
        'Rouvrez l’activité depuis votre cours. Si cette page revient, montrez-la à votre administrateur.',
    },
    clocks: {
      title: 'Le message de votre plateforme est périmé',
      text: 'Il a mis trop de temps à arriver, ou les horloges de la plateforme et de Roundtable diffèrent de plus de deux minutes.',
      advice:
        'Rouvrez l’activité depuis votre cours. Si cette page revient, demandez à votre administrateur de vérifier les horloges.',
    },
    deploymentPending: {
      title: 'Encore une étape pour votre administrateur',
      text: 'Roundtable a été ajouté à {platform} à un nouvel endroit (déploiement {deployment}) et attend une approbation.',
      advice: 'Un administrateur de Roundtable doit approuver ce déploiement. Rouvrez ensuite l’activité.',
    },
    anonymous: {
      title: 'Veuillez d’abord vous connecter',
      text: 'Votre plateforme a ouvert cette activité sans dire qui vous êtes. Roundtable doit connaître ses membres.',
      advice: 'Connectez-vous à votre plateforme, allez dans votre cours et rouvrez l’activité.',
    },
    platformKeys: {
      title: 'Votre plateforme ne peut pas être vérifiée pour l’instant',
      text: 'Roundtable n’a pas pu lire les clés qui lui permettent de reconnaître les messages de votre plateforme.',
      advice: 'Réessayez dans une minute. Si cette page revient, montrez-la à votre administrateur.',
    },
    platformError: {
      title: 'Votre plateforme signale un problème',
      text: 'Elle n’a pas ouvert l’activité et indique : {words}',
      advice:
        'Retournez à votre cours et ouvrez l’activité encore une fois. Si cette page revient, montrez-la à votre administrateur.',
    },
    tooManyRequests: {
      title: 'Beaucoup de personnes ouvrent Roundtable',
      text: 'Votre réseau a envoyé plus de demandes que Roundtable n’en accepte à la fois.',
      advice: 'Attendez une minute et rouvrez l’activité.',
    },
    unavailable: {
      title: 'Roundtable n’est pas disponible pour l’instant',
      text: 'Un problème est survenu de notre côté. Il a été enregistré.',
      advice: 'Réessayez dans une minute. Rien de ce que vous avez écrit n’est perdu.',
    },
  },
  opening: { title: 'Ouverture de votre activité…', text: 'Un instant.', button: 'Continuer' },
  newTab: {
    title: 'Ouvrir dans un nouvel onglet',
    text: 'Votre navigateur ne permet pas à Roundtable de vous reconnaître dans cette page. Dans son propre onglet, cela fonctionne.',
    button: 'Ouvrir dans un nouvel onglet',
  },
  confirm: {
    title: 'Est-ce bien vous ?',
    asPerson: 'Continuer en tant que {name} dans {course} ?',
    nameless: 'Continuer dans {course} ?',
    button: 'Continuer',
    otherwise: 'Si ce n’est pas vous, fermez cet onglet et ouvrez l’activité depuis votre propre cours.',
    unnamedCourse: 'votre cours',
  },
  backToCourse: 'Retour au cours',
  errorCode: 'Code d’erreur',
  requestId: 'Numéro de demande',
};
