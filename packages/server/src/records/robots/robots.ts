import type { GroupKind, RobotKindName } from '@baton/contract'
import { cached } from '../../kernel/configuration.ts'

export interface RobotRow {
  id: string
  kind: RobotKindName
  name: string
  settings: Record<string, string>
  says: GroupKind[]
  department_ids: string[]
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
  /** What it tells its group of, of its own accord. */
  says: GroupKind[]
  /** Of which departments; none means of all. */
  departmentIds: string[]
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
    ({ id, kind, name, settings, says, department_ids, archived_at, version }): Robot => ({
      id,
      kind,
      name,
      settings,
      says,
      departmentIds: department_ids,
      archived: archived_at !== null,
      version,
    }),
  )
  return { all, byId: id => all.find(robot => robot.id === id) }
})
