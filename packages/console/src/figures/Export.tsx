import type { FigureName } from '@baton/contract'
import { Icon, useSay } from '@baton/ui'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ask } from '../session/api.ts'
import { fetchFile } from '../session/files.ts'
import { useMe } from '../session/me.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useAsked } from './asked.tsx'
import { useWords } from './words/index.ts'

/** The same question as a workbook; on the page of one number with what it counted. */
export function Export({ figure }: { figure?: FigureName }): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const say = useSay()
  const problemText = useProblemText()
  const { input, compare, by, unit } = useAsked()
  const { mutate, isPending } = useMutation({
    mutationFn: () => ask('figures.export', { ...input, compare, by, unit, ...(figure && { figure }) }),
    onSuccess: fetchFile,
    onError: error => say({ title: problemText(error), tone: 'wrong' }),
  })
  if (!me.may('figures.export')) return null
  return (
    <Button icon={<Icon name="download" size={16} />} loading={isPending} onClick={() => mutate()}>
      {t(isPending ? 'exporting' : 'export')}
    </Button>
  )
}
