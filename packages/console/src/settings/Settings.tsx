import { useParams } from '@tanstack/react-router'
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, Suspense } from 'react'
import { NotHere, PageLoading } from '../frame/pages.tsx'
import { useTitle } from '../frame/title.ts'
import { useMe } from '../session/me.ts'
import { useWords } from '../words/Speaking.tsx'
import { fetchPage, type PageProps } from './bodies.ts'
import { Home } from './Home.tsx'
import { isShown, type PageKey, pageNamed, settingsPages } from './pages.ts'
import { SettingsFrame } from './SettingsFrame.tsx'

const bodies = Object.fromEntries(Object.entries(fetchPage).map(([key, fetch]) => [key, lazy(fetch)])) as Record<
  PageKey,
  LazyExoticComponent<ComponentType<PageProps>>
>

/** The desk's arrangements: an index at the left, one page a domain word. */
export function Settings(): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const { page: key, id } = useParams({ strict: false })
  const page = pageNamed(key)
  useTitle(t(page ? `settings.${page.key}` : 'place.settings'))
  if (!settingsPages.some(one => isShown(one, me))) return <NotHere />
  const Body = page && isShown(page, me) ? bodies[page.key] : undefined
  return (
    <SettingsFrame current={page?.key}>
      <Suspense fallback={<PageLoading />}>
        {Body ? <Body key={key} id={id} /> : key === undefined ? <Home /> : <NotHere />}
      </Suspense>
    </SettingsFrame>
  )
}
