import { IconButton, useSay } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../session/api.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useWords } from '../words/Speaking.tsx'
import { todoView } from './shipped.ts'
import type { ViewRecord } from './views.ts'

/** What one can do with a view of one's own: look at its search again, and take it away. */
export function OwnView({ view }: { view: ViewRecord }): ReactNode {
  const { t } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const say = useSay()
  const problemText = useProblemText()
  const { text, name, where, order } = view
  const again = () => queries.invalidateQueries({ queryKey: ['view.list'] })
  const wrong = (error: unknown) => say({ title: problemText(error), tone: 'wrong' })
  const restore = () => void call('view.create', { name, where, order, ...(text && { text }) }).then(again, wrong) // both are told
  const remove = () =>
    void call('view.archive', { viewId: view.id }).then(() => {
      void navigate({ to: '/tickets/{-$view}/{-$number}', params: { view: todoView, number: undefined } }) // shows its own page
      say({ title: t('view.didRemove', { name }), action: { label: t('word.undo'), run: restore } })
      return again()
    }, wrong) // both are told
  return (
    <>
      {text && (
        <IconButton
          icon="search"
          label={t('view.search', { text })}
          onClick={() =>
            void navigate({ to: '/search/{-$number}', params: { number: undefined }, search: { q: text } })
          } // shows its own page
        />
      )}
      {view.allowed.includes('view.archive') && <IconButton icon="archive" label={t('view.remove')} onClick={remove} />}
    </>
  )
}
