import type { CallDirection, Records } from '@baton/contract'
import { Avatar, Chip, Field, Icon, Segmented } from '@baton/ui'
import { Input } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useReach } from '../people/reach.ts'
import { useAsk } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { useSettled } from '../tickets/new/settled.ts'
import style from './CallerField.module.css'
import { isMasked, samePhone } from './samePhone.ts'
import type { Form } from './useRegistration.ts'
import { useCallWords } from './words/index.ts'

type CustomerRecord = Records['customer']

/** Who calls: the number in any spelling. Who has it is taken at once; who has nobody's is asked for a name. */
export function CallerField({ form, direction }: { form: Form; direction: CallDirection }): ReactNode {
  const { t } = useCallWords()
  const { values, set, at } = form
  const { found, sole, asked } = useFound(values.number, values.customer !== null)
  const [active, setActive] = useState(0)
  const refused = useRef<string>(undefined)
  const choose = ({ id, name }: CustomerRecord) => set({ customer: { id, name }, appendTo: null })
  // Of the one who has exactly this number nobody needs to be asked, unless somebody has said that it is another.
  const latest = useRef(choose)
  latest.current = choose
  useEffect(() => {
    if (sole && refused.current !== values.number) latest.current(sole)
  }, [sole, values.number])
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || values.customer || found.length === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      const customer = found[active]
      if (!customer) return
      event.preventDefault()
      choose(customer)
    }
  }
  const unknown = !values.customer && asked && found.length === 0
  return (
    <>
      <Field
        label={`${t(direction === 'in' ? 'sheet.number' : 'sheet.numberOut')} *`}
        error={at('number')}
        hint={isMasked(values.number) ? t('sheet.masked') : values.number ? undefined : t('sheet.numberHint')}
      >
        {tie => (
          <Input
            {...tie}
            autoFocus={!values.number}
            size="large"
            autoComplete="off"
            inputMode="tel"
            prefix={<Icon name="phone" />}
            value={values.number}
            onKeyDown={press}
            onChange={event => {
              setActive(0)
              set({ number: event.target.value, customer: null, appendTo: null })
            }}
          />
        )}
      </Field>
      {values.customer && (
        <Chosen
          customer={values.customer}
          clear={() => {
            refused.current = values.number
            set({ customer: null, appendTo: null })
          }}
        />
      )}
      {!values.customer && found.length > 0 && (
        <ul className={style.found} aria-label={t('sheet.matches')}>
          {found.map((customer, index) => (
            <li key={customer.id}>
              <button
                type="button"
                className={style.customer}
                data-active={index === active || undefined}
                onClick={() => choose(customer)}
              >
                <Face customer={customer} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {(unknown || (!values.customer && values.name !== '')) && <Newcomer form={form} />}
    </>
  )
}

/** Who begins like that, and the one whose number it is. */
function useFound(number: string, chosen: boolean) {
  const me = useMe()
  const wanted = useSettled(number.trim(), 180)
  const searching = !chosen && wanted.length >= 3 && !isMasked(wanted) && me.may('customer.find')
  const { data } = useAsk('customer.find', { text: wanted || ' ', limit: 5 }, { enabled: searching, fresh: 30_000 })
  const found = searching ? (data?.items ?? []) : []
  const same = found.filter(({ phones }) => phones.some(phone => samePhone(wanted, phone)))
  return {
    found,
    sole: same.length === 1 && wanted === number.trim() ? same[0] : undefined,
    asked: wanted.length >= 5 && (!searching || data !== undefined),
  }
}

function Face({ customer }: { customer: CustomerRecord }): ReactNode {
  const reach = useReach()
  return (
    <>
      <Avatar name={customer.name} size={28} />
      <span className={style.words}>
        <span className={style.name}>
          {customer.name} {customer.level && <Chip tone="accent">{customer.level}</Chip>}
        </span>
        <span className={style.under}>{[customer.number, reach(customer)].join(' · ')}</span>
      </span>
    </>
  )
}

function Chosen({ customer, clear }: { customer: { id: string; name: string }; clear: () => void }): ReactNode {
  const { t } = useCallWords()
  const { data } = useAsk('customer.get', { id: customer.id })
  return (
    <div className={style.chosen} data-customer={customer.id}>
      {data ? <Face customer={data} /> : <span className={style.words}>{customer.name}</span>}
      <button type="button" className={style.change} onClick={clear}>
        {t('sheet.change')}
      </button>
    </div>
  )
}

/** Somebody new: a name, and how to address them; the number is above, and ours comes with the ticket. */
function Newcomer({ form }: { form: Form }): ReactNode {
  const { t } = useCallWords()
  const { values, set, at } = form
  return (
    <div className={style.newcomer}>
      <Field label={t('sheet.name')} error={at('name')} hint={t('sheet.newCustomer')}>
        {tie => (
          <Input
            {...tie}
            autoComplete="off"
            maxLength={100}
            placeholder={t('sheet.namePlaceholder')}
            value={values.name}
            onChange={event => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('sheet.salutationName')}>
        {() => (
          <Segmented<'mr' | 'ms'>
            label={t('sheet.salutationName')}
            value={values.salutation ?? undefined}
            onChange={salutation => set({ salutation })}
            choices={(['mr', 'ms'] as const).map(value => ({ value, label: t(`sheet.salutation.${value}`) }))}
          />
        )}
      </Field>
    </div>
  )
}
