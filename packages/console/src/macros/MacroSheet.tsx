import { Chip, useSay } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { changedOf, pick } from '../forms/changed.ts'
import { Gone } from '../forms/Gone.tsx'
import { LastChange } from '../forms/LastChange.tsx'
import { Part } from '../forms/Part.tsx'
import { Sheet } from '../forms/Sheet.tsx'
import { useBegun } from '../forms/useBegun.ts'
import { useDo } from '../forms/useDo.ts'
import { useForm, type Wrongs } from '../forms/useForm.ts'
import { useFormWords } from '../forms/words/index.ts'
import { useMe } from '../session/me.ts'
import { useValuesOn } from '../steps/placeholders/useValuesOn.ts'
import { missingIn } from '../steps/step.ts'
import { Deeds } from './Deeds.tsx'
import { EndPart } from './EndPart.tsx'
import { MacroFields } from './MacroFields.tsx'
import type { MacroRecord } from './records.ts'
import { TicketSample } from './TicketSample.tsx'
import { useUsedText } from './useUsedText.ts'
import { isSameReach, type MacroValues, macroValuesOf, newMacro, reachSent } from './values.ts'
import { useMacroWords } from './words/index.ts'

/** What is missing, before anything is sent. */
function useCheck(): (values: MacroValues) => Wrongs<MacroValues> {
  const { t } = useMacroWords()
  const { t: f } = useFormWords()
  return ({ name, steps, audience, departmentIds }) => ({
    name: name.trim() ? undefined : f('required'),
    steps: steps.length === 0 || steps.some(step => missingIn(step).length > 0) ? t('unfinished') : undefined,
    departmentIds: audience === 'departments' && departmentIds.length === 0 ? f('required') : undefined,
  })
}

export function NewMacro({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useMacroWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const me = useMe()
  const form = useForm<MacroValues>(newMacro, useCheck())
  const [tried, setTried] = useState(false)
  const create = () => {
    setTried(true)
    void form.submit(async ({ name, description, steps, where, ...reach }) => {
      const made = await perform('macro.create', {
        name: name.trim(),
        ...(description.trim() && { description: description.trim() }),
        steps,
        ...(where && { where: where as never }),
        ...reachSent(reach),
      })
      onClose()
      say({ title: t('made', { name: made.name }) })
    })
  }
  return (
    <Sheet
      title={t('addMacro')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
      aside={<Preview steps={form.values.steps} />}
    >
      <MacroFields form={form} tried={tried} fresh mayPublish={me.may('macro.publish')} />
    </Sheet>
  )
}

export function Macro({ macro, onClose }: { macro: MacroRecord | undefined; onClose: () => void }): ReactNode {
  return macro ? <Editor macro={macro} onClose={onClose} /> : <Gone onClose={onClose} />
}

function Editor({ macro, onClose }: { macro: MacroRecord; onClose: () => void }): ReactNode {
  const { t } = useMacroWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const usedText = useUsedText()
  const me = useMe().agent.id
  const { before, versionFor } = useBegun(macro, macroValuesOf)
  const form = useForm<MacroValues>(before, useCheck())
  const [tried, setTried] = useState(false)
  const may = macro.allowed.includes('macro.update')
  const save = () => {
    setTried(true)
    void form.submit(async values => {
      const { name, description, steps, where } = before
      const said = { ...values, name: values.name.trim(), description: values.description.trim() }
      const words = { name, description, steps, where }
      const patch = changedOf(words, pick(said, words) as typeof words)
      const macroId = macro.id
      if (Object.keys(patch).length > 0)
        await perform('macro.update', {
          macroId,
          ...(patch as object),
          ...('description' in patch && { description: said.description || null }),
          version: versionFor(patch),
        })
      if (!isSameReach(values, before)) await perform('macro.publish', { macroId, ...reachSent(values) })
      onClose()
      say({ title: f('savedNamed', { name: said.name }) })
    })
  }
  return (
    <Sheet
      title={macro.name}
      mark={macro.archived && <Chip>{t('archived')}</Chip>}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      {...(may && { submit: { label: f('save'), busy: form.busy, disabled: !form.dirty, run: save } })}
      foot={<LastChange subjectId={macro.id} />}
      aside={<Preview steps={form.values.steps} />}
    >
      <MacroFields
        form={form}
        tried={tried}
        fixed={!may}
        mayPublish={macro.allowed.includes('macro.publish')}
        mine={macro.owner?.id === me}
      />
      <Part title={t('usedTitle')}>
        <p>{usedText(macro)}</p>
      </Part>
      <EndPart
        name={macro.name}
        effect={t('archiveMacro')}
        archive={macro.allowed.includes('macro.archive') && (() => perform('macro.archive', { macroId: macro.id }))}
        restore={macro.allowed.includes('macro.restore') && (() => perform('macro.restore', { macroId: macro.id }))}
        onClose={onClose}
      />
    </Sheet>
  )
}

function Preview({ steps }: { steps: MacroValues['steps'] }): ReactNode {
  const { t } = useMacroWords()
  const valuesOn = useValuesOn()
  return (
    <Part title={t('preview')}>
      <TicketSample>{ticket => <Deeds steps={steps} values={valuesOn(ticket)} />}</TicketSample>
    </Part>
  )
}
