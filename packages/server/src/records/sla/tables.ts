import type { Condition, slaTargetShape } from '@baton/contract'
import type { z } from 'zod'

export type PromisedTarget = z.output<typeof slaTargetShape>

declare module '../../kernel/db.ts' {
  interface Tables {
    sla_policies: {
      id: string
      name: string
      conditions: Condition | null
      targets: PromisedTarget[]
      enabled: boolean
      position: number
      archived_at: Date | null
      version: number
      created_at: Date
    }
  }
}

export type SlaPolicyRow = import('../../kernel/db.ts').Tables['sla_policies']
