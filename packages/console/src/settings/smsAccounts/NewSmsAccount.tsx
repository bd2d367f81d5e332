import { type SmsProviderName, smsForms, smsProviderNames } from '@baton/contract'
import { Field, Segmented, useSay } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { Sheet } from '../../forms/Sheet.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { OutsideFields } from '../outside/OutsideFields.tsx'
import { enteredOf } from '../outside/values.ts'
import { useWords } from '../words/index.ts'
import { Templates } from './Templates.tsx'
import { useProviderWord } from './useProviderWord.ts'
import type { SmsAccountValues } from './values.ts'

interface Values extends SmsAccountValues {
  provider: SmsProviderName
}
const empty: Values = { provider: 'aliyun', name: '', settings: {}, secrets: {}, templates: {}, isDefault: false }

/** One more account for text messages: whose it is first, then what that provider asks for. */
export function NewSmsAccount({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const providerWord = useProviderWord()
  const form = useForm(empty, ({ name }) => ({ name: name.trim() ? undefined : f('required') }))
  const { provider } = form.values
  const create = () =>
    void form.submit(async values => {
      const entered = enteredOf(smsForms[provider], values)
      const templates = provider === 'gateway' ? {} : values.templates
      const made = await perform('smsAccount.create', { provider, name: values.name, ...entered, templates })
      onMade(made.id)
      say({ title: t('smsAccounts.didCreate', { name: made.name }) })
    })
  return (
    <Sheet
      title={t('smsAccounts.add')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
    >
      <Segmented<SmsProviderName>
        label={t('outside.provider')}
        value={provider}
        onChange={value => form.set('provider', value)}
        choices={smsProviderNames.map(value => ({ value, label: providerWord(value) }))}
      />
      <Field label={t('outside.name')} error={form.error('name')}>
        {tie => (
          <Input
            {...tie}
            autoFocus
            autoComplete="off"
            maxLength={60}
            value={form.values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <OutsideFields form={form} fields={smsForms[provider]} />
      {provider !== 'gateway' && <Templates form={form} provider={provider} />}
    </Sheet>
  )
}
