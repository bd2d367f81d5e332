import { Field } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { Form } from '../forms/useForm.ts'
import { SpokenField } from '../steps/placeholders/SpokenField.tsx'
import { KeptFiles } from './KeptFiles.tsx'
import style from './Macros.module.css'
import { ReachFields } from './ReachFields.tsx'
import type { CannedReplyRecord } from './records.ts'
import type { ReplyValues } from './values.ts'
import { useMacroWords } from './words/index.ts'

interface Props {
  form: Form<ReplyValues>
  kept?: CannedReplyRecord['attachments']
  fresh?: boolean
  fixed?: boolean
  mayPublish: boolean
  /** Whether one made it oneself. */
  mine?: boolean
}

/** What a canned reply says, by what it is called, and for whom it is there. */
export function ReplyFields({
  form,
  kept = [],
  fresh = false,
  fixed = false,
  mayPublish,
  mine = true,
}: Props): ReactNode {
  const { t } = useMacroWords()
  const { values } = form
  return (
    <>
      <Field label={t('name')} error={form.error('name')}>
        {tie => (
          <Input
            {...tie}
            autoFocus={fresh}
            autoComplete="off"
            maxLength={60}
            disabled={fixed}
            value={values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t('shortcut')}
        error={form.error('shortcut')}
        hint={t('shortcutHint', { shortcut: values.shortcut.trim() || t('shortcutSample') })}
      >
        {tie => (
          <Input
            {...tie}
            prefix="/"
            autoComplete="off"
            maxLength={30}
            disabled={fixed}
            value={values.shortcut}
            onChange={event => form.set('shortcut', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('body')} error={form.error('body')}>
        {tie => (
          <SpokenField
            tie={tie}
            lines={6}
            most={20_000}
            disabled={fixed}
            value={values.body}
            onChange={body => form.set('body', body)}
          />
        )}
      </Field>
      <KeptFiles
        kept={kept}
        ids={values.attachmentIds}
        fixed={fixed}
        error={form.error('attachmentIds')}
        onChange={ids => form.set('attachmentIds', ids)}
      />
      {mayPublish && !fixed ? <ReachFields form={form} mine={mine} /> : values.audience === 'me' && <OwnOnly />}
    </>
  )
}

function OwnOnly(): ReactNode {
  const { t } = useMacroWords()
  return <p className={style.quiet}>{t('ownOnly')}</p>
}
