import { alertRoles, type TicketRecord } from '@baton/contract'
import { Field, PickMany } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { Toggle } from '../../forms/Toggle.tsx'
import { useForm } from '../../forms/useForm.ts'
import { useDepartments, useNames } from '../../people/directory.ts'
import { usePersonOptions } from '../../people/usePersonOptions.tsx'
import { useWords } from '../../words/Speaking.tsx'
import { useClockWords } from '../clocks/words/index.ts'
import style from './Alert.module.css'
import type { SheetProps } from './own.ts'
import { useFinish } from './useFinish.ts'
import { VerbModal } from './VerbModal.tsx'

type Role = (typeof alertRoles)[number]
const isRole = (one: string): one is Role => (alertRoles as readonly string[]).includes(one)

/** 提醒: calls people to a ticket, by what they are to it or by name. */
export function Alert({ ticket, verb, onClose }: SheetProps): ReactNode {
  const { t } = useClockWords()
  const { t: shared } = useWords()
  const people = usePersonOptions()
  const whoIs = useWhoIs(ticket)
  const finish = useFinish(verb, onClose)
  const form = useForm<{ to: string[]; note: string }>({ to: ['holder'], note: '' }, ({ to }) => ({
    to: to.length > 0 ? undefined : t('alert.missing'),
  }))
  const { to, note } = form.values
  const submit = () =>
    void form.submit(() => finish({ ticketId: ticket.id, to, ...(note.trim() && { note: note.trim() }) })) // shows its own problem
  return (
    <VerbModal ticket={ticket} verb={verb} onClose={onClose} {...form} submit={submit}>
      <fieldset className={style.roles}>
        <legend className={style.legend}>{t('alert.whom')}</legend>
        {alertRoles.map(role => (
          <Toggle
            key={role}
            on={to.includes(role)}
            onChange={on => form.set('to', on ? [...to, role] : to.filter(one => one !== role))}
          >
            {shared(`alertRole.${role}`)} <span className={style.who}>{whoIs(role)}</span>
          </Toggle>
        ))}
      </fieldset>
      <Field label={`${t('alert.people')}${shared('sheet.optional')}`} error={form.error('to')}>
        {tie => (
          <PickMany
            tie={tie}
            options={people}
            value={to.filter(one => !isRole(one))}
            onChange={chosen => form.set('to', [...to.filter(isRole), ...chosen])}
            placeholder={t('alert.findPeople')}
            emptyText={shared('sheet.nobodyFound')}
            removeLabel={name => t('alert.remove', { name })}
          />
        )}
      </Field>
      <Field
        label={`${shared('sheet.note')}${shared('sheet.optional')}`}
        error={form.error('note')}
        hint={t('alert.noteHint')}
      >
        {tie => (
          <Input.TextArea
            {...tie}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={2000}
            value={note}
            onChange={event => form.set('note', event.target.value)}
          />
        )}
      </Field>
    </VerbModal>
  )
}

/** Who fills a role on this ticket now, by name. */
function useWhoIs({ assigneeId, departmentId }: TicketRecord): (role: Role) => string {
  const { t } = useClockWords()
  const departments = useDepartments()
  const names = useNames()
  // A department that nobody leads is led by the next one above that somebody does.
  const led: (readonly string[])[] = []
  for (let at = departments.find(({ id }) => id === departmentId); at; ) {
    if (at.managerIds.length > 0) led.push(at.managerIds)
    const { parentId } = at
    at = departments.find(({ id }) => id === parentId)
  }
  const [managers = [], above = []] = led
  const ids: Record<Role, readonly string[]> = { holder: assigneeId ? [assigneeId] : managers, managers, above }
  return role => ids[role].flatMap(id => names(id) ?? []).join(t('comma')) || t('alert.nobody')
}
