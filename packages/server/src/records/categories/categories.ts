import { fold } from '@baton/contract'
import { cached } from '../../kernel/configuration.ts'
import { isId } from '../../kernel/ids.ts'
import type { CategoryRow } from './tables.ts'

export interface Category {
  id: string
  name: string
  parentId: string | null
  /** Names from the root: `售后-产品维修`. */
  path: string
  departmentId: string | null
  /** Its own. */
  templateId: string | null
  /** Its own. */
  skills: readonly string[]
  archived: boolean
  version: number
}

export interface Categories {
  /** In the order of the tree: each one before what is beneath it, beside each other by name. */
  all: readonly Category[]
  byId(id: string): Category | undefined
  /** By id, or by the full path in any spelling; a path finds the one in use before an archived one. */
  byIdOrPath(text: string): Category | undefined
  /** What its tickets ask for: its own skills, or those of the next category above that has any. */
  skillsOf(id: string): readonly string[]
  /** The template of its tickets: its own, or that of the next category above that has one; null for none. */
  templateOf(id: string): string | null
  /** The full path, null for an unknown id. */
  pathOf(id: string): string | null
  /** Ids from the root down to `id` itself; of an unknown id nothing. */
  lineageOf(id: string): readonly string[]
  /** Whether `id` is `ancestor` or stands beneath it. */
  isWithin(id: string, ancestor: string): boolean
}

/** The tree of categories, always at hand. */
export const categories = cached<Categories>('categories', async db =>
  treeOf(await db.selectFrom('categories').selectAll().orderBy('name').orderBy('id').execute()),
)

/** Pure, for tests too. */
export function treeOf(rows: readonly CategoryRow[]): Categories {
  const all: Category[] = []
  const walk = (parentId: string | null, prefix: string, isArchived: boolean) => {
    for (const row of rows) {
      if (row.parent_id !== parentId) continue
      const path = prefix + row.name
      // What stands beneath an archived category is out of use with it.
      const archived = isArchived || row.archived_at !== null
      const { id, name, version, skills, department_id: departmentId, template_id: templateId } = row
      all.push({ id, name, parentId, path, departmentId, templateId, skills, archived, version })
      walk(id, `${path}-`, archived)
    }
  }
  walk(null, '', false)
  const byId = new Map(all.map(category => [category.id, category]))
  const byPath = new Map<string, Category>()
  for (const category of all) {
    const path = pathKey(category.path)
    const other = byPath.get(path)
    if (!other || (other.archived && !category.archived)) byPath.set(path, category)
  }
  return {
    all,
    byId: id => byId.get(id.toLowerCase()),
    byIdOrPath: text => (isId(text) ? byId.get(text.toLowerCase()) : byPath.get(pathKey(text))),
    skillsOf(id) {
      for (let at = byId.get(id); at; at = at.parentId ? byId.get(at.parentId) : undefined) {
        if (at.skills.length > 0) return at.skills
      }
      return []
    },
    templateOf(id) {
      for (let at = byId.get(id); at; at = at.parentId ? byId.get(at.parentId) : undefined) {
        if (at.templateId) return at.templateId
      }
      return null
    },
    pathOf: id => byId.get(id)?.path ?? null,
    lineageOf(id) {
      const lineage: string[] = []
      for (let at = byId.get(id); at; at = at.parentId ? byId.get(at.parentId) : undefined) lineage.unshift(at.id)
      return lineage
    },
    isWithin(id, ancestor) {
      for (let at = byId.get(id); at; at = at.parentId ? byId.get(at.parentId) : undefined) {
        if (at.id === ancestor) return true
      }
      return false
    },
  }
}

/** Spaces around the dashes do not count. */
const pathKey = (path: string): string =>
  fold(path)
    .replace(/\s*-\s*/g, '-')
    .trim()
