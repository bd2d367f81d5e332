import { type SmsTemplate, smsTemplateNames } from '@baton/contract'
import { Field, Select, useSay, Wrong } from '@baton/ui'
import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { Part } from '../../forms/Part.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { LastFate } from '../outside/Last.tsx'
import style from '../outside/outside.module.css'
import type { useAwaited } from '../outside/useAwaited.ts'
import type { SmsAccountRecord } from '../records.ts'
import { useWords } from '../words/index.ts'

interface Props {
  account: SmsAccountRecord
  test: ReturnType<typeof useAwaited>
}

/** A text message to a number of one's own, and what became of it. */
export function TestSms({ account, test }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const known = account.provider === 'gateway' ? [] : smsTemplateNames.filter(name => account.templates[name])
  const form = useForm({ phone: '', template: known[0] }, ({ phone }) => ({
    phone: phone.trim() ? undefined : f('required'),
  }))
  const may = account.allowed.includes('smsAccount.test')
  const send = () =>
    void form.submit(async ({ phone, template }) => {
      await perform('smsAccount.test', { smsAccountId: account.id, phone, ...(template && { template }) })
      test.await(account)
      say({ title: t('smsAccounts.didTest', { phone }) })
    })
  return (
    <Part title={t('outside.last')}>
      <div className={style.stack}>
        <LastFate last={account.last} awaited={test.isAwaited(account)} />
        {may && (
          <>
            {known.length > 1 && (
              <Field label={t('smsAccounts.testTemplate')}>
                {tie => (
                  <Select<SmsTemplate>
                    tie={tie}
                    value={form.values.template ?? 'text'}
                    onChange={template => form.set('template', template)}
                    options={known.map(value => ({ value, label: t(`smsAccounts.template.${value}`) }))}
                  />
                )}
              </Field>
            )}
            <Field label={t('smsAccounts.testPhone')} error={form.error('phone')}>
              {tie => (
                <span className={style.line}>
                  <Input
                    {...tie}
                    type="tel"
                    autoComplete="off"
                    value={form.values.phone}
                    onChange={event => form.set('phone', event.target.value)}
                    onKeyDown={event => {
                      if (event.key !== 'Enter') return
                      event.preventDefault()
                      send()
                    }}
                  />
                  <Button loading={form.busy} onClick={send}>
                    {t('outside.test')}
                  </Button>
                </span>
              )}
            </Field>
            {form.problem && <Wrong>{form.problem}</Wrong>}
          </>
        )}
      </div>
    </Part>
  )
}
