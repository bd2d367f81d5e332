import { Combobox, Icon, type Option, type Tie } from '@baton/ui'
import { type ReactNode, useMemo } from 'react'
import { useWords } from '../words/Speaking.tsx'
import { useAgents, useDepartments } from './directory.ts'
import { PersonChip } from './PersonChip.tsx'

/** Whom the baton is given to. */
export interface Target {
  departmentId?: string
  assigneeId?: string
}

interface Props {
  tie?: Tie
  /** People only. */
  people?: boolean
  value: Target | null
  onChange: (value: Target | null) => void
  autoFocus?: boolean
}

/** A person or a department, found by typing; people show whether they are there and how much they have in hand. */
export function HolderPicker({ tie, people = false, value, onChange, autoFocus = false }: Props): ReactNode {
  const { t } = useWords()
  const options = useOptions(people)
  const chosen = value?.assigneeId
    ? `person:${value.assigneeId}`
    : value?.departmentId
      ? `department:${value.departmentId}`
      : null
  return (
    <Combobox
      {...(tie && { tie })}
      options={options}
      value={chosen}
      autoFocus={autoFocus}
      placeholder={t(people ? 'sheet.findPerson' : 'sheet.findTarget')}
      emptyText={t('sheet.nobodyFound')}
      clearLabel={t('word.clear')}
      onChange={next => {
        const [kind, id] = next?.split(':') ?? []
        onChange(!id ? null : kind === 'person' ? { assigneeId: id } : { departmentId: id })
      }}
    />
  )
}

function useOptions(people: boolean): Option[] {
  const { t } = useWords()
  const agents = useAgents()
  const departments = useDepartments()
  return useMemo(() => {
    const paths = new Map(departments.map(({ id, path }) => [id, path]))
    const persons = agents
      .filter(agent => agent.status === 'active')
      .map(
        (agent): Option => ({
          value: `person:${agent.id}`,
          label: agent.name,
          also: `${agent.employeeNo} ${agent.departmentIds.map(id => paths.get(id) ?? '').join(' ')}`,
          group: t('sheet.people'),
          face: <PersonChip name={agent.name} presence={agent.presence} also={`${agent.load}/${agent.capacity}`} />,
        }),
      )
    if (people) return persons
    const pools = departments
      .filter(department => !department.archived)
      .map(
        (department): Option => ({
          value: `department:${department.id}`,
          label: department.path,
          group: t('sheet.departments'),
          face: (
            <>
              <Icon name="building" /> {department.path}
            </>
          ),
        }),
      )
    return [...pools, ...persons]
  }, [agents, departments, people, t])
}
