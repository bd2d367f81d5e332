import { useSay } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { call } from '../session/api.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useWords } from '../words/Speaking.tsx'
import { todoView } from './shipped.ts'
import { findView, type ViewRecord } from './views.ts'

interface Deeds {
  /** To a place among its like, from 1. */
  move: (view: ViewRecord, position: number) => void
  remove: (view: ViewRecord) => void
}

/** What is done with a view at once; a refusal is told, and removing can be taken back. */
export function useViewDeeds(views: readonly ViewRecord[]): Deeds {
  const { t } = useWords()
  const queries = useQueryClient()
  const say = useSay()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const { view: open } = useParams({ strict: false })
  const wrong = (error: unknown) => say({ title: problemText(error), tone: 'wrong' })
  // Not by `useDo`: it brings the whole catalogue of verbs, which the first load does without.
  const again = () => void queries.invalidateQueries({ queryKey: ['view.list'] }) // the query tells its own failure
  const restore = (viewId: string) => void call('view.restore', { viewId }).then(again, wrong) // told
  return {
    move: ({ id }, position) => void call('view.update', { viewId: id, position }).then(again, wrong), // told
    remove({ id, name }) {
      const isOpen = open !== undefined && findView(views, open)?.id === id
      void call('view.archive', { viewId: id }).then(() => {
        again()
        if (isOpen) void navigate({ to: '/tickets/{-$view}/{-$number}', params: { view: todoView, number: undefined } }) // shows its own page
        say({ title: t('view.didRemove', { name }), action: { label: t('word.undo'), run: () => restore(id) } })
      }, wrong) // both are told
    },
  }
}
