import { Hints, Toasts } from '@baton/ui'
import { type QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import type { Locale as AntLocale } from 'antd/es/locale'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Live } from '../live/Live.tsx'
import { Gate } from '../session/Gate.tsx'
import { Speaker, useWords } from '../words/Speaking.tsx'
import { KeyHost } from './keys.tsx'
import { Looks, useLook } from './look.tsx'
import type { createPages } from './routes.tsx'
import { themeFor } from './theme.ts'
import './ant.css'

interface Props {
  queries: QueryClient
  pages: ReturnType<typeof createPages>
}

/** Everything that stands around the pages, from the store to the theme. */
export function App({ queries, pages }: Props): ReactNode {
  return (
    <QueryClientProvider client={queries}>
      <Speaker>
        <Looks>
          <Dressed>
            <KeyHost>
              <Gate>
                <Live>
                  <RouterProvider router={pages} />
                </Live>
              </Gate>
            </KeyHost>
          </Dressed>
        </Looks>
      </Speaker>
    </QueryClientProvider>
  )
}

function Dressed({ children }: { children: ReactNode }): ReactNode {
  const { t } = useWords()
  const { dark, touch, locale } = useLook()
  const words = useAntWords(locale)
  const theme = useMemo(() => themeFor({ dark, touch }), [dark, touch])
  const layers = useRef<HTMLElement>(null)
  useSentencesIn(locale)
  return (
    <ConfigProvider
      theme={theme}
      locale={words}
      getPopupContainer={() => layers.current ?? document.body}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <Toasts closeLabel={t('word.close')}>{children}</Toasts>
      <Hints />
      <section ref={layers} aria-label={t('frame.layers')} />
    </ConfigProvider>
  )
}

/** What the server has told in another language is asked for again. */
function useSentencesIn(locale: string): void {
  const queries = useQueryClient()
  const told = useRef(locale)
  useEffect(() => {
    if (told.current === locale) return
    told.current = locale
    void queries.invalidateQueries() // each query tells its own failure
  }, [locale, queries])
}

/** Ant Design's own words; English ones are fetched when wanted. */
function useAntWords(locale: string): AntLocale {
  const [words, set] = useState<AntLocale>(zhCN)
  useEffect(() => {
    let wanted = true
    const found = locale === 'en' ? import('antd/locale/en_US').then(it => it.default) : Promise.resolve(zhCN)
    found.then(it => wanted && set(it)).catch(() => undefined) // Chinese words on a few controls are better than no page
    return () => {
      wanted = false
    }
  }, [locale])
  return words
}
