import type { PageTexts } from './en.ts';

export const es: PageTexts = {
  problems: {
    notUnderstood: {
      title: 'No se pudo entender esta solicitud',
      text: 'Su plataforma de aprendizaje envió algo incompleto o en una forma que Roundtable no acepta.',
      advice:
        'Abra la actividad de nuevo desde su curso. Si esta página vuelve a aparecer, muéstrela a su administrador.',
    },
    notRegistered: {
      title: 'Esta plataforma no está registrada',
      text: 'Roundtable no conoce la plataforma ni el identificador de cliente de los que procede este enlace.',
      advice:
        'Un administrador de Roundtable debe registrar la plataforma exactamente con este emisor y este identificador de cliente.',
    },
    wrongAddress: {
      title: 'Este enlace lleva a otro sitio',
      text: 'La dirección de este enlace no es una dirección de este Roundtable.',
      advice: 'Un docente o un administrador debe corregir la dirección de la herramienta en el curso.',
    },
    platformDisabled: {
      title: 'Esta plataforma ha sido desactivada',
      text: 'Un administrador de Roundtable ha bloqueado los accesos desde esta plataforma.',
      advice: 'Pregunte a su administrador si es intencionado.',
    },
    platformPending: {
      title: 'Un paso más para su administrador',
      text: 'Esta plataforma de aprendizaje se ha registrado en Roundtable y espera su aprobación.',
      advice:
        'Un administrador de Roundtable tiene que aprobar la plataforma. Después, abra la actividad de nuevo.',
    },
    openFromCourse: {
      title: 'Ábralo desde un curso',
      text: 'Roundtable siempre funciona dentro de un curso, y este enlace no vino de ninguno.',
      advice: 'Vaya a su curso en su plataforma de aprendizaje y abra allí la actividad.',
    },
    openAgain: {
      title: 'Ábralo de nuevo desde su curso',
      text: 'Este enlace ya se usó, es demasiado antiguo o se inició en otro navegador.',
      advice: 'Vuelva a su curso y abra la actividad otra vez. No se pierde nada de lo que escribió.',
    },
    tokenRefused: {
      title: 'Se rechazó el mensaje de su plataforma',
      text: 'No cumple las reglas con las que Roundtable se asegura de que un acceso es auténtico.',
      advice:
        'Abra la actividad de nuevo desde su curso. Si esta página vuelve a aparecer, muéstrela a su administrador.',
    },
    clocks: {
      title: 'El mensaje de su plataforma ha caducado',
      text: 'Tardó demasiado en llegar, o los relojes de la plataforma y de Roundtable difieren en más de dos minutos.',
      advice:
        'Abra la actividad de nuevo desde su curso. Si esta página vuelve a aparecer, pida a su administrador que revise los relojes.',
    },
    deploymentPending: {
      title: 'Falta un paso de su administrador',
      text: 'Roundtable se añadió a {platform} en un lugar nuevo (despliegue {deployment}) y espera aprobación.',
      advice:
        'Un administrador de Roundtable debe aprobar este despliegue. Después, abra la actividad de nuevo.',
    },
    anonymous: {
      title: 'Inicie sesión primero',
      text: 'Su plataforma abrió esta actividad sin decir quién es usted. Roundtable necesita conocer a sus miembros.',
      advice: 'Inicie sesión en su plataforma, vaya a su curso y abra la actividad de nuevo.',
    },
    platformKeys: {
      title: 'Ahora no se puede comprobar su plataforma',
      text: 'Roundtable no pudo leer las claves con las que reconoce los mensajes de su plataforma.',
      advice:
        'Inténtelo de nuevo dentro de un minuto. Si esta página vuelve a aparecer, muéstrela a su administrador.',
    },
    platformError: {
      title: 'Su plataforma comunicó un problema',
      text: 'No permitió abrir la actividad y dijo: {words}',
      advice:
        'Vuelva a su curso y abra la actividad otra vez. Si esta página vuelve a aparecer, muéstrela a su administrador.',
    },
    tooManyRequests: {
      title: 'Mucha gente está abriendo Roundtable',
      text: 'Desde su red llegaron más solicitudes de las que Roundtable acepta a la vez.',
      advice: 'Espere un minuto y abra la actividad de nuevo.',
    },
    unavailable: {
      title: 'Roundtable no está disponible ahora',
      text: 'Algo falló por nuestra parte. Ha quedado registrado.',
      advice: 'Inténtelo de nuevo dentro de un minuto. No se pierde nada de lo que escribió.',
    },
  },
  opening: { title: 'Abriendo su actividad…', text: 'Un momento, por favor.', button: 'Continuar' },
  newTab: {
    title: 'Abrir en una pestaña nueva',
    text: 'Su navegador no permite que Roundtable le recuerde dentro de esta página. En su propia pestaña funciona.',
    button: 'Abrir en una pestaña nueva',
  },
  confirm: {
    title: '¿Es usted?',
    asPerson: '¿Continuar como {name} en {course}?',
    nameless: '¿Continuar en {course}?',
    button: 'Continuar',
    otherwise: 'Si no es usted, cierre esta pestaña y abra la actividad desde su propio curso.',
    unnamedCourse: 'su curso',
  },
  backToCourse: 'Volver al curso',
  errorCode: 'Código de error',
  requestId: 'Número de solicitud',
};
