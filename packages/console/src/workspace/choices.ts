import type { Records } from '@baton/contract'
import { useMemo } from 'react'
import { useAsk } from '../session/ask.ts'
import { useWords } from '../words/Speaking.tsx'

const fresh = 5 * 60_000

/** The categories that tickets can have, by their paths. */
export function useCategories() {
  const { data } = useAsk('category.list', { limit: 200 }, { fresh })
  return useMemo(() => {
    const items = (data?.items ?? []).filter(category => !category.archived)
    const paths = new Map(data?.items.map(({ id, path }) => [id, path]))
    return { items, pathOf: (id: string | null) => (id ? paths.get(id) : undefined) }
  }, [data])
}

type RequestTypeRecord = Records['requestType']

/** Inquiry, complaint, repair, suggestion, and what a desk has added, in the reader's language. */
export function useRequestTypes() {
  const { i18n } = useWords()
  const { data } = useAsk('requestType.list', {}, { fresh })
  const zh = i18n.language.startsWith('zh')
  return useMemo(() => {
    const name = (type: RequestTypeRecord) => (zh ? type.nameZh : type.nameEn)
    const items = (data?.items ?? []).filter(type => !type.archived).map(type => ({ key: type.key, name: name(type) }))
    const names = new Map(data?.items.map(type => [type.key, name(type)]))
    return { items, nameOf: (key: string | null) => (key ? names.get(key) : undefined) }
  }, [data, zh])
}
