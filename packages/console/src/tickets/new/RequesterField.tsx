import type { Records } from '@baton/contract'
import { Avatar, Chip, Field, Icon } from '@baton/ui'
import { Input } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useReach } from '../../people/reach.ts'
import { useAsk } from '../../session/ask.ts'
import { useMe } from '../../session/me.ts'
import { useWords } from '../../words/Speaking.tsx'
import style from './RequesterField.module.css'
import { pointOf, type Requester } from './requester.ts'
import { useSettled } from './settled.ts'

type CustomerRecord = Records['customer']

interface Props {
  value: Requester
  onChange: (value: Requester) => void
  error?: string | undefined
}

/** The first field: a phone, an address, a number or a name; who is known shows while one types. */
export function RequesterField({ value, onChange, error }: Props): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const reach = useReach()
  const wanted = useSettled(value.text.trim(), 180)
  const searching = !value.customerId && wanted.length >= 2 && me.may('customer.find')
  const { data } = useAsk('customer.find', { text: wanted || ' ', limit: 5 }, { enabled: searching, fresh: 30_000 })
  const found = searching ? (data?.items ?? []) : []
  const [at, setAt] = useState(0)
  const choose = (customer: CustomerRecord) =>
    onChange({ text: value.text, customerId: customer.id, name: customer.name })
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || found.length === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      const customer = found[at]
      if (!customer) return
      event.preventDefault()
      choose(customer)
    }
  }
  const point = pointOf(value.text)
  const unknown = !value.customerId && point && !('name' in point) && (!searching || (data && found.length === 0))
  return (
    <Field label={t('new.requester')} error={error} hint={value.customerId ? undefined : t('new.requesterHint')}>
      {tie => (
        <div className={style.box}>
          {value.customerId ? (
            <Chosen id={value.customerId} name={value.name ?? ''} clear={() => onChange({ text: '' })} />
          ) : (
            <Input
              {...tie}
              autoFocus
              size="large"
              autoComplete="off"
              prefix={<Icon name="phone" />}
              placeholder={t('new.requesterPlaceholder')}
              value={value.text}
              onKeyDown={press}
              onChange={event => {
                setAt(0)
                onChange({ text: event.target.value, ...(value.name && { name: value.name }) })
              }}
            />
          )}
          {found.length > 0 && (
            <ul className={style.found} aria-label={t('new.known')}>
              {found.map((customer, index) => (
                <li key={customer.id}>
                  <button
                    type="button"
                    className={style.customer}
                    data-active={index === at || undefined}
                    onClick={() => choose(customer)}
                  >
                    <Avatar name={customer.name} size={28} />
                    <span className={style.words}>
                      <span className={style.name}>
                        {customer.name} {customer.level && <Chip tone="accent">{customer.level}</Chip>}
                      </span>
                      <span className={style.under}>{reach(customer)}</span>
                    </span>
                    {customer.openCount > 0 && <Chip>{t('new.openCount', { count: customer.openCount })}</Chip>}
                  </button>
                </li>
              ))}
            </ul>
          )}
          {unknown && (
            <Input
              className={style.newName}
              aria-label={t('new.name')}
              placeholder={t('new.namePlaceholder')}
              value={value.name ?? ''}
              onChange={event => onChange({ text: value.text, name: event.target.value })}
            />
          )}
        </div>
      )}
    </Field>
  )
}

function Chosen({ id, name, clear }: { id: string; name: string; clear: () => void }): ReactNode {
  const { t } = useWords()
  const reach = useReach()
  const { data } = useAsk('customer.get', { id })
  return (
    <div className={style.chosen}>
      <Avatar name={data?.name ?? name} size={28} />
      <span className={style.words}>
        <span className={style.name}>
          {data?.name ?? name} {data?.level && <Chip tone="accent">{data.level}</Chip>}
        </span>
        <span className={style.under}>
          {data && reach(data)}
          {data && data.ticketCount > 0 && ` · ${t('new.ticketCount', { count: data.ticketCount })}`}
        </span>
      </span>
      <button type="button" className={style.change} onClick={clear}>
        {t('new.change')}
      </button>
    </div>
  )
}
