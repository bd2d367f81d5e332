import type { Condition } from '@baton/contract'
import { isFinished } from '../../conditions/condition.ts'

/** Whether a view's condition can be asked: no condition at all means every ticket. */
export const isReady = (where: Condition): boolean => ('all' in where && where.all.length === 0) || isFinished(where)
