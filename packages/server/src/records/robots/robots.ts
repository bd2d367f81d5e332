import type { RobotKindName } from '@baton/contract'
import { cached } from '../../kernel/configuration.ts'

export interface RobotRow {
  id: string
  kind: RobotKindName
  name: string
  settings: Record<string, string>
  archived_at: Date | null
  version: number
  created_at: Date
}

declare module '../../kernel/db.ts' {
  interface Tables {
    robots: RobotRow
  }
}

export interface Robot {
  id: string
  kind: RobotKindName
  name: string
  /** By the keys of the kind's form; secrets are not among them. */
  settings: Readonly<Record<string, string>>
  archived: boolean
  version: number
}

export interface Robots {
  /** In the order of their making, archived ones too. */
  all: readonly Robot[]
  byId(id: string): Robot | undefined
}

/** The group robots, always at hand; their secrets are read when something is sent. */
export const robots = cached<Robots>('robots', async db => {
  const rows = await db.selectFrom('robots').selectAll().orderBy('created_at').orderBy('id').execute()
  const all = rows.map(
    ({ id, kind, name, settings, archived_at, version }): Robot => ({
      id,
      kind,
      name,
      settings,
      archived: archived_at !== null,
      version,
    }),
  )
  return { all, byId: id => all.find(robot => robot.id === id) }
})
