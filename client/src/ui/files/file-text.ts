import type { TFunction } from 'i18next';
import { FILE_TYPES } from '../../../../server/src/contracts/file-types.ts';
import { ApiError } from '../../app/api-client.ts';
import { errorText } from '../../app/error-text.ts';
import type { Format } from '../../i18n/format.ts';

/** Why a file was not taken, with its name and the limit. */
export function refusalText(error: unknown, name: string, t: TFunction, format: Format): string {
  if (!(error instanceof ApiError)) return t('files.refused.other', { name, reason: errorText(error, t) });
  const limit = Number(error.details['max'] ?? 0);
  switch (error.code) {
    case 'FILE_EMPTY':
      return t('files.refused.empty', { name });
    case 'FILE_TOO_LARGE':
      return t('files.refused.tooLarge', { name, max: format.bytes(limit) });
    case 'FILES_TOO_MANY':
      return t('files.refused.tooMany', { max: format.number(limit) });
    case 'FILES_TOO_LARGE_TOGETHER':
      return t('files.refused.tooLargeTogether', { max: format.bytes(limit) });
    case 'COURSE_FILES_FULL':
      return t('files.refused.courseFull');
    case 'FILE_TYPE_REFUSED':
      return t('files.refused.type', { name });
    case 'FILE_NOT_ANONYMOUS':
      return t('files.refused.notAnonymous', { name });
    default:
      return t('files.refused.other', { name, reason: errorText(error, t) });
  }
}

/** What a type is to people. */
export const kindText = (type: string | null, t: TFunction): string =>
  t(`files.kinds.${FILE_TYPES[type ?? '']?.preview ?? 'other'}`);
