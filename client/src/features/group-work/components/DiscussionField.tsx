import { useTranslation } from 'react-i18next';
import { TITLE_MAX } from '../../../../../server/src/contracts/limits.ts';
import { richTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { newSettings } from '../../discussion/new-settings.ts';
import { useDiscussionsPerGroup, useMakeDiscussion } from '../discussions-api.ts';

interface DiscussionFieldProps {
  /** Of the project: a discussion that is made is called by it. */
  readonly title: string;
  readonly groupSetId: string | null;
  readonly discussionId: string | null;
  readonly onChange: (discussionId: string | null) => void;
}

const NONE = 'none';

/** Where each group discusses by itself: a discussion of the same groups, one that is there or a new one. */
export function DiscussionField({ title, groupSetId, discussionId, onChange }: DiscussionFieldProps) {
  const { t } = useTranslation();
  const query = useDiscussionsPerGroup();
  const make = useMakeDiscussion();
  const found = (query.data ?? []).filter((one) => one.groupSetId === groupSetId);

  function begin(): void {
    const called = t('groupWork.setUp.discussion.newTitle', { title: title.trim() }).slice(0, TITLE_MAX);
    const prompt = richTextOf(t('groupWork.setUp.discussion.newPrompt'));
    make.mutate(
      { ...newSettings(called), prompt, groupSetId },
      {
        onSuccess: (id) => {
          onChange(id);
          showToast({ text: t('groupWork.setUp.discussion.made', { title: called }) });
        },
      },
    );
  }
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      {query.error !== null && <Problem error={query.error} />}
      {groupSetId !== null && (
        <Select
          label={t('groupWork.setUp.discussion.label')}
          value={found.find(({ id }) => id === discussionId)?.id ?? NONE}
          onChange={(id) => onChange(id === NONE ? null : id)}
          choices={[
            { id: NONE, text: t('groupWork.setUp.discussion.none') },
            ...found.map(({ id, title: text }) => ({ id, text })),
          ]}
        />
      )}
      <p className={cx(layout['muted'], layout['small'])}>
        {t(groupSetId === null ? 'groupWork.setUp.discussion.noGroups' : 'groupWork.setUp.discussion.hint')}
      </p>
      {groupSetId !== null && query.isSuccess && found.length === 0 && (
        <div>
          <Button isPending={make.isPending} onPress={begin}>
            {t('groupWork.setUp.discussion.make')}
          </Button>
        </div>
      )}
      {make.error !== null && <Problem error={make.error} />}
    </div>
  );
}
