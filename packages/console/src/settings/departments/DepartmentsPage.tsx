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
import type { DepartmentRecord } from '../records.ts'
import style from '../treePage.module.css'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'
import { Department } from './Department.tsx'
import { NewDepartment } from './NewDepartment.tsx'

/** Who stands under whom, and who leads. */
export function DepartmentsPage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const sheet = useSheet('departments')
  const query = useAll('department.list', {})
  const [text, setText] = useState('')
  const [archived, showArchived] = useState(false)
  const wanted = text.trim().toLowerCase()
  const hasArchived = query.data?.some(department => department.archived) ?? false
  const open = query.data?.find(department => department.id === id)
  const isNew = id?.startsWith('new') ?? false
  return (
    <>
      <PageHead
        page="departments"
        action={
          me.may('department.create') && <AddButton word={t('departments.add')} onPress={() => sheet.open('new')} />
        }
        tools={
          <>
            <Search value={text} onChange={setText} label={t('departments.search')} />
            {hasArchived && (
              <Toggle on={archived} onChange={showArchived}>
                {t('showArchived')}
              </Toggle>
            )}
          </>
        }
      />
      <Asked query={query}>
        {all => {
          const shown = found(
            all.filter(one => archived || !one.archived),
            one => one.name.toLowerCase().includes(wanted),
          )
          if (shown.length === 0) return <Empty icon="search" title={f('noMatch')} />
          return (
            <Tree
              label={shared('settings.departments')}
              items={shown}
              open={id}
              isPale={one => one.archived}
              toggleLabel={one => t('departments.toggle', { name: one.name })}
              row={one => <DepartmentRow department={one} />}
              actions={one =>
                me.may('department.create') &&
                !one.archived && (
                  <IconButton
                    icon="plus"
                    label={t('departments.addUnder', { name: one.name })}
                    onClick={() => sheet.open(`new.${one.id}`)}
                  />
                )
              }
            />
          )
        }}
      </Asked>
      {isNew && <NewDepartment key={id} parentId={id?.slice('new.'.length) || null} onClose={sheet.close} />}
      {id && !isNew && query.data && <Department key={id} department={open} onClose={sheet.close} />}
    </>
  )
}

function DepartmentRow({ department }: { department: DepartmentRecord }): ReactNode {
  const { t } = useWords()
  const perform = useDo()
  const nameOf = useNames()
  const { id, name, version, memberCount, managerIds, archived, allowed } = department
  const managers = managerIds.flatMap(manager => nameOf(manager) ?? [])
  return (
    <div className={style.row}>
      <InPlace
        pencil
        label={t('departments.name')}
        value={name}
        maxLength={100}
        face={
          <Link to="/settings/{-$page}/{-$id}" params={{ page: 'departments', id }} className={style.name}>
            {name}
          </Link>
        }
        onSave={
          allowed.includes('department.update')
            ? next => perform('department.update', { departmentId: id, name: next, version })
            : undefined
        }
      />
      {archived && <Chip>{t('archived')}</Chip>}
      <span className={style.facts}>
        <span className={style.fact}>
          {managers.length > 0 && t('departments.ledBy', { names: managers.join(t('comma')) })}
        </span>
        <span className={style.count}>{t('departments.members', { count: memberCount })}</span>
      </span>
    </div>
  )
}
