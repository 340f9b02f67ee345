import type { ErrorCode } from '../../../../server/src/contracts/errors.ts';

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
  ACTIVITY_ID_TAKEN: 'Cette activité existe déjà avec un autre contenu. Actualisez la page.',
  ACTIVITY_HAS_WORK:
    'Des personnes ont déjà travaillé avec ces paramètres : ils ne peuvent plus être modifiés.',
  NOT_A_DEEP_LINKING_LAUNCH: 'Cette page n’a pas été ouverte pour choisir un contenu pour le cours.',
  DEEP_LINKING_EXPIRED: 'Le cours a attendu votre choix trop longtemps. Recommencez depuis votre cours.',
  DEEP_LINKING_TYPE_REFUSED:
    'Le cours n’accepte pas ce type de contenu à cet endroit. Recommencez depuis votre cours.',
  DEEP_LINKING_ONE_ONLY: 'Le cours n’accepte qu’une activité ici. N’en choisissez qu’une.',
  LINK_ALREADY_USED: 'Cet endroit du cours a déjà son activité. Actualisez la page pour la voir.',
  SUBMISSIONS_CLOSED: 'Les remises sont closes.',
  SUBMISSION_EMPTY: 'Il n’y a encore rien à rendre.',
  ALLOCATION_NEEDS_TWO:
    'Au moins deux étudiants doivent avoir rendu un travail pour que les évaluations puissent commencer.',
  ALLOCATION_ALREADY_DONE: 'Les évaluations ont déjà commencé.',
  NOT_ALLOCATED: 'Cette évaluation ne fait pas partie des vôtres.',
  REVIEWS_CLOSED: 'Les évaluations sont closes.',
  RATING_MISSING: 'Il manque des points pour un critère.',
  RATING_OUT_OF_RANGE: 'Certains points sortent des limites de la grille d’évaluation.',
  COMMENT_REQUIRED: 'Écrivez un commentaire à l’auteur.',
  NOTHING_TO_RELEASE: 'Aucun travail n’a encore d’évaluation terminée : il n’y a donc pas de note à publier.',
  NOTHING_TO_REMIND: 'Il n’y a rien à rappeler ici pour l’instant.',
  GRADES_NOT_RELEASED: 'Les notes ne sont pas publiées : il n’y a rien à retirer.',
  GRADE_COLUMN_GONE:
    'Cette activité n’a plus cette colonne dans le carnet de notes. Les notes déjà données sont conservées.',
  GRADE_OUT_OF_RANGE: 'Cette note sort des limites de la colonne.',
  MEMBER_LEFT:
    'Vous ne faites plus partie de ce cours. Si c’est une erreur, adressez-vous à l’enseignant, puis rouvrez l’activité depuis votre cours.',
  FILE_WITHOUT_COLUMNS:
    'La première ligne de ce fichier n’indique aucune colonne pour les groupes. Nommez-en une « Group » ou « Group ID », et une pour les personnes, par exemple « E-mail ».',
  NO_GRADEBOOK_COLUMN: 'Le carnet de notes du cours n’a pas de colonne pour cette activité.',
  DISPUTES_CLOSED: 'Les contestations sont closes.',
  DISPUTE_EXISTS: 'Vous avez déjà contesté cela.',
  DISPUTE_ANSWERED: 'Cette contestation est déjà réglée.',
  DISPUTE_NOT_TAKEN: 'Prenez d’abord cette contestation en charge.',
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
} as const satisfies Record<ErrorCode, string>;
