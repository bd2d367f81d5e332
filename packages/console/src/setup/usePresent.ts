import { useMemo } from 'react'
import { useAll } from '../lists/useAll.ts'
import type { Present } from './plan.ts'

/** What the desk has of all that a template makes; undefined while it is asked. */
export function usePresent(): Present | undefined {
  const departments = useAll('department.list', {}).data
  const categories = useAll('category.list', {}).data
  const requestTypes = useAll('requestType.list', { archived: true }).data
  const fields = useAll('field.list', { archived: true }).data
  const templates = useAll('template.list', {}).data
  const policies = useAll('slaPolicy.list', {}).data
  const macros = useAll('macro.list', {}).data
  const replies = useAll('cannedReply.list', {}).data
  const views = useAll('view.list', {}).data
  return useMemo(() => {
    if (!departments || !categories || !requestTypes || !fields || !templates || !policies) return undefined
    if (!macros || !replies || !views) return undefined
    return { departments, categories, requestTypes, fields, templates, policies, macros, replies, views }
  }, [departments, categories, requestTypes, fields, templates, policies, macros, replies, views])
}
