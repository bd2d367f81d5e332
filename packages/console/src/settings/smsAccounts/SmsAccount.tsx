import { smsForms } from '@baton/contract'
import { Chip, Field, useSay } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { changedOf } from '../../forms/changed.ts'
import { Gone } from '../../forms/Gone.tsx'
import { LastChange } from '../../forms/LastChange.tsx'
import { Part } from '../../forms/Part.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { Toggle } from '../../forms/Toggle.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { ArchivePart } from '../ArchivePart.tsx'
import { CopyField } from '../outside/CopyField.tsx'
import { OutsideFields } from '../outside/OutsideFields.tsx'
import style from '../outside/outside.module.css'
import type { useAwaited } from '../outside/useAwaited.ts'
import { changesOfOutside } from '../outside/values.ts'
import type { SmsAccountRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import { Templates } from './Templates.tsx'
import { TestSms } from './TestSms.tsx'
import { useProviderWord } from './useProviderWord.ts'
import type { SmsAccountValues } from './values.ts'

interface Props {
  account: SmsAccountRecord
  test: ReturnType<typeof useAwaited>
  onClose: () => void
}

/** One account: whether it works, what it sends by, where its provider reports to, and its end. */
export function SmsAccount({
  account,
  ...props
}: Omit<Props, 'account'> & { account: SmsAccountRecord | undefined }): ReactNode {
  if (!account) return <Gone onClose={props.onClose} />
  return <Editor account={account} {...props} />
}

function Editor({ account, test, onClose }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const providerWord = useProviderWord()
  const { id: smsAccountId, name, version, allowed, provider } = account
  const before: SmsAccountValues = {
    name,
    settings: account.settings,
    secrets: {},
    templates: account.templates,
    isDefault: account.isDefault,
  }
  const form = useForm(before, values => ({ name: values.name.trim() ? undefined : f('required') }))
  const may = allowed.includes('smsAccount.update')
  const save = () =>
    void form.submit(async values => {
      const templates = changedOf(before.templates, values.templates) as Record<string, string>
      const saved = await perform('smsAccount.update', {
        smsAccountId,
        ...changesOfOutside(before, values),
        ...(Object.keys(templates).length > 0 && { templates }),
        ...(values.isDefault && !before.isDefault && { isDefault: true as const }),
        version,
      })
      onClose()
      say({ title: f('savedNamed', { name: saved.name }) })
    })
  return (
    <Sheet
      title={name}
      mark={
        <>
          <Chip>{providerWord(provider)}</Chip>
          {account.isDefault && !account.archived && <Chip tone="accent">{t('smsAccounts.default')}</Chip>}
          {account.archived && <Chip>{t('archived')}</Chip>}
        </>
      }
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      {...(may && { submit: { label: f('save'), busy: form.busy, disabled: !form.dirty, run: save } })}
      foot={<LastChange subjectId={smsAccountId} />}
    >
      <TestSms account={account} test={test} />
      <Field label={t('outside.name')} error={form.error('name')}>
        {tie => (
          <Input
            {...tie}
            autoComplete="off"
            maxLength={60}
            disabled={!may}
            value={form.values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <OutsideFields form={form} fields={smsForms[provider]} kept={account.secrets} fixed={!may} />
      {account.isDefault ? (
        <p className={style.words}>{t('smsAccounts.isDefault')}</p>
      ) : (
        may && (
          <Toggle on={form.values.isDefault} onChange={on => form.set('isDefault', on)}>
            {t('smsAccounts.makeDefault')}
          </Toggle>
        )
      )}
      {provider !== 'gateway' && <Templates form={form} provider={provider} fixed={!may} />}
      {account.callbacks && <Callbacks callbacks={account.callbacks} />}
      {allowed.includes('smsAccount.archive') && (
        <ArchivePart
          title={t('outside.end')}
          name={name}
          effect={t('smsAccounts.archiveEffect')}
          sure={t('smsAccounts.archiveSure', { name })}
          run={() => perform('smsAccount.archive', { smsAccountId })}
          onClose={onClose}
        />
      )}
    </Sheet>
  )
}

/** Where the provider reports to, as it has to be entered there. */
function Callbacks({ callbacks }: { callbacks: { report: string; reply: string } }): ReactNode {
  const { t } = useWords()
  return (
    <Part title={t('smsAccounts.callbacks')}>
      <div className={style.stack}>
        <p className={style.words}>{t('smsAccounts.callbacksHint')}</p>
        {(['report', 'reply'] as const).map(name => (
          <CopyField
            key={name}
            label={t(`smsAccounts.${name}`)}
            value={new URL(callbacks[name], location.origin).href}
            hint={t(`smsAccounts.${name}Hint`)}
          />
        ))}
      </div>
    </Part>
  )
}
