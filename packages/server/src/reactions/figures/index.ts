/** Figures: what happened to tickets, kept as facts with their dimensions of that moment, and counted by anybody's question. */
import { module } from '../../kernel/module.ts'
import { exportRead, exportRoute } from './export/index.ts'
import { listFacts } from './facts.ts'
import { figuresFollower } from './follow.ts'
import { figureKind } from './kind.ts'
import { ownDimensions } from './own.ts'
import { listPolicies } from './policies.ts'
import { series } from './series.ts'
import { summary } from './summary.ts'
import './tables.ts'

export { type Recount, recount } from './recount.ts'

export const figures = module({
  name: 'figures',
  kinds: [figureKind],
  configuration: [ownDimensions],
  reads: {
    'figures.summary': summary,
    'figures.series': series,
    'figures.facts': listFacts,
    'figures.policies': listPolicies,
    'figures.export': exportRead,
  },
  followers: [figuresFollower],
  routes: exportRoute,
})
