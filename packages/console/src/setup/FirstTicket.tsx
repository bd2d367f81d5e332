import type { TicketRecord } from '@baton/contract'
import { Combobox, Field, Icon, Wrong } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useForm } from '../forms/useForm.ts'
import { useFormWords } from '../forms/words/index.ts'
import { useAll } from '../lists/useAll.ts'
import { call } from '../session/api.ts'
import style from './Setup.module.css'
import { useWords } from './words/index.ts'

interface Values {
  subject: string
  body: string
  category: string | null
}

/** A ticket to try with: it shows which department gets it, and who finds it there. */
export function FirstTicket(): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const queries = useQueryClient()
  const { data: categories } = useAll('category.list', {})
  // The usual form asks for nothing that a trial does not have.
  const usual = useAll('template.list', {}).data?.find(one => one.of === 'ticket' && one.isDefault)
  const [made, setMade] = useState<TicketRecord>()
  const form = useForm<Values>(
    { subject: t('ticket.sample'), body: t('ticket.sampleBody'), category: null },
    ({ subject }) => ({ subject: subject.trim() ? undefined : f('required') }),
  )
  const create = (event: FormEvent) => {
    event.preventDefault()
    void form.submit(async ({ subject, body, category }) => {
      const sent = { subject, ...(body.trim() && { body }), ...(category && { category }) }
      setMade(await call('ticket.open', { ...sent, channel: 'web', ...(usual && { templateId: usual.id }) }))
      void queries.invalidateQueries({ queryKey: ['ticket.list'] }) // each query tells its own failure
    })
  }
  return (
    <>
      <h2 className={style.heading}>{t('ticket.title')}</h2>
      <p className={style.note}>{t('ticket.under')}</p>
      {made && (
        <div className={style.told} role="status" style={{ marginTop: 16 }}>
          <Icon name="done" size={20} />
          <div>
            <p>{t('ticket.made', { number: made.number, department: made.department?.name ?? '' })}</p>
            <p>
              {t('ticket.hint')}{' '}
              <Link to="/t/$number" params={{ number: made.number }} style={{ textDecoration: 'underline' }}>
                {t('ticket.see')}
              </Link>
            </p>
          </div>
        </div>
      )}
      <form className={style.form} onSubmit={create} noValidate>
        <Field label={t('ticket.subject')} error={form.error('subject')}>
          {tie => (
            <Input {...tie} value={form.values.subject} onChange={event => form.set('subject', event.target.value)} />
          )}
        </Field>
        <Field label={t('ticket.body')} error={form.error('body')}>
          {tie => (
            <Input.TextArea
              {...tie}
              autoSize={{ minRows: 2, maxRows: 6 }}
              value={form.values.body}
              onChange={event => form.set('body', event.target.value)}
            />
          )}
        </Field>
        <Field label={t('ticket.category')} error={form.error('category')}>
          {tie => (
            <Combobox
              tie={tie}
              options={(categories ?? []).map(({ id, path }) => ({ value: id, label: path }))}
              value={form.values.category}
              onChange={category => form.set('category', category)}
              placeholder={t('ticket.noCategory')}
              emptyText={f('noMatch')}
              clearLabel={t('ticket.noCategory')}
            />
          )}
        </Field>
        {form.problem && <Wrong>{form.problem}</Wrong>}
        <div>
          <Button type={made ? 'default' : 'primary'} htmlType="submit" loading={form.busy}>
            {t('ticket.create')}
          </Button>
        </div>
      </form>
    </>
  )
}
