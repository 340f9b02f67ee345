import type { ErrorCode } from '../../../../server/src/contracts/errors.ts';
import type { errorsFurther } from './errors-further.ts';

/** A text for every error code; a new code without one does not compile. */
export const errors = {
  BAD_REQUEST:
    'Etwas an dieser Anfrage war nicht zu verstehen. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.',
  UNAUTHENTICATED: 'Ihre Sitzung gilt hier nicht. Öffnen Sie die Aktivität noch einmal aus Ihrem Kurs.',
  SESSION_EXPIRED: 'Ihre Sitzung ist beendet. Öffnen Sie die Aktivität noch einmal aus Ihrem Kurs.',
  CODE_USED_OR_EXPIRED:
    'Dieser Link galt nur einmal und ist verbraucht. Öffnen Sie die Aktivität noch einmal aus Ihrem Kurs.',
  FORBIDDEN: 'Ihre Rolle in diesem Kurs erlaubt das nicht.',
  NOT_FOUND: 'Das gibt es hier nicht, oder es gehört nicht zu diesem Kurs.',
  PAYLOAD_TOO_LARGE: 'Das ist mehr, als sich auf einmal senden lässt. Bitte kürzen Sie es.',
  TOO_MANY_REQUESTS:
    'Das war viel auf einmal. Bitte warten Sie einen Augenblick und versuchen Sie es noch einmal.',
  INTERNAL:
    'Auf unserer Seite ist etwas schiefgegangen. Nichts Geschriebenes geht verloren; bitte versuchen Sie es noch einmal.',
  DATABASE_UNAVAILABLE:
    'Die Daten sind gerade nicht erreichbar. Bitte versuchen Sie es in einer Minute noch einmal.',
  DISK_RESERVE_REACHED:
    'Der Server hat keinen Platz mehr, um Neues zu speichern. Erst muss seine Administration handeln.',
  DRAINING: 'Der Server wird gerade neu gestartet. Bitte versuchen Sie es in einer Minute noch einmal.',
  STALE_REVISION: 'Dies wurde inzwischen in einem anderen Tab oder von jemand anderem geändert.',
  SUBMISSIONS_CLOSED: 'Die Abgabe ist beendet.',
  ANONYMITY_CHANGED:
    'Wer Ihren Namen sieht, hat sich geändert, seit Sie begonnen haben. Lesen Sie, was jetzt gilt, und senden Sie dann noch einmal. Was Sie geschrieben haben, ist gespeichert.',
  WORK_PART_MISSING: 'Es fehlt etwas, das mit dieser Arbeit abgegeben werden muss.',
  WORK_PART_REFUSED:
    'Die Arbeit enthält etwas, das diese Aktivität nicht annimmt. Bitte nehmen Sie es heraus.',
  SUBMISSION_EMPTY: 'Es gibt noch nichts abzugeben.',
  NOT_ALLOCATED: 'Dieses Gutachten gehört nicht zu Ihren.',
  REVIEWS_CLOSED: 'Die Begutachtung ist beendet.',
  RATING_MISSING: 'Bei einem Kriterium fehlen noch Punkte.',
  RATING_OUT_OF_RANGE: 'Manche Punkte liegen außerhalb dessen, was die Rubrik erlaubt.',
  COMMENT_REQUIRED: 'Bitte schreiben Sie einen Kommentar für die Autorin oder den Autor.',
  MEMBER_LEFT:
    'Sie sind nicht mehr in diesem Kurs. Ist das ein Irrtum, wenden Sie sich an die Lehrperson und öffnen Sie die Aktivität danach noch einmal aus Ihrem Kurs.',
  FILE_EMPTY: 'Die Datei ist leer.',
  FILE_TOO_LARGE: 'Die Datei ist größer als erlaubt.',
  FILES_TOO_MANY: 'Hier sind zu viele Dateien. Entfernen Sie eine, bevor Sie eine weitere hinzufügen.',
  FILES_TOO_LARGE_TOGETHER: 'Ihre Dateien hierfür sind zusammen zu groß.',
  COURSE_FILES_FULL:
    'Der Kurs hat keinen Platz für weitere Dateien. Bitte sagen Sie der Lehrperson Bescheid.',
  FILE_TYPE_REFUSED: 'Dateien dieses Typs werden hier nicht angenommen.',
  FILE_NOT_ANONYMOUS:
    'Die Datei ist beschädigt oder geschützt. Deshalb lassen sich Namen darin nicht für anonyme Gutachten entfernen. Speichern Sie sie neu ohne Passwort und versuchen Sie es noch einmal.',
  FILE_ID_TAKEN: 'Dieser Upload gehört zu einer anderen Datei. Bitte wählen Sie die Datei noch einmal aus.',
  FILE_INCOMPLETE: 'Teile der Datei sind noch nicht angekommen. Bitte versuchen Sie es noch einmal.',
  FILE_IN_USE: 'Die Datei wurde abgegeben, deshalb bleibt sie.',
  FILE_MISSING: 'Eine Datei ist noch nicht hochgeladen oder wurde entfernt. Bitte prüfen Sie Ihre Dateien.',
  ADMINISTRATOR_NEEDED: 'Sie sind nicht angemeldet. Öffnen Sie einen neuen Einmal-Link.',
  INVITATION_NOT_USABLE:
    'Dieser Link wurde schon benutzt, ist zu alt oder wurde zurückgezogen. Bitten Sie die Administration um einen neuen.',
  FOREIGN_REQUEST: 'Diese Anfrage kam nicht von dieser Seite. Bitte laden Sie sie neu.',
  OWN_RIGHTS:
    'Ihre eigenen Rechte können Sie sich nicht entziehen. Bitten Sie eine andere Person mit Admin-Rechten darum.',
} as const satisfies Record<Exclude<ErrorCode, keyof typeof errorsFurther>, string>;
