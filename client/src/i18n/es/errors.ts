import type { ErrorCode } from '../../../../server/src/contracts/errors.ts';
import type { errorsFurther } from './errors-further.ts';

/** A text for every error code; a new code without one does not compile. */
export const errors = {
  BAD_REQUEST: 'Algo de esta solicitud no se ha entendido. Recargue la página e inténtelo de nuevo.',
  UNAUTHENTICATED: 'Su sesión no es válida aquí. Abra la actividad de nuevo desde su curso.',
  SESSION_EXPIRED: 'Su sesión ha terminado. Abra la actividad de nuevo desde su curso.',
  CODE_USED_OR_EXPIRED:
    'Este enlace servía una sola vez y ya se usó. Abra la actividad de nuevo desde su curso.',
  FORBIDDEN: 'Su rol en este curso no lo permite.',
  NOT_FOUND: 'Esto no está aquí o no es de este curso.',
  PAYLOAD_TOO_LARGE: 'Es más de lo que se puede enviar de una vez. Acórtelo.',
  TOO_MANY_REQUESTS: 'Han sido muchas cosas a la vez. Espere un momento e inténtelo de nuevo.',
  INTERNAL: 'Algo falló por nuestra parte. No se pierde nada de lo que escribió; inténtelo de nuevo.',
  DATABASE_UNAVAILABLE:
    'Los datos no están disponibles en este momento. Inténtelo de nuevo dentro de un minuto.',
  DISK_RESERVE_REACHED:
    'El servidor no tiene espacio para guardar nada nuevo. Su administrador tiene que intervenir primero.',
  DRAINING: 'El servidor se está reiniciando. Inténtelo de nuevo dentro de un minuto.',
  STALE_REVISION: 'Mientras tanto, esto se ha cambiado en otra pestaña o lo ha cambiado otra persona.',
  SUBMISSIONS_CLOSED: 'Las entregas están cerradas.',
  ANONYMITY_CHANGED:
    'Desde que empezó ha cambiado quién verá su nombre. Lea lo que vale ahora y envíelo otra vez. Lo que escribió está guardado.',
  WORK_PART_MISSING: 'Falta algo que hay que entregar con este trabajo.',
  WORK_PART_REFUSED: 'El trabajo contiene algo que esta actividad no acepta. Quítelo.',
  SUBMISSION_EMPTY: 'Todavía no hay nada que entregar.',
  NOT_ALLOCATED: 'Esta revisión no es una de las suyas.',
  REVIEWS_CLOSED: 'Las revisiones están cerradas.',
  RATING_MISSING: 'Hay un criterio sin puntos.',
  RATING_OUT_OF_RANGE: 'Algunos puntos están fuera de lo que permite la rúbrica.',
  COMMENT_REQUIRED: 'Escriba un comentario para quien hizo el trabajo.',
  MEMBER_LEFT:
    'Ya no participa en este curso. Si es un error, hable con su docente y abra después la actividad de nuevo desde su curso.',
  FILE_EMPTY: 'El archivo está vacío.',
  FILE_TOO_LARGE: 'El archivo es más grande de lo permitido.',
  FILES_TOO_MANY: 'Aquí hay demasiados archivos. Quite uno antes de añadir otro.',
  FILES_TOO_LARGE_TOGETHER: 'En conjunto, sus archivos son demasiado grandes.',
  COURSE_FILES_FULL: 'En el curso no caben más archivos. Avise a su docente.',
  FILE_TYPE_REFUSED: 'Aquí no se aceptan archivos de este tipo.',
  FILE_NOT_ANONYMOUS:
    'El archivo está dañado o protegido, así que no se pueden quitar los nombres que contiene para la revisión anónima. Guárdelo de nuevo sin contraseña e inténtelo otra vez.',
  FILE_ID_TAKEN: 'Esta subida es de otro archivo. Elija el archivo de nuevo.',
  FILE_INCOMPLETE: 'Todavía faltan partes del archivo. Inténtelo de nuevo.',
  FILE_IN_USE: 'El archivo ya se entregó, así que se queda.',
  FILE_MISSING: 'Hay un archivo que aún no se ha subido o que se ha quitado. Revise sus archivos.',
  ADMINISTRATOR_NEEDED: 'No ha iniciado sesión. Abra un enlace nuevo de un solo uso.',
  INVITATION_NOT_USABLE:
    'Este enlace ya se usó, es demasiado antiguo o se anuló. Pida uno nuevo a un administrador.',
  FOREIGN_REQUEST: 'Esta solicitud no vino de esta página. Recárguela.',
  OWN_RIGHTS: 'No puede retirarse sus propios permisos. Pídaselo a otro administrador.',
} as const satisfies Record<Exclude<ErrorCode, keyof typeof errorsFurther>, string>;
