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
    skip: 'Aller au contenu',
    navigation: 'Pages',
    course: 'Cours',
    activity: 'Activité',
    home: 'Accueil',
    settings: 'Paramètres',
    groups: 'Groupes',
    waiting: 'À traiter',
    questionnaires: 'Questionnaires',
    backToCourse: 'Retour au cours',
    loading: 'Chargement…',
    offline: 'Vous êtes hors ligne. Votre texte est conservé ici et sera enregistré.',
    unreachable: 'Le serveur ne répond pas pour l’instant. Votre texte est conservé ici et sera enregistré.',
    online: 'La connexion est rétablie.',
    ended: {
      title: 'Votre session a pris fin',
      kept: 'Rouvrez cette activité depuis votre cours, dans cet onglet : elle reprend à cette page, avec tout ce que vous avez écrit.',
      copy: 'Rouvrez cette activité depuis votre cours : elle reprend à cette page. Le texte qui n’a pas été enregistré n’existe qu’ici : copiez-le d’abord.',
    },
    left: {
      title: 'Vous ne faites plus partie de ce cours',
      text: 'Le cours vous a retiré de la liste des participants. Ce que vous avez fait ici est conservé. Si c’est une erreur, adressez-vous à l’enseignant, puis rouvrez cette activité depuis votre cours.',
    },
  },
  closed: {
    title: 'Rouvrez cette page depuis votre cours',
    text: 'Cette page s’ouvre depuis l’activité dans votre cours. Pour votre sécurité, chaque lien ne sert qu’une fois : actualiser la page ou passer par un favori ne suffit pas.',
    hint: 'Retournez à votre cours et choisissez-y l’activité. Ce que vous avez écrit est enregistré.',
    linkHint:
      'Retournez dans votre cours et choisissez-y l’activité : la page à laquelle mène ce lien s’ouvre alors d’elle-même, à moins que votre navigateur ne sépare les deux. Ce que vous avez écrit est enregistré.',
  },
  cannotOpen: { title: 'L’activité ne peut pas s’ouvrir pour l’instant' },
  notFound: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse est peut-être mal saisie, ou la page appartient à un autre cours.',
    back: 'Aller à l’activité',
  },
  problem: {
    pageTitle: 'Cette page ne peut pas s’afficher',
    title: 'Cela n’a pas fonctionné',
    unreachable: 'Le serveur ne répond pas. Vérifiez votre connexion et réessayez.',
    unexpected: 'Un problème inattendu est survenu sur cette page. Actualisez-la.',
    requestId: 'Référence pour l’assistance : {{requestId}}',
    retry: 'Réessayer',
  },
  common: {
    cancel: 'Annuler',
    optional: '(facultatif)',
    loadMore: 'Afficher plus',
    loadingMore: 'Chargement…',
    increase: 'Augmenter',
    decrease: 'Diminuer',
    none: '–',
    formErrors_one: 'Un champ est à corriger.',
    formErrors_many: '{{count}} champs sont à corriger.',
    formErrors_other: '{{count}} champs sont à corriger.',
    timeZone: 'Les heures sont indiquées dans votre fuseau horaire, {{zone}}.',
  },
  moment: {
    withRelative: '{{absolute}} ({{relative}})',
  },
  autosave: {
    notSavedYet: 'Enregistrement automatique pendant la saisie',
    waiting: 'Pas encore enregistré…',
    saving: 'Enregistrement…',
    savedAt: 'Enregistré à {{time}}',
    temporary: 'Non enregistré. Votre texte est conservé ici ; nouvel essai en cours…',
    refused: 'Non enregistré : {{reason}}',
    stale: {
      title: 'Enregistré dans un autre onglet',
      text: 'Ce texte est aussi ouvert ailleurs, et l’autre version a été enregistrée après l’ouverture de celle-ci. Laquelle voulez-vous garder ?',
      load: 'Charger l’autre',
      keep: 'Garder celle-ci',
    },
  },
} as const;
