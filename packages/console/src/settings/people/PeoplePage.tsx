import type { AgentRecord } from '@baton/contract'
import { Chip, Empty, More, Segmented, Select } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { useFormWords } from '../../forms/words/index.ts'
import { Asked } from '../../lists/Asked.tsx'
import { Rows } from '../../lists/Rows.tsx'
import { Search } from '../../lists/Search.tsx'
import { useTyped } from '../../lists/useTyped.ts'
import { useDepartments } from '../../people/directory.ts'
import { PersonChip } from '../../people/PersonChip.tsx'
import { usePages } from '../../session/ask.ts'
import { useMe } from '../../session/me.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { PageHead } from '../PageHead.tsx'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'
import { Load } from './Load.tsx'
import { NewPerson } from './NewPerson.tsx'
import { Person } from './Person.tsx'
import { useRoles } from './useRoles.ts'

type Status = 'active' | 'disabled'

/** Who works here: found by name or number, by department, by whether they still do. */
export function PeoplePage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const sheet = useSheet('people')
  const departments = useDepartments().filter(department => !department.archived)
  const [text, setText] = useState('')
  const [status, setStatus] = useState<Status>('active')
  const [departmentId, setDepartment] = useState('')
  const typed = useTyped(text.trim())
  const query = usePages('agent.list', { status, ...(typed && { text: typed }), ...(departmentId && { departmentId }) })
  const columns = useColumns()
  const filtered = typed !== '' || departmentId !== '' || status === 'disabled'
  return (
    <>
      <PageHead
        page="people"
        action={me.may('agent.create') && <AddButton word={t('people.add')} onPress={() => sheet.open('new')} />}
        tools={
          <>
            <Search value={text} onChange={setText} label={t('people.search')} />
            <Select
              width={200}
              label={t('people.byDepartment')}
              value={departmentId}
              onChange={setDepartment}
              options={[
                { value: '', label: t('people.everyDepartment') },
                ...departments.map(department => ({ value: department.id, label: department.path })),
              ]}
            />
            <Segmented<Status>
              label={t('people.byStatus')}
              value={status}
              onChange={setStatus}
              choices={[
                { value: 'active', label: t('people.active') },
                { value: 'disabled', label: t('people.disabled') },
              ]}
            />
          </>
        }
      />
      <Asked query={query} rows={6}>
        {({ pages }) => {
          const items = pages.flatMap(page => page.items)
          if (items.length === 0)
            return filtered ? (
              <Empty icon="search" title={f('noMatch')} />
            ) : (
              <Empty icon="people" title={t('people.none')} hint={t('people.noneHint')} />
            )
          return (
            <>
              <Rows
                label={shared('settings.people')}
                columns={columns}
                items={items}
                to={person => ({ page: 'people', id: person.id })}
                open={id}
                isPale={person => person.status === 'disabled'}
              />
              <More
                more={query.hasNextPage}
                busy={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
                label={f('more')}
              />
            </>
          )
        }}
      </Asked>
      {id === 'new' && <NewPerson onClose={sheet.close} />}
      {id !== undefined && id !== 'new' && <Person key={id} id={id} onClose={sheet.close} />}
    </>
  )
}

function useColumns() {
  const { t } = useWords()
  const departments = new Map(useDepartments().map(department => [department.id, department.name]))
  const roles = new Map(useRoles().map(role => [role.id, role.name]))
  const names = (ids: readonly string[], known: ReadonlyMap<string, string>) =>
    ids.flatMap(one => known.get(one) ?? []).join(t('comma'))
  const cut = (words: string, none: string) =>
    words ? <span className="cut">{words}</span> : <span style={{ color: 'var(--ink-3)' }}>{none}</span>
  return [
    {
      key: 'name',
      title: t('people.name'),
      width: 'minmax(0, 1.5fr)',
      cell: ({ name, employeeNo, presence, status }: AgentRecord) => (
        <PersonChip
          name={name}
          presence={status === 'active' ? presence : undefined}
          size={28}
          also={<span>{employeeNo}</span>}
        />
      ),
    },
    {
      key: 'departments',
      title: t('people.departments'),
      width: 'minmax(0, 1.2fr)',
      narrow: true,
      cell: (person: AgentRecord) => cut(names(person.departmentIds, departments), t('people.noDepartment')),
    },
    {
      key: 'roles',
      title: t('people.roles'),
      width: 'minmax(0, 1.2fr)',
      narrow: true,
      cell: (person: AgentRecord) => cut(names(person.roleIds, roles), t('people.noRole')),
    },
    {
      key: 'load',
      title: t('people.load'),
      width: '112px',
      cell: (person: AgentRecord) => person.status === 'active' && <Load person={person} />,
    },
    {
      key: 'state',
      width: '72px',
      end: true,
      cell: ({ status, lockedUntil }: AgentRecord) =>
        status === 'disabled' ? (
          <Chip>{t('people.isDisabled')}</Chip>
        ) : (
          lockedUntil && <Chip tone="orange">{t('people.isLocked')}</Chip>
        ),
    },
  ]
}
