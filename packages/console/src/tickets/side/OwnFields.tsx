import type { TicketRecord, VerbSent } from '@baton/contract'
import type { ReactNode } from 'react'
import { InPlace } from '../../forms/InPlace.tsx'
import { useWords } from '../../words/Speaking.tsx'
import style from './FieldsTab.module.css'

interface Props {
  ticket: TicketRecord
  onSave: ((fields: Fields) => Promise<unknown>) | undefined
}
type Fields = NonNullable<VerbSent<'ticket.update'>['fields']>

/** What else was told of it: an order number, a product model, a desk's own fields. */
export function OwnFields({ ticket, onSave }: Props): ReactNode {
  const { t, i18n } = useWords()
  const nameOf = (key: string) => (i18n.exists(`field.${key}`) ? t(`field.${key}` as 'field.orderNo') : key)
  return (
    <dl className={style.facts}>
      {Object.entries(ticket.fields).map(([key, value]) => (
        <div key={key} className={style.fact}>
          <dt>{nameOf(key)}</dt>
          <dd>
            <InPlace
              label={nameOf(key)}
              value={Array.isArray(value) ? value.join('、') : String(value ?? '')}
              maxLength={500}
              onSave={
                typeof value === 'string'
                  ? onSave && (text => onSave({ ...ticket.fields, [key]: text } as Fields))
                  : undefined
              }
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
