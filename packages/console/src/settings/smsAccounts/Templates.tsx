import { type SmsProviderName, smsTemplateNames, smsTemplates } from '@baton/contract'
import { Field } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { Part } from '../../forms/Part.tsx'
import type { Form } from '../../forms/useForm.ts'
import style from '../outside/outside.module.css'
import { useWords } from '../words/index.ts'
import type { SmsAccountValues } from './values.ts'

interface Props<V extends SmsAccountValues> {
  form: Form<V>
  provider: SmsProviderName
  fixed?: boolean
}

/** Which of the provider's templates says what. */
export function Templates<V extends SmsAccountValues>({ form, provider, fixed = false }: Props<V>): ReactNode {
  const { t } = useWords()
  const { templates } = form.values
  return (
    <Part title={t('smsAccounts.templates')}>
      <div className={style.stack}>
        <p className={style.words}>{t('smsAccounts.templatesHint')}</p>
        {smsTemplateNames.map(name => (
          <Field
            key={name}
            label={t(`smsAccounts.template.${name}`)}
            error={form.refused?.at(`templates.${name}`)}
            hint={t('smsAccounts.variables', { names: variablesOf(provider, smsTemplates[name]) })}
          >
            {tie => (
              <Input
                {...tie}
                autoComplete="off"
                spellCheck={false}
                disabled={fixed}
                maxLength={64}
                placeholder={provider === 'aliyun' ? 'SMS_123456789' : '1234567'}
                value={templates[name] ?? ''}
                onChange={event =>
                  form.set('templates', { ...templates, [name]: event.target.value } as V['templates'])
                }
              />
            )}
          </Field>
        ))}
      </div>
    </Part>
  )
}

/** As each provider writes them: by name, or by place. */
const variablesOf = (provider: SmsProviderName, names: readonly string[]): string =>
  names.map((name, at) => (provider === 'aliyun' ? `\${${name}}` : `{${at + 1}} = ${name}`)).join('  ')
