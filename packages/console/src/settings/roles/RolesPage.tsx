import { Chip, Empty } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { useFormWords } from '../../forms/words/index.ts'
import { Asked } from '../../lists/Asked.tsx'
import { Rows } from '../../lists/Rows.tsx'
import { Search } from '../../lists/Search.tsx'
import { useAll } from '../../lists/useAll.ts'
import { useMe } from '../../session/me.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { PageHead } from '../PageHead.tsx'
import type { RoleRecord } from '../records.ts'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'
import { countOf, roleGroups } from './grantable.ts'
import { NewRole } from './NewRole.tsx'
import { Role } from './Role.tsx'

/** Roles say what people may; somebody with several may what any of them grants. */
export function RolesPage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const sheet = useSheet('roles')
  const query = useAll('role.list', {})
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const columns = useColumns()
  return (
    <>
      <PageHead
        page="roles"
        action={me.may('role.create') && <AddButton word={t('roles.add')} onPress={() => sheet.open('new')} />}
        tools={<Search value={text} onChange={setText} label={t('roles.search')} />}
      />
      <Asked query={query}>
        {all => {
          const shown = all.filter(role => role.name.toLowerCase().includes(wanted))
          if (shown.length === 0) return <Empty icon="search" title={f('noMatch')} />
          return (
            <Rows
              label={shared('settings.roles')}
              columns={columns}
              items={shown}
              to={role => ({ page: 'roles', id: role.id })}
              open={id}
            />
          )
        }}
      </Asked>
      {id === 'new' && <NewRole roles={query.data ?? []} onClose={sheet.close} />}
      {id && id !== 'new' && query.data && (
        <Role key={id} role={query.data.find(role => role.id === id)} onClose={sheet.close} />
      )}
    </>
  )
}

function useColumns() {
  const { t } = useWords()
  const names = roleGroups.flatMap(group => group.names)
  return [
    {
      key: 'name',
      title: t('roles.name'),
      width: 'minmax(0, 1.4fr)',
      cell: (role: RoleRecord) => (
        <>
          <span className="cut">{role.name}</span>
          {role.key && <Chip>{t('roles.shipped')}</Chip>}
        </>
      ),
    },
    {
      key: 'grants',
      title: t('roles.grants'),
      width: 'minmax(0, 1.6fr)',
      narrow: true,
      cell: (role: RoleRecord) => {
        const { given, conditional } = countOf(role.grants, names)
        if (role.grants['*'] === true) return t('roles.everything')
        return conditional > 0 ? t('roles.givenSome', { given, conditional }) : t('roles.given', { given })
      },
    },
    {
      key: 'members',
      title: t('roles.members'),
      width: '96px',
      narrow: true,
      end: true,
      cell: (role: RoleRecord) => t('roles.memberCount', { count: role.memberCount }),
    },
  ]
}
