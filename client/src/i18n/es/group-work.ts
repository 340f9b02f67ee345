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
    brief: 'El proyecto',
    milestones: 'Hitos',
    observedGroup: 'Grupo: {{name}}',
    ownGroup: 'Su grupo: {{name}}',
    room: {
      label: 'Trabajar juntos en {{name}}',
      talk: 'Conversar',
    },
    members: 'Miembros: {{names}}',
    you: 'Usted',
    somebody: 'Alguien',
    unnamed: 'Grupo',
    points: 'Puntos: {{points}}',
    nothingYet: 'Aún no se ha entregado nada.',
    lateRule: 'Se aceptan trabajos tarde hasta {{when}}; cada día empezado resta {{percent}}.',
    how: {
      any: 'Lo que entrega una persona cuenta para todo el grupo.',
      all: 'Todos los miembros confirman lo que se entrega. En la fecha límite cuenta aunque falte alguien.',
    },
    observedCopy: 'Leer lo entregado: {{title}}',
    noGroup: {
      title: 'Aún no está en ningún grupo',
      text: 'Cuando esté en un grupo, sus hitos estarán aquí. Pregunte a su docente si no sabe cuál es su grupo.',
    },
    state: {
      open: 'Abierto',
      late: 'Con retraso',
      missed: 'No entregado',
      toConfirm: 'Por confirmar',
      handedIn: 'Entregado',
    },
    when: {
      due: 'Para {{when}}',
      late: 'Era para {{due}}; se acepta hasta {{closes}}',
      missed: 'Cerrado {{when}}',
      handedIn: 'Entregado {{when}}.',
      daysLate_one: '{{count}} día tarde.',
      daysLate_many: '{{count}} de días tarde.',
      daysLate_other: '{{count}} días tarde.',
      unconfirmed_one: 'Falta {{count}} confirmación.',
      unconfirmed_many: 'Faltan {{count}} de confirmaciones.',
      unconfirmed_other: 'Faltan {{count}} confirmaciones.',
    },
    missed: {
      title: 'Ya no se puede entregar nada',
      text: 'La fecha límite ha pasado. Su docente puede dar más tiempo a su grupo.',
    },
    overview: {
      title: 'Todos los grupos',
      group: 'Grupo',
      inNoGroup_one: '{{count}} participante no está en ningún grupo',
      inNoGroup_many: '{{count}} de participantes no están en ningún grupo',
      inNoGroup_other: '{{count}} participantes no están en ningún grupo',
      none: 'Aún no hay grupos',
      toGroups: 'Crear grupos',
    },
    copy: {
      pages: 'Páginas',
      title: 'Lo que está entregado',
      by: 'Versión {{n}}, entregada por {{name}}, {{when}}. Queda como estaba.',
    },
    confirm: {
      title: 'Confirmaciones',
      ask: 'Su grupo le pide su confirmación. Lea primero la copia de arriba.',
      at: 'Confirmado {{when}}',
      objection: 'Ve algo incorrecto: {{text}}',
      waiting: 'Aún sin confirmar',
      missing: 'Sin confirmar',
      button: 'Confirmar',
      wrong: 'Algo no está bien',
      what: '¿Qué no está bien?',
      whatHint: 'Su grupo lo lee con su nombre.',
      say: 'Decírselo al grupo',
      done: 'Confirmado.',
      said: 'Su grupo está avisado.',
    },
    withdraw: {
      button: 'Retirar',
      title: '¿Retirar el trabajo?',
      text: 'Entonces no hay nada entregado hasta que alguien de su grupo vuelva a entregar. Se avisa a todo el grupo. El texto de abajo se queda.',
      done: 'El trabajo se ha retirado.',
    },
    left: {
      time: 'Desde {{from}} hasta {{until}}',
      observed: 'Grupo que dejó: {{name}}',
      heading: 'Grupos que ha dejado',
      link: '{{title}} ({{name}})',
      title: 'Ha dejado este grupo',
      text: 'Puede leer lo que se entregó mientras estaba en él, tal como era entonces.',
    },
    earlier: {
      title: 'Versiones anteriores',
      replaced: 'Versión {{n}}: {{when}}, {{name}}',
      withdrawn: 'Versión {{n}}: {{when}}, {{name}} (retirada)',
    },
    sections: {
      missing_one: 'Falta {{count}} parte',
      missing_many: 'Faltan {{count}} partes',
      missing_other: 'Faltan {{count}} partes',
      isMissing: 'Falta',
      mayHandIn: 'Puede entregar de todos modos. Sus docentes ven lo que falta.',
    },
    write: {
      title: 'Lo que escriben juntos',
      text: 'Texto del grupo',
      hint: 'Todos los miembros de su grupo pueden leerlo y cambiarlo.',
      pages: 'Páginas que se entregan también',
      pagesHint:
        'Cada página se entrega con el texto que tiene en ese momento. Lo que se escriba después no está en la copia.',
      files: 'Archivos',
      snapshot:
        'Esto se hace en la pizarra de su grupo. Añada aquí un PDF o una imagen de ella (PNG, JPEG): un enlace solo no prueba nada, porque una pizarra cambia.',
      afterHandIn: 'Lo que cambie aquí solo cuenta cuando se entregue de nuevo.',
      behind: '{{name}} ha guardado una versión más nueva.',
      load: 'Mostrarla',
      uploading: 'Espere hasta que estén todos los archivos.',
      empty: 'Escriba algo o añada un archivo primero.',
      handIn: 'Entregar por el grupo',
      handInAgain: 'Entregar de nuevo',
      done: 'Entregado. Todo el grupo tiene un recibo.',
      doneToConfirm: 'Ahora se pide a los demás que confirmen.',
      stale: {
        title: '{{name}} ha guardado entretanto',
        text: 'Su texto sigue aquí y no está guardado. Tome lo guardado, o guarde el suyo encima.',
      },
    },
    grades: {
      title: 'Calificaciones',
      released:
        'Los participantes ven sus calificaciones, y el libro de calificaciones del curso las tiene o las recibe.',
      notReleased:
        'Los participantes aún no ven ninguna calificación. Abra lo que ha entregado un grupo para darle puntos.',
      release: 'Publicar calificaciones',
      again: 'Calcular de nuevo',
      withdraw: 'Retirar calificaciones',
      releasing: 'Se están publicando las calificaciones…',
      withdrawing: 'Se están retirando las calificaciones…',
      ask: {
        release:
          'Cada participante ve su calificación, hecha de los hitos calificados o no entregados hasta ahora, y va al libro de calificaciones del curso. Sigue lo que usted cambie después.',
        withdraw:
          'Los participantes ya no ven ninguna calificación, y se pide al libro de calificaciones del curso que la borre.',
      },
    },
    result: {
      title: 'Su calificación',
      none: 'Aún no hay calificación para usted.',
      more: 'Para usted {{points}} más: {{reason}}',
      less: 'Para usted {{points}} menos: {{reason}}',
      excused: 'Este hito no cuenta para su grupo.',
    },
    mark: {
      title: 'Calificación del grupo',
      given: 'Dado: {{points}} de {{maximum}} por la versión {{n}}, por {{name}}, {{when}}.',
      points: 'Puntos, hasta {{maximum}}',
      comment: 'Comentario para el grupo',
      commentHint: 'Todo el grupo lo lee cuando se publican las calificaciones.',
      hidden:
        'Los nombres de grupos, miembros y archivos están ocultos; los textos aún pueden revelarlos. Lo que algunos miembros reciben de más o de menos queda como está.',
      absent: 'Ausentes en la presentación del {{when}}: {{names}}.',
      wasAbsent: 'Ausencia en la presentación',
      excused: 'Eximido: este hito no cuenta para este grupo hasta que alguien lo califique.',
      milestone: 'Hito',
      adjustments: 'Miembros en particular',
      adjustmentsText: 'Puntos más o menos que el grupo. Solo el miembro lee la diferencia y su motivo.',
      difference: 'Diferencia para {{name}}',
      reason: 'Motivo para {{name}}',
      needsReason: 'Diga por qué: el miembro lo lee.',
      save: 'Guardar la calificación',
      done: 'La calificación está guardada.',
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
