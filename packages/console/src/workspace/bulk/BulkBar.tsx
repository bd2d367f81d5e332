import { Icon, IconButton } from '@baton/ui'
import { Button, Dropdown } from 'antd'
import { lazy, type ReactNode, Suspense, useState, useTransition } from 'react'
import { KeysHeld } from '../../frame/keys.tsx'
import { useJobWords } from '../../jobs/words/index.ts'
import { useMe } from '../../session/me.ts'
import { verbIcons } from '../../tickets/verbs.ts'
import { useWords } from '../../words/Speaking.tsx'
import style from './BulkBar.module.css'
import { canBegin, type Deed, editIcons, first, keyOf, others } from './choices.ts'
import { useBulk } from './useBulk.ts'

const BulkSheet = lazy(() => import('./BulkSheet.tsx').then(it => ({ default: it.BulkSheet })))

/** Another choice that is one press away. */
export interface Offer {
  label: string
  run: () => void
}

interface Props {
  /** How many tickets are chosen, in words where there are very many. */
  count: number | string
  /** Whether these are all that there are. */
  isAll: boolean
  /** Which they are, as a job is told. */
  which: object
  offers: readonly Offer[]
  onClear: () => void
}

/** What can be done with the tickets that are chosen, as far as one is granted it at all. */
export function BulkBar({ count, isAll, which, offers, onClear }: Props): ReactNode {
  const { t } = useJobWords()
  const me = useMe()
  const word = useDeedWord()
  const [deed, setDeed] = useState<Deed>()
  const [coming, start] = useTransition()
  const startOn = useBulk(which, () => {
    setDeed(undefined)
    onClear()
  })
  const may = (one: Deed) => canBegin(one, me)
  const begin = (next: Deed) => start(() => setDeed(next))
  const groups = others.map(group => group.filter(may)).filter(group => group.length > 0)
  const known = groups.flat()
  const nothing = count === 0
  return (
    <section className={style.bar} aria-label={t('select.bar')}>
      <div className={style.top}>
        <div className={style.said}>
          <span className={style.count} role="status">
            {t(isAll ? 'select.selectedAll' : 'select.selected', { count })}
          </span>
          {offers.map(({ label, run }) => (
            <Button key={label} type="link" size="small" className={style.offer} onClick={run}>
              {label}
            </Button>
          ))}
        </div>
        <IconButton icon="close" size={14} label={t('select.clear')} keys="esc" onClick={onClear} />
      </div>
      <div className={style.line}>
        {first.filter(may).map(one => (
          <Button key={keyOf(one)} size="small" disabled={nothing} onClick={() => begin(one)}>
            {word(one)}
          </Button>
        ))}
        {known.length > 0 && (
          <Dropdown
            trigger={['click']}
            placement="topRight"
            disabled={nothing}
            menu={{
              style: { minWidth: 180 },
              items: groups.flatMap((group, index) => [
                ...(index > 0 ? [{ type: 'divider' as const, key: `line-${index}` }] : []),
                ...group.map(one => ({
                  key: keyOf(one),
                  icon: <Icon name={one.edits ? editIcons[one.edits] : (verbIcons[one.verb] ?? 'right')} />,
                  label: word(one),
                  danger: one.verb === 'ticket.cancel' || one.verb === 'ticket.forceEnd',
                })),
              ]),
              onClick: ({ key }) => {
                const next = known.find(one => keyOf(one) === key)
                if (next) begin(next)
              },
            }}
          >
            <Button size="small" disabled={nothing} icon={<Icon name="down" size={14} />} iconPlacement="end">
              {t('select.more')}
            </Button>
          </Dropdown>
        )}
      </div>
      {coming && <KeysHeld />}
      <Suspense>
        {deed && (
          <BulkSheet
            deed={deed}
            number={t('select.count', { count })}
            send={input => startOn(deed.verb, input)}
            onClose={() => setDeed(undefined)}
          />
        )}
      </Suspense>
    </section>
  )
}

function useDeedWord(): (deed: Deed) => string {
  const { t } = useJobWords()
  const { t: shared } = useWords()
  return ({ verb, edits }) => (edits ? t(`select.edit.${edits}`) : shared(`verb.${verb as 'ticket.claim'}`))
}
