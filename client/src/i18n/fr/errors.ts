import type { ErrorCode } from '../../../../server/src/contracts/errors.ts';
import type { errorsFurther } from './errors-further.ts';

/** A text for every error code; a new code without one does not compile. */
export const errors = {
  BAD_REQUEST: 'Une partie de cette demande n’a pas été comprise. Actualisez la page et réessayez.',
  UNAUTHENTICATED: 'Votre session n’est pas valable ici. Rouvrez l’activité depuis votre cours.',
  SESSION_EXPIRED: 'Votre session a pris fin. Rouvrez l’activité depuis votre cours.',
  CODE_USED_OR_EXPIRED: 'Ce lien ne sert qu’une fois et a déjà servi. Rouvrez l’activité depuis votre cours.',
  FORBIDDEN: 'Votre rôle dans ce cours ne le permet pas.',
  NOT_FOUND: 'Cet élément n’existe pas, ou pas dans ce cours.',
  PAYLOAD_TOO_LARGE: 'C’est plus que ce qui peut être envoyé en une fois. Raccourcissez le contenu.',
  TOO_MANY_REQUESTS: 'C’était beaucoup à la fois. Attendez un instant et réessayez.',
  INTERNAL: 'Un problème est survenu de notre côté. Rien de ce que vous avez écrit n’est perdu ; réessayez.',
  DATABASE_UNAVAILABLE: 'Les données ne sont pas accessibles pour l’instant. Réessayez dans une minute.',
  DISK_RESERVE_REACHED:
    'Le serveur n’a plus de place pour enregistrer quoi que ce soit. Son administrateur doit d’abord intervenir.',
  DRAINING: 'Le serveur redémarre. Réessayez dans une minute.',
  STALE_REVISION: 'Entre-temps, une modification a été faite dans un autre onglet ou par quelqu’un d’autre.',
  SUBMISSIONS_CLOSED: 'Les remises sont closes.',
  ANONYMITY_CHANGED:
    'Les personnes qui verront votre nom ont changé depuis que vous avez commencé. Lisez ce qui vaut maintenant, puis envoyez de nouveau. Votre texte est conservé.',
  WORK_PART_MISSING: 'Il manque un élément qui doit être rendu avec ce travail.',
  WORK_PART_REFUSED: 'Le travail contient un élément que cette activité n’accepte pas. Retirez-le.',
  SUBMISSION_EMPTY: 'Il n’y a encore rien à rendre.',
  NOT_ALLOCATED: 'Cette évaluation ne fait pas partie des vôtres.',
  REVIEWS_CLOSED: 'Les évaluations sont closes.',
  RATING_MISSING: 'Il manque des points pour un critère.',
  RATING_OUT_OF_RANGE: 'Certains points sortent des limites de la grille d’évaluation.',
  COMMENT_REQUIRED: 'Écrivez un commentaire à l’auteur.',
  MEMBER_LEFT:
    'Vous ne faites plus partie de ce cours. Si c’est une erreur, adressez-vous à l’enseignant, puis rouvrez l’activité depuis votre cours.',
  FILE_EMPTY: 'Le fichier est vide.',
  FILE_TOO_LARGE: 'Le fichier dépasse la taille autorisée.',
  FILES_TOO_MANY: 'Il y a trop de fichiers ici. Retirez-en un avant d’en ajouter un autre.',
  FILES_TOO_LARGE_TOGETHER: 'Ensemble, vos fichiers sont trop volumineux.',
  COURSE_FILES_FULL: 'Le cours n’a plus de place pour d’autres fichiers. Prévenez votre enseignant.',
  FILE_TYPE_REFUSED: 'Les fichiers de ce type ne sont pas acceptés ici.',
  FILE_NOT_ANONYMOUS:
    'Le fichier est endommagé ou protégé : les noms qu’il contient ne peuvent pas être retirés pour l’évaluation anonyme. Enregistrez-le à nouveau sans mot de passe et réessayez.',
  FILE_ID_TAKEN: 'Cet envoi appartient à un autre fichier. Choisissez à nouveau le fichier.',
  FILE_INCOMPLETE: 'Des parties du fichier ne sont pas encore arrivées. Réessayez.',
  FILE_IN_USE: 'Le fichier a été rendu : il reste donc ici.',
  FILE_MISSING: 'Un fichier n’est pas encore envoyé ou a été retiré. Vérifiez vos fichiers.',
  ADMINISTRATOR_NEEDED: 'Vous n’êtes pas connecté. Ouvrez un nouveau lien à usage unique.',
  INVITATION_NOT_USABLE:
    'Ce lien a déjà servi, est trop ancien ou a été révoqué. Demandez-en un nouveau à un administrateur.',
  FOREIGN_REQUEST: 'Cette demande ne vient pas de cette page. Actualisez la page.',
  OWN_RIGHTS: 'Vous ne pouvez pas retirer vos propres droits. Adressez-vous à un autre administrateur.',
} as const satisfies Record<Exclude<ErrorCode, keyof typeof errorsFurther>, string>;
