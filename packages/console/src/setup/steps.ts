import { useAll } from '../lists/useAll.ts'
import { useAgents, useDepartments } from '../people/directory.ts'
import { useAsk } from '../session/ask.ts'
import { type Me, useMe } from '../session/me.ts'

export const stepKeys = ['departments', 'people', 'mailbox', 'form', 'ticket'] as const
export type StepKey = (typeof stepKeys)[number]

export interface Step {
  key: StepKey
  done: boolean
}

/** Setting up takes all of these. */
export const maySetUp = (me: Me): boolean =>
  (['department.create', 'category.create', 'agent.create', 'mailbox.update', 'settings.update'] as const).every(name =>
    me.may(name),
  )

const formSeen = 'baton.setup.form'
/** The form is there from the beginning: what is left is to take its address along. */
export const sawForm = (): void => localStorage.setItem(formSeen, 'seen')

/** How far the desk is set up, as its own records tell; unknown while they are asked. */
export function useSteps(): readonly Step[] | undefined {
  const may = maySetUp(useMe())
  const agents = useAgents()
  const departments = useDepartments()
  const { data: mailboxes } = useAll('mailbox.list', {}, may)
  const { data: tickets } = useAsk('ticket.list', { limit: 1 }, { enabled: may })
  if (!may || agents.length === 0 || departments.length === 0 || !mailboxes || !tickets) return undefined
  const done: Record<StepKey, boolean> = {
    departments: departments.length > 1,
    people: agents.length > 1,
    mailbox: mailboxes.some(({ address }) => !address.endsWith('@localhost')),
    form: localStorage.getItem(formSeen) !== null,
    ticket: tickets.items.length > 0,
  }
  return stepKeys.map(key => ({ key, done: done[key] }))
}
