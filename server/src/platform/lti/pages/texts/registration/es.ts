import type { RegistrationTexts } from './en.ts';

export const es: RegistrationTexts = {
  ask: {
    title: '¿Registrar Roundtable en {host}?',
    text: 'Roundtable y esta plataforma de aprendizaje intercambian sus direcciones y claves. En Roundtable se llamará {name}.',
    asks: 'Roundtable pide: los nombres y correos de las personas que lo usan, las listas de miembros y grupos de los cursos en que se usa, y el derecho de anotar calificaciones de sus propias actividades.',
    button: 'Registrar',
  },
  done: {
    title: 'Faltan dos pasos',
    text: 'Roundtable y {name} ya se conocen. Nadie puede abrir Roundtable antes de que se den los dos pasos.',
    activate: 'En Moodle: en «Administrar herramientas», pulse Activar en la tarjeta de Roundtable.',
    enable: 'En Canvas: revise los ajustes de la aplicación y actívela.',
    check: 'En la plataforma de aprendizaje: si Roundtable aparece como pendiente o inactivo, actívelo allí.',
    approve: 'En Roundtable: un administrador aprueba {name} en {console}.',
    button: 'Cerrar',
    fallback: 'Si esta ventana sigue abierta, ciérrela y vuelva a cargar la lista de herramientas.',
  },
  problemTitle: 'No se pudo registrar Roundtable',
  problems: {
    REGISTRATION_PARAMETERS: {
      text: 'Esta dirección la abre una plataforma de aprendizaje mientras registra Roundtable, y le falta una parte.',
      advice:
        'Copie toda la dirección de la invitación en el formulario de registro dinámico de su plataforma.',
    },
    INVITATION_UNKNOWN: {
      text: 'La invitación de esta dirección no se conoce aquí.',
      advice: 'Compruebe que se copió toda la dirección, o pida una nueva a un administrador de Roundtable.',
    },
    INVITATION_USED: {
      text: 'Esta invitación ya se usó; cada una sirve una vez.',
      advice: 'Pida una nueva a un administrador de Roundtable.',
    },
    INVITATION_EXPIRED: {
      text: 'El plazo de esta invitación ha terminado.',
      advice: 'Pida una nueva a un administrador de Roundtable.',
    },
    INVITATION_REVOKED: {
      text: 'Esta invitación fue retirada.',
      advice: 'Pida una nueva a un administrador de Roundtable.',
    },
    CONFIGURATION_ADDRESS_REFUSED: {
      text: 'Roundtable no llama a {address}. Solo llama a direcciones https de la internet pública.',
      advice:
        'Una plataforma de una red privada puede registrarse por archivo o por comando; la guía del administrador explica cómo.',
    },
    CONFIGURATION_UNREACHABLE: {
      text: 'Roundtable no pudo llegar a {host}.',
      advice: 'Compruebe que se puede llegar desde internet con un certificado válido y empiece de nuevo.',
    },
    CONFIGURATION_UNREADABLE: {
      text: 'Lo que llegó en lugar de la configuración de la plataforma no sirve ({field}).',
      advice: 'Compruebe que el registro dinámico está activado en la plataforma y empiece de nuevo.',
    },
    CONFIGURATION_ISSUER_FOREIGN: {
      text: 'La configuración en {host} habla por {issuer}, que es otro servidor.',
      advice:
        'Si así debe ser, la plataforma puede registrarse por archivo o por comando; la guía del administrador explica cómo.',
    },
    CONFIGURATION_ENDPOINT_FOREIGN: {
      text: 'La configuración quiere que el registro se envíe a otro servidor, {host}.',
      advice:
        'Si así debe ser, la plataforma puede registrarse por archivo o por comando; la guía del administrador explica cómo.',
    },
    REGISTRATION_TOKEN_USED: {
      text: 'La plataforma dice que su token de registro ya se usó.',
      advice: 'Empiece el registro de nuevo en la plataforma. La invitación todavía sirve.',
    },
    REGISTRATION_REFUSED: {
      text: 'La plataforma lo rechazó: {status} {words}',
      advice: 'Resuelva lo que objeta y empiece de nuevo. La invitación todavía sirve.',
    },
    REGISTRATION_ANSWER_LOST: {
      text: 'La respuesta de {host} no llegó. Quizá guardó Roundtable de todos modos.',
      advice:
        'Borre Roundtable en la plataforma si está allí y empiece de nuevo. La invitación todavía sirve.',
    },
    REGISTRATION_ANSWER_UNREADABLE: {
      text: 'La respuesta de la plataforma no nombra ningún identificador de cliente.',
      advice:
        'Borre Roundtable en la plataforma si está allí y empiece de nuevo. La invitación todavía sirve.',
    },
    REGISTRATION_EXISTS: {
      text: 'Ya hay registrada una plataforma del emisor {issuer} con el mismo identificador de cliente. No se modificó.',
      advice: 'Pida a un administrador de Roundtable que mire las plataformas registradas.',
    },
    TOO_MANY_REQUESTS: {
      text: 'Llegaron muchísimos intentos desde su red.',
      advice: 'Espere un minuto y empiece de nuevo.',
    },
    REGISTRATION_FAILED: {
      text: 'Algo salió mal por nuestra parte. Ha quedado anotado.',
      advice: 'Empiece de nuevo dentro de un minuto.',
    },
  },
};
