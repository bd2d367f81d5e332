import { useSay } from '@baton/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useDo } from '../forms/useDo.ts'
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
  const perform = useDo()
  const say = useSay()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const { view: open } = useParams({ strict: false })
  const wrong = (error: unknown) => say({ title: problemText(error), tone: 'wrong' })
  const restore = (viewId: string) => void perform('view.restore', { viewId }).catch(wrong) // told
  return {
    move: ({ id }, position) => void perform('view.update', { viewId: id, position }).catch(wrong), // told
    remove({ id, name }) {
      const isOpen = open !== undefined && findView(views, open)?.id === id
      void perform('view.archive', { viewId: id }).then(() => {
        if (isOpen) void navigate({ to: '/tickets/{-$view}/{-$number}', params: { view: todoView, number: undefined } }) // shows its own page
        say({ title: t('view.didRemove', { name }), action: { label: t('word.undo'), run: () => restore(id) } })
      }, wrong) // both are told
    },
  }
}
