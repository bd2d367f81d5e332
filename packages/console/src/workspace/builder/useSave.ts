import { useSay } from '@baton/ui'
import { useNavigate } from '@tanstack/react-router'
import { changedOf } from '../../forms/changed.ts'
import { useBegun } from '../../forms/useBegun.ts'
import { useDo } from '../../forms/useDo.ts'
import { findView, useViews, type ViewRecord } from '../views.ts'
import { useViewWords } from '../words/index.ts'
import { changeOf, type Draft, draftOf, emptyDraft, sentOf } from './draft.ts'

/** Makes the view and goes there, or changes the one that was opened. A refusal is thrown to the form. */
export function useSave(edits: ViewRecord | undefined, onClose: () => void): (draft: Draft) => Promise<void> {
  const { t } = useViewWords()
  const perform = useDo()
  const say = useSay()
  const navigate = useNavigate()
  // As it stands now: others may have changed it while the sheet was open.
  const now = findView(useViews(), edits?.id ?? '') ?? edits
  const { before, versionFor } = useBegun<{ version: number }, Draft>(now ?? { version: 0 }, record =>
    'name' in record ? draftOf(record as ViewRecord) : emptyDraft,
  )
  return async draft => {
    if (!edits) {
      const made = await perform('view.create', sentOf(draft))
      onClose()
      void navigate({ to: '/tickets/{-$view}/{-$number}', params: { view: made.id, number: undefined } }) // shows its own page
      return say({ title: t('build.didCreate', { name: made.name }) })
    }
    const viewId = edits.id
    const touched = changedOf(before, draft)
    const change = changeOf(touched)
    if (Object.keys(change).length > 0)
      await perform('view.update', { viewId, ...change, version: versionFor(touched) })
    const { audience, departmentIds } = sentOf(draft)
    if ('audience' in touched || 'departmentIds' in touched)
      await perform('view.publish', { viewId, audience: audience ?? 'me', departmentIds })
    onClose()
    say({ title: t('build.didSave', { name: draft.name.trim() }) })
  }
}
