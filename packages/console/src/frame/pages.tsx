import { Empty, Skeleton } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'

export function PageLoading(): ReactNode {
  return (
    <div style={{ padding: 24, maxWidth: 640 }}>
      <Skeleton lines={['30%', '90%', '80%', '60%']} gap={16} />
    </div>
  )
}

export function PageWrong({ reset }: { reset?: () => void }): ReactNode {
  const { t } = useWords()
  return (
    <Empty icon="warning" title={t('problem.page')} hint={t('problem.pageHint')}>
      <Button onClick={() => (reset ? reset() : location.reload())}>{t('problem.again')}</Button>
    </Empty>
  )
}

export function NotHere(): ReactNode {
  const { t } = useWords()
  return (
    <Empty icon="search" title={t('problem.notHere')}>
      <Link to="/">{t('problem.home')}</Link>
    </Empty>
  )
}
