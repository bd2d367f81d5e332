import { Icon, useSay } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useDo } from '../../forms/useDo.ts'
import { ask } from '../../session/api.ts'
import { useMe } from '../../session/me.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { useWords } from '../words/index.ts'
import style from './Health.module.css'
import type { HealthRecord } from './troubles.ts'

/** Dead letters and quarantined mails: all at once from here, one by one on their pages. */
export function Letters({ health }: { health: HealthRecord }): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const perform = useDo()
  const failed = health.deliveries.failed ?? 0
  const quarantined = health.mails.quarantined ?? 0
  return (
    <>
      {failed > 0 && me.may('delivery.list') && (
        <Pile page="deliveries" title={t('health.letters')} under={t('health.lettersUnder')} count={failed}>
          {me.may('delivery.retry') && (
            <All
              word={t('health.retryAll')}
              run={async again => {
                const { items } = await ask('delivery.list', { status: ['failed'], limit: 100 })
                await again(items, ({ id }) => perform('delivery.retry', { deliveryId: id }))
              }}
            />
          )}
        </Pile>
      )}
      {quarantined > 0 && me.may('mail.list') && (
        <Pile page="mails" title={t('health.quarantine')} under={t('health.quarantineUnder')} count={quarantined}>
          {me.may('mail.retry') && (
            <All
              word={t('health.handleAll')}
              run={async again => {
                const { items } = await ask('mail.list', { outcome: 'quarantined', limit: 100 })
                await again(items, ({ id }) => perform('mail.retry', { mailId: id }))
              }}
            />
          )}
        </Pile>
      )}
    </>
  )
}

interface PileProps {
  page: 'deliveries' | 'mails'
  title: string
  under: string
  count: number
  children: ReactNode
}

function Pile({ page, title, under, count, children }: PileProps): ReactNode {
  const { t } = useWords()
  return (
    <section className={style.part}>
      <h2 className={style.title}>
        {title} · {count}
      </h2>
      <p className={style.under}>{under}</p>
      <p className={style.acts}>
        {children}
        <Link to="/settings/{-$page}/{-$id}" params={{ page, id: undefined }}>
          {t('health.see')} <Icon name="right" size={12} />
        </Link>
      </p>
    </section>
  )
}

type Again = <T extends { allowed: string[] }>(items: readonly T[], one: (item: T) => Promise<unknown>) => Promise<void>

/** The same verb for each of them, one after the other: each is granted, told and refused for itself. */
function All({ word, run }: { word: string; run: (again: Again) => Promise<void> }): ReactNode {
  const { t } = useWords()
  const say = useSay()
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    let count = 0
    let left = 0
    try {
      await run(async (items, one) => {
        for (const item of items) {
          if (item.allowed.length === 0) continue
          await one(item).then(
            () => (count += 1),
            () => (left += 1),
          )
        }
      })
      say(
        left > 0
          ? { tone: 'wrong', title: t('health.didSome', { count, left }) }
          : { title: t('health.didAll', { count }) },
      )
    } catch (error) {
      say({ tone: 'wrong', title: problemText(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size="small" icon={<Icon name="refresh" size={14} />} loading={busy} onClick={() => void go()}>
      {word}
    </Button>
  )
}
