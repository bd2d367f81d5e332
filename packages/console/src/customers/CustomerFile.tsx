import { Avatar, Chip, Empty, Icon, IconButton, Skeleton, Tabs, Wrong } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { InPlace } from '../forms/InPlace.tsx'
import { useFormWords } from '../forms/words/index.ts'
import { useOverlays } from '../frame/overlays.tsx'
import { useTitle } from '../frame/title.ts'
import { useAsk } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { isProblem } from '../session/problem.ts'
import { useProblemText } from '../session/problem-text.ts'
import { NumberCopy } from '../tickets/NumberCopy.tsx'
import { Card } from './Card.tsx'
import style from './CustomerFile.module.css'
import type { CustomerRecord } from './CustomerList.tsx'
import { Matters } from './Matters.tsx'
import { Touches } from './Touches.tsx'
import { useChange } from './useChange.ts'
import { useWords } from './words/index.ts'

/** One customer: who it is, how to reach them, what they asked and all that was said. */
export function CustomerFile({ id, onBack }: { id: string; onBack: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const problemText = useProblemText()
  const { data, error, refetch } = useAsk('customer.get', { id })
  if (data) return <Shown customer={data} onBack={onBack} />
  const gone = isProblem(error) && error.status >= 400 && error.status < 500
  return (
    <div className={style.page}>
      {gone ? (
        <Empty icon="search" title={t('gone')} hint={f('goneHint')}>
          <Button onClick={onBack}>{t('toList')}</Button>
        </Empty>
      ) : error ? (
        <Wrong action={{ label: f('again'), run: () => void refetch() }}>{problemText(error)}</Wrong>
      ) : (
        <Skeleton lines={['30%', '50%', '90%', '80%']} gap={16} />
      )}
    </div>
  )
}

type Tab = 'matters' | 'touches'

function Shown({ customer, onBack }: { customer: CustomerRecord; onBack: () => void }): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const overlays = useOverlays()
  const change = useChange(customer)
  const [tab, setTab] = useState<Tab>('matters')
  const { id, name, number, level, salutation, company } = customer
  useTitle(name)
  const said = [salutation && t(`salutation.${salutation}`), company].filter(Boolean).join(' · ')
  return (
    <div className={style.page}>
      <header className={style.head}>
        <IconButton icon="left" label={t('toList')} className={style.back ?? ''} onClick={onBack} />
        <Avatar name={name} size={48} />
        <div className={style.who}>
          <h2 className={style.name}>
            <InPlace
              label={t('name')}
              value={name}
              maxLength={100}
              onSave={change && (value => change({ name: value }))}
            />
            {level && <Chip tone="accent">{level}</Chip>}
          </h2>
          <div className={style.under}>
            <NumberCopy number={number} />
            {said && <span>{said}</span>}
          </div>
        </div>
        {me.may('ticket.open') && (
          <Button
            type="primary"
            icon={<Icon name="plus" />}
            onClick={() => overlays.open('newTicket', { customerId: id })}
          >
            {t('newTicket')}
          </Button>
        )}
      </header>
      <div className={style.columns}>
        <Tabs<Tab>
          label={t('history')}
          className={style.history}
          current={tab}
          onChange={setTab}
          tabs={[
            { key: 'matters', label: t('matters', { count: customer.ticketCount }) },
            { key: 'touches', label: t('touches') },
          ]}
        >
          {tab === 'matters' ? <Matters customer={customer} /> : <Touches customerId={id} />}
        </Tabs>
        <Card customer={customer} />
      </div>
    </div>
  )
}
