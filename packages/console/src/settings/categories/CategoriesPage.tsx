import { Chip, Empty, IconButton } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { InPlace } from '../../forms/InPlace.tsx'
import { Toggle } from '../../forms/Toggle.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { Asked } from '../../lists/Asked.tsx'
import { Search } from '../../lists/Search.tsx'
import { Tree } from '../../lists/Tree.tsx'
import { found } from '../../lists/tree.ts'
import { useAll } from '../../lists/useAll.ts'
import { useNames } from '../../people/directory.ts'
import { useMe } from '../../session/me.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { PageHead } from '../PageHead.tsx'
import type { CategoryRecord } from '../records.ts'
import style from '../treePage.module.css'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'
import { Category } from './Category.tsx'
import { NewCategory } from './NewCategory.tsx'

/** What tickets are about, from the broad to the particular, and which department each goes to. */
export function CategoriesPage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const sheet = useSheet('categories')
  const [archived, showArchived] = useState(false)
  const query = useAll('category.list', { archived: true })
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const isNew = id?.startsWith('new') ?? false
  const add = me.may('category.create') && <AddButton word={t('categories.add')} onPress={() => sheet.open('new')} />
  return (
    <>
      <PageHead
        page="categories"
        action={add}
        tools={
          <>
            <Search value={text} onChange={setText} label={t('categories.search')} />
            {query.data?.some(category => category.archived) && (
              <Toggle on={archived} onChange={showArchived}>
                {t('showArchived')}
              </Toggle>
            )}
          </>
        }
      />
      <Asked query={query}>
        {all => {
          const kept = all.filter(one => archived || !one.archived)
          const shown = found(kept, one => one.path.toLowerCase().includes(wanted))
          if (kept.length === 0)
            return <Empty icon="tag" title={t('categories.none')} hint={t('categories.noneHint')} />
          if (shown.length === 0) return <Empty icon="search" title={f('noMatch')} />
          return (
            <Tree
              label={shared('settings.categories')}
              items={shown}
              open={id}
              isPale={one => one.archived}
              toggleLabel={one => t('categories.toggle', { name: one.name })}
              row={one => <CategoryRow category={one} />}
              actions={one =>
                me.may('category.create') &&
                !one.archived && (
                  <IconButton
                    icon="plus"
                    label={t('categories.addUnder', { name: one.name })}
                    onClick={() => sheet.open(`new.${one.id}`)}
                  />
                )
              }
            />
          )
        }}
      </Asked>
      {isNew && <NewCategory key={id} parentId={id?.slice('new.'.length) || null} onClose={sheet.close} />}
      {id && !isNew && query.data && (
        <Category key={id} category={query.data.find(one => one.id === id)} onClose={sheet.close} />
      )}
    </>
  )
}

function CategoryRow({ category }: { category: CategoryRecord }): ReactNode {
  const { t } = useWords()
  const perform = useDo()
  const nameOf = useNames()
  const { id, name, version, departmentId, archived, allowed } = category
  return (
    <div className={style.row}>
      <InPlace
        pencil
        label={t('categories.name')}
        value={name}
        maxLength={60}
        face={
          <Link to="/settings/{-$page}/{-$id}" params={{ page: 'categories', id }} className={style.name}>
            {name}
          </Link>
        }
        onSave={
          allowed.includes('category.update')
            ? next => perform('category.update', { categoryId: id, name: next, version })
            : undefined
        }
      />
      {archived && <Chip>{t('archived')}</Chip>}
      <span className={style.facts}>
        <span className={style.fact}>
          {departmentId && t('categories.goesTo', { department: nameOf(departmentId) ?? '' })}
        </span>
      </span>
    </div>
  )
}
