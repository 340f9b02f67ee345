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
    brief: 'Le projet',
    milestones: 'Étapes',
    observedGroup: 'Groupe : {{name}}',
    ownGroup: 'Votre groupe : {{name}}',
    room: {
      label: 'Travailler ensemble dans {{name}}',
      talk: 'Discuter',
    },
    members: 'Membres : {{names}}',
    you: 'Vous',
    somebody: 'Quelqu’un',
    unnamed: 'Groupe',
    points: 'Points : {{points}}',
    nothingYet: 'Rien n’est encore remis.',
    lateRule: 'Un travail en retard est accepté jusqu’au {{when}} ; chaque jour commencé retire {{percent}}.',
    how: {
      any: 'Ce qu’un membre remet compte pour tout le groupe.',
      all: 'Chaque membre confirme ce qui est remis. À la date limite, cela compte même si quelqu’un manque.',
    },
    observedCopy: 'Lire ce qui a été remis : {{title}}',
    noGroup: {
      title: 'Vous n’êtes encore dans aucun groupe',
      text: 'Dès que vous serez dans un groupe, ses étapes seront ici. Demandez à votre enseignant si vous ne savez pas quel est votre groupe.',
    },
    state: {
      open: 'Ouvert',
      late: 'En retard',
      missed: 'Manqué',
      toConfirm: 'À confirmer',
      handedIn: 'Remis',
    },
    when: {
      due: 'À remettre {{when}}',
      late: 'Était à remettre {{due}} ; accepté jusqu’au {{closes}}',
      missed: 'Fermé {{when}}',
      handedIn: 'Remis {{when}}.',
      daysLate_one: '{{count}} jour de retard.',
      daysLate_many: '{{count}} de jours de retard.',
      daysLate_other: '{{count}} jours de retard.',
      unconfirmed_one: '{{count}} confirmation manque.',
      unconfirmed_many: '{{count}} de confirmations manquent.',
      unconfirmed_other: '{{count}} confirmations manquent.',
    },
    missed: {
      title: 'On ne peut plus rien remettre',
      text: 'La date limite est passée. Votre enseignant peut donner plus de temps à votre groupe.',
    },
    overview: {
      title: 'Tous les groupes',
      group: 'Groupe',
      inNoGroup_one: '{{count}} participant n’est dans aucun groupe',
      inNoGroup_many: '{{count}} de participants ne sont dans aucun groupe',
      inNoGroup_other: '{{count}} participants ne sont dans aucun groupe',
      none: 'Il n’y a pas encore de groupe',
      toGroups: 'Créer des groupes',
    },
    copy: {
      pages: 'Pages',
      title: 'Ce qui est remis',
      by: 'Version {{n}}, remise par {{name}}, {{when}}. Elle reste telle quelle.',
    },
    confirm: {
      title: 'Confirmations',
      ask: 'Votre groupe attend votre confirmation. Lisez d’abord la version ci-dessus.',
      at: 'Confirmé {{when}}',
      objection: 'Signale un problème : {{text}}',
      waiting: 'Pas encore confirmé',
      missing: 'Non confirmé',
      button: 'Confirmer',
      wrong: 'Quelque chose ne va pas',
      what: 'Qu’est-ce qui ne va pas ?',
      whatHint: 'Votre groupe le lit avec votre nom.',
      say: 'Le dire au groupe',
      done: 'Confirmé.',
      said: 'Votre groupe est prévenu.',
    },
    withdraw: {
      button: 'Retirer',
      title: 'Retirer le travail ?',
      text: 'Plus rien n’est remis tant qu’un membre du groupe ne remet pas à nouveau. Tout le groupe est prévenu. Le texte ci-dessous reste.',
      done: 'Le travail est retiré.',
    },
    left: {
      time: 'Du {{from}} au {{until}}',
      observed: 'Groupe quitté : {{name}}',
      heading: 'Groupes que vous avez quittés',
      link: '{{title}} ({{name}})',
      title: 'Vous avez quitté ce groupe',
      text: 'Vous pouvez lire ce qui a été remis quand vous en faisiez partie, tel que c’était alors.',
    },
    earlier: {
      title: 'Versions précédentes',
      replaced: 'Version {{n}} : {{when}}, {{name}}',
      withdrawn: 'Version {{n}} : {{when}}, {{name}} (retirée)',
    },
    sections: {
      missing_one: 'Il manque {{count}} partie',
      missing_many: 'Il manque {{count}} parties',
      missing_other: 'Il manque {{count}} parties',
      isMissing: 'Manque',
      mayHandIn: 'Vous pouvez remettre quand même. Vos enseignants voient ce qui manque.',
    },
    write: {
      title: 'Ce que vous écrivez ensemble',
      text: 'Texte du groupe',
      hint: 'Tous les membres de votre groupe peuvent le lire et le modifier.',
      pages: 'Pages à rendre avec',
      pagesHint:
        'Chaque page est rendue avec le texte qu’elle a à ce moment. Ce que vous y écrivez ensuite n’est pas dans la copie.',
      files: 'Fichiers',
      snapshot:
        'Ceci se fait sur le tableau de votre groupe. Ajoutez-en ici un PDF ou une image (PNG, JPEG) : un lien seul ne prouve rien, car un tableau change.',
      afterHandIn: 'Ce que vous changez ici ne compte qu’une fois remis à nouveau.',
      behind: '{{name}} a enregistré une version plus récente.',
      load: 'L’afficher',
      uploading: 'Attendez que tous les fichiers soient arrivés.',
      empty: 'Écrivez d’abord quelque chose ou ajoutez un fichier.',
      handIn: 'Remettre pour le groupe',
      handInAgain: 'Remettre à nouveau',
      done: 'Remis. Tout le groupe a un reçu.',
      doneToConfirm: 'Les autres sont maintenant priés de confirmer.',
      stale: {
        title: '{{name}} a enregistré entre-temps',
        text: 'Votre texte est encore ici et n’est pas enregistré. Reprenez ce qui est enregistré, ou enregistrez le vôtre par-dessus.',
      },
    },
    grades: {
      title: 'Notes',
      released: 'Les participants voient leurs notes, et le carnet de notes du cours les a ou les reçoit.',
      notReleased:
        'Les participants ne voient pas encore de note. Ouvrez ce qu’un groupe a remis pour lui donner des points.',
      release: 'Publier les notes',
      again: 'Recalculer les notes',
      withdraw: 'Retirer les notes',
      releasing: 'Publication des notes…',
      withdrawing: 'Retrait des notes…',
      ask: {
        release:
          'Chaque participant voit sa note, faite des étapes notées ou manquées jusqu’ici, et elle va au carnet de notes du cours. Elle suit ce que vous changez ensuite.',
        withdraw:
          'Les participants ne voient plus de note, et le carnet de notes du cours est prié de l’effacer.',
      },
    },
    result: {
      title: 'Votre note',
      none: 'Il n’y a pas encore de note pour vous.',
      more: 'Pour vous {{points}} de plus : {{reason}}',
      less: 'Pour vous {{points}} de moins : {{reason}}',
      excused: 'Ce jalon ne compte pas pour votre groupe.',
    },
    mark: {
      title: 'Note du groupe',
      given: 'Donné : {{points}} sur {{maximum}} pour la version {{n}}, par {{name}}, {{when}}.',
      points: 'Points, jusqu’à {{maximum}}',
      comment: 'Commentaire pour le groupe',
      commentHint: 'Tout le groupe le lit dès que les notes sont publiées.',
      hidden:
        'Les noms des groupes, des membres et des fichiers sont masqués ; les textes peuvent tout de même les révéler. Ce que certains membres reçoivent en plus ou en moins reste tel quel.',
      absent: 'Absents à la présentation du {{when}} : {{names}}.',
      wasAbsent: 'Absence à la présentation',
      excused: 'Dispensé : ce jalon ne compte pas pour ce groupe, tant que personne ne le note.',
      milestone: 'Jalon',
      adjustments: 'Membres en particulier',
      adjustmentsText:
        'Points de plus ou de moins que le groupe. Seul le membre lit la différence et sa raison.',
      difference: 'Différence pour {{name}}',
      reason: 'Raison pour {{name}}',
      needsReason: 'Dites pourquoi : le membre le lit.',
      save: 'Enregistrer la note',
      done: 'La note est enregistrée.',
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
