import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { ActivityService } from '../activity/index.ts';
import type { FileItemRules, Files } from '../files/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import { filesOfPrompt, PROMPT_FILES } from './post-files.domain.ts';

/** Who may add and see files of prompts: whoever sets discussions up, and everybody who reads them. */
export const createPromptFileRules = (activities: Pick<ActivityService, 'find'>): FileItemRules => ({
  // The discussion may not be there yet: it gets its id where it is described.
  async requireUpload(caller) {
    if (!caller.can('activity.edit')) throw new AppError('FORBIDDEN', { permission: 'activity.edit' });
  },
  isAnonymous: () => Promise.resolve(false),
  async accessTo(caller, files) {
    if (!caller.can('discussion.read')) return new Map();
    return new Map(files.map(({ id }) => [id, 'whole']));
  },
  async filesInUse(scope, activityId) {
    const activity = await activities.find(scope, activityId);
    return new Set(activity ? filesOfPrompt(settingsOf(activity)) : []);
  },
});

export type KeepPromptFiles = ReturnType<typeof createKeepPromptFiles>;

/**
 * Has the files of a prompt stay, before it is saved. What came with it from another course stays anyway, as what
 * copies belong to.
 *
 * @throws AppError FILE_MISSING
 */
export const createKeepPromptFiles =
  (files: Pick<Files, 'findReady' | 'keep'>) =>
  async (scope: CourseScope, id: string, ids: readonly string[]): Promise<void> => {
    const found = await files.findReady(scope, ids);
    const isCopied = (fileId: string) => {
      const item = found.get(fileId)?.item;
      return item?.id === id && item.kind !== PROMPT_FILES;
    };
    await files.keep(
      scope,
      { kind: PROMPT_FILES, id },
      ids.filter((one) => !isCopied(one)),
    );
  };
