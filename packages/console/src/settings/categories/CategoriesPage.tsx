import { Empty } from '@baton/ui'
import type { ReactNode } from 'react'
import { useDo } from '../../forms/useDo.ts'
import { useAll } from '../../lists/useAll.ts'
import { useNames } from '../../people/directory.ts'
import type { PageProps } from '../bodies.ts'
import type { CategoryRecord } from '../records.ts'
import style from '../TreePage.module.css'
import { TreePage, TreeRow } from '../TreePage.tsx'
import { useWords } from '../words/index.ts'
import { Category } from './Category.tsx'
import { NewCategory } from './NewCategory.tsx'

/** What tickets are about, from the broad to the particular, and which department each goes to. */
export function CategoriesPage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const query = useAll('category.list', { archived: true })
  return (
    <TreePage
      page="categories"
      id={id}
      query={query}
      row={category => <CategoryRow category={category} />}
      sheet={(category, close) => <Category key={id} category={category} onClose={close} />}
      newSheet={(parentId, close) => <NewCategory key={id} parentId={parentId} onClose={close} />}
      none={<Empty icon="tag" title={t('categories.none')} hint={t('categories.noneHint')} />}
    />
  )
}

function CategoryRow({ category }: { category: CategoryRecord }): ReactNode {
  const { t } = useWords()
  const perform = useDo()
  const nameOf = useNames()
  const { id, version, departmentId, skills, allowed } = category
  const rename = (name: string) => perform('category.update', { categoryId: id, name, version })
  return (
    <TreeRow
      page="categories"
      item={category}
      mostName={60}
      onRename={allowed.includes('category.update') ? rename : undefined}
    >
      <span className={style.fact}>
        {[departmentId && t('categories.goesTo', { department: nameOf(departmentId) ?? '' }), skills.join(t('comma'))]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </TreeRow>
  )
}
