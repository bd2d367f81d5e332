import { urgencies } from '@baton/contract'
import { useWords } from '../words/index.ts'
import { hoursIn } from './hours.ts'
import type { Target } from './values.ts'

/** A target in a few words: `首次响应 24/4/2 小时`, one number where all urgencies have the same. */
export function useTargetText(): (target: Target) => string {
  const { t } = useWords()
  return ({ target, seconds }) => {
    const each = urgencies.map(urgency => hoursIn(seconds[urgency]))
    const hours = new Set(each).size === 1 ? each.slice(0, 1) : each
    return t('policies.promised', {
      target: t(`policies.target.${target}`),
      hours: hours.map(one => one ?? '–').join('/'),
    })
  }
}
