import type { Records } from '@baton/contract'
import { reading } from '../../session/ask.ts'

export type Group = Records['ticketGroups']['groups'][number]

/** Into which groups a view falls by a field, as a question. */
export const groupsOf = (view: string, by: string) => reading('ticket.groups', { view, by })

/** A group's place among the others. */
export const keyOfGroup = ({ value }: Pick<Group, 'value'>): string => (value === null ? '-' : `=${String(value)}`)
