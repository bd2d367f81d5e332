import { Icon, IconButton } from '@baton/ui'
import { Button, Dropdown } from 'antd'
import { lazy, type ReactNode, Suspense, useState, useTransition } from 'react'
import { KeysHeld } from '../../frame/keys.tsx'
import { useJobWords } from '../../jobs/words/index.ts'
import { useMe } from '../../session/me.ts'
import { verbIcons } from '../../tickets/verbs.ts'
import { useWords } from '../../words/Speaking.tsx'
import type { Selection } from '../selection.ts'
import style from './BulkBar.module.css'
import { canBegin, type Deed, editIcons, first, keyOf, others } from './choices.ts'
import { type Listing, useBulk } from './useBulk.ts'

const BulkSheet = lazy(() => import('./BulkSheet.tsx').then(it => ({ default: it.BulkSheet })))

interface Props {
  selection: Selection
  of: Listing
  /** How many tickets there are in the list, in words where there are very many. */
  total: number | string | undefined
}

/** What can be done with the tickets that are chosen, as far as one is granted it at all. */
export function BulkBar({ selection, of, total }: Props): ReactNode {
  const { t } = useJobWords()
  const me = useMe()
  const word = useDeedWord()
  const [deed, setDeed] = useState<Deed>()
  const [coming, start] = useTransition()
  const { chosen, all, clear } = selection
  const startOn = useBulk(of, chosen, () => {
    setDeed(undefined)
    clear()
  })
  const count = chosen.all ? lessOf(total, chosen.ids.size) : chosen.ids.size
  const may = (one: Deed) => canBegin(one, me)
  const begin = (next: Deed) => start(() => setDeed(next))
  const groups = others.map(group => group.filter(may)).filter(group => group.length > 0)
  const known = groups.flat()
  const nothing = count === 0
  return (
    <section className={style.bar} aria-label={t('select.bar')}>
      <div className={style.line}>
        <span className={style.count} role="status">
          {t(chosen.all && chosen.ids.size === 0 ? 'select.selectedAll' : 'select.selected', { count })}
        </span>
        {!(chosen.all && chosen.ids.size === 0) && total !== undefined && (
          <Button type="link" size="small" onClick={all}>
            {t('view' in of ? 'select.all' : 'select.allFound', { count: total })}
          </Button>
        )}
        <span className={style.gap} />
        <IconButton icon="close" size={14} label={t('select.clear')} keys="esc" onClick={clear} />
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

/** Of very many nobody knows exactly, so a few less are as many. */
const lessOf = (total: number | string | undefined, less: number): number | string =>
  typeof total === 'number' ? Math.max(0, total - less) : (total ?? '')
