import { Chip, Empty, IconButton } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { InPlace } from '../forms/InPlace.tsx'
import { Toggle } from '../forms/Toggle.tsx'
import { useFormWords } from '../forms/words/index.ts'
import { Asked } from '../lists/Asked.tsx'
import { Search } from '../lists/Search.tsx'
import { Tree } from '../lists/Tree.tsx'
import { found } from '../lists/tree.ts'
import { useMe } from '../session/me.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import { AddButton } from './AddButton.tsx'
import { PageHead } from './PageHead.tsx'
import style from './TreePage.module.css'
import { useSheet } from './useSheet.ts'
import { useWords } from './words/index.ts'

/** The pages whose records stand in a tree, and the verb that adds to each. */
const adding = { categories: 'category.create', departments: 'department.create' } as const
type TreePageKey = keyof typeof adding

interface Placed {
  id: string
  parentId: string | null
  name: string
  path: string
  archived: boolean
}

interface Props<T> {
  page: TreePageKey
  /** What the address opens: a record, `new`, or `new.<parent>`. */
  id: string | undefined
  query: { data: T[] | undefined; error: Error | null; refetch: () => unknown }
  row: (item: T) => ReactNode
  /** The sheet of a record, undefined when there is none with this id. */
  sheet: (item: T | undefined, close: () => void) => ReactNode
  newSheet: (parentId: string | null, close: () => void) => ReactNode
  /** In place of a tree without anything in it. */
  none: ReactNode
}

/** A tree of records that is searched, grown and changed in place; each opens at the side. */
export function TreePage<T extends Placed>({ page, id, query, row, sheet, newSheet, none }: Props<T>): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const mayAdd = useMe().may(adding[page])
  const side = useSheet(page)
  const [text, setText] = useState('')
  const [archived, showArchived] = useState(false)
  const wanted = text.trim().toLowerCase()
  return (
    <>
      <PageHead
        page={page}
        action={mayAdd && <AddButton word={t(`${page}.add`)} onPress={() => side.open('new')} />}
        tools={
          <>
            <Search value={text} onChange={setText} label={t(`${page}.search`)} />
            {query.data?.some(item => item.archived) && (
              <Toggle on={archived} onChange={showArchived}>
                {t('showArchived')}
              </Toggle>
            )}
          </>
        }
      />
      <Asked query={query}>
        {all => {
          const kept = all.filter(item => archived || !item.archived)
          const shown = found(kept, item => item.path.toLowerCase().includes(wanted))
          if (kept.length === 0) return none
          if (shown.length === 0) return <Empty icon="search" title={f('noMatch')} />
          return (
            <Tree
              label={shared(`settings.${page}`)}
              items={shown}
              open={id}
              isPale={item => item.archived}
              toggleLabel={item => t(`${page}.toggle`, { name: item.name })}
              row={row}
              actions={item =>
                mayAdd &&
                !item.archived && (
                  <IconButton
                    icon="plus"
                    label={t(`${page}.addUnder`, { name: item.name })}
                    onClick={() => side.open(`new.${item.id}`)}
                  />
                )
              }
            />
          )
        }}
      </Asked>
      {id?.startsWith('new')
        ? newSheet(id.slice('new.'.length) || null, side.close)
        : id &&
          query.data &&
          sheet(
            query.data.find(item => item.id === id),
            side.close,
          )}
    </>
  )
}

interface RowProps {
  page: TreePageKey
  item: Placed
  mostName: number
  /** Undefined for those who may not. */
  onRename: ((name: string) => Promise<unknown>) | undefined
  children: ReactNode
}

/** A record's name, changed where it stands, and its facts. */
export function TreeRow({ page, item, mostName, onRename, children }: RowProps): ReactNode {
  const { t } = useWords()
  return (
    <div className={style.row}>
      <InPlace
        pencil
        label={t(`${page}.name`)}
        value={item.name}
        maxLength={mostName}
        face={
          <Link to="/settings/{-$page}/{-$id}" params={{ page, id: item.id }} className={style.name}>
            {item.name}
          </Link>
        }
        onSave={onRename}
      />
      {item.archived && <Chip>{t('archived')}</Chip>}
      <span className={style.facts}>{children}</span>
    </div>
  )
}
