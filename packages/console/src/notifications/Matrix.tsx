import {
  type NotificationChoices,
  type NotificationKind,
  type NotificationWay,
  notificationKinds,
  notificationWays,
} from '@baton/contract'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useMe } from '../session/me.ts'
import style from './Matrix.module.css'
import { useWords } from './words/index.ts'

interface Props {
  choices: NotificationChoices
  fixed?: boolean
  onChange: (kind: NotificationKind, way: NotificationWay, on: boolean) => void
}

/** What one is told of, line by line, and by which ways: a table of ticks. */
export function Matrix({ choices, fixed = false, onChange }: Props): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const kinds = notificationKinds.filter(kind => kind !== 'trouble' || me.may('health.get'))
  return (
    <table className={style.matrix}>
      <caption className="unseen">{t('matrix')}</caption>
      <thead>
        <tr>
          <td />
          {notificationWays.map(way => (
            <th key={way} scope="col" data-hint={t(`wayHint.${way}`)}>
              {t(`way.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map(kind => (
          <tr key={kind}>
            <th scope="row">{t(`kind.${kind}`)}</th>
            {notificationWays.map(way => (
              <td key={way}>
                <Checkbox
                  className={style.tick}
                  aria-label={t('on', { kind: t(`kind.${kind}`), way: t(`way.${way}`) })}
                  checked={choices[kind][way]}
                  disabled={fixed}
                  onChange={event => onChange(kind, way, event.target.checked)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
