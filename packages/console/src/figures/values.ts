import type { FigureSet } from '@baton/contract'
import { useMemo } from 'react'
import { useTimes } from '../words/times.ts'
import { useWords } from './words/index.ts'

export type Holds = 'count' | 'share' | 'seconds' | 'score'

export interface Share {
  n: number
  of: number
}

/** 0 to 1, or null of nothing. */
export const shareOf = ({ n, of }: Share): number | null => (of === 0 ? null : n / of)

export interface Values {
  text: (value: number | null, holds: Holds) => string
  /** How much it has changed: `+12%`, `−3 个百分点`; null where there is nothing to compare with. */
  change: (now: number | null, then: number | null, holds: Holds) => { way: 'up' | 'down' | 'same'; by: string } | null
}

/** Numbers as they are shown, in the reader's language. */
export function useValues(): Values {
  const { t, i18n } = useWords()
  const times = useTimes()
  return useMemo(() => {
    const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(i18n.language, options)
    const count = format({ maximumFractionDigits: 0 })
    const percent = format({ style: 'percent', maximumFractionDigits: 1 })
    const one = format({ maximumFractionDigits: 1 })
    const score = format({ minimumFractionDigits: 1, maximumFractionDigits: 2 })
    const text: Values['text'] = (value, holds) => {
      if (value === null) return '—'
      if (holds === 'count') return count.format(value)
      if (holds === 'share') return percent.format(value)
      return holds === 'score' ? score.format(value) : times.length(value)
    }
    return {
      text,
      change(now, then, holds) {
        if (now === null || then === null) return null
        const difference = now - then
        if (difference === 0) return { way: 'same', by: '' }
        const way = difference > 0 ? 'up' : 'down'
        const size = Math.abs(difference)
        if (holds === 'share') return { way, by: t('change.points', { n: one.format(size * 100) }) }
        if (holds === 'score') return { way, by: score.format(size) }
        return then === 0 ? null : { way, by: percent.format(size / then) }
      },
    }
  }, [t, i18n.language, times])
}

/** Whether anything at all happened. */
export const isEmpty = (set: FigureSet): boolean =>
  set.created + set.solved + set.closed + set.ended + set.backlog + set.urges + set.manual.of + set.overdue.of === 0 &&
  set.satisfaction.answered.n === 0 &&
  set.firstResponse.count === 0
