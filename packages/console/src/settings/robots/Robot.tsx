import { robotForms } from '@baton/contract'
import { Chip, Field, useSay } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { changedOf, pick } from '../../forms/changed.ts'
import { Deed } from '../../forms/Deed.tsx'
import { Gone } from '../../forms/Gone.tsx'
import { LastChange } from '../../forms/LastChange.tsx'
import { Part } from '../../forms/Part.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { ArchivePart } from '../ArchivePart.tsx'
import { LastFate } from '../outside/Last.tsx'
import { OutsideFields } from '../outside/OutsideFields.tsx'
import style from '../outside/outside.module.css'
import type { useAwaited } from '../outside/useAwaited.ts'
import { changesOfOutside, type OutsideValues } from '../outside/values.ts'
import type { RobotRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import { type Speech, SpeechFields } from './SpeechFields.tsx'
import { useKindWord } from './useKindWord.ts'

interface Props {
  robot: RobotRecord
  test: ReturnType<typeof useAwaited>
  onClose: () => void
}

/** One robot: what it says by, whether it works, and its end. */
export function Robot({ robot, ...props }: Omit<Props, 'robot'> & { robot: RobotRecord | undefined }): ReactNode {
  if (!robot) return <Gone onClose={props.onClose} />
  return <Editor robot={robot} {...props} />
}

function Editor({ robot, test, onClose }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const kindWord = useKindWord()
  const { id: robotId, name, version, allowed } = robot
  const { says, departmentIds } = robot
  const before: OutsideValues & Speech = { name, settings: robot.settings, secrets: {}, says, departmentIds }
  const form = useForm(before, values => ({ name: values.name.trim() ? undefined : f('required') }))
  const may = allowed.includes('robot.update')
  const save = () =>
    void form.submit(async values => {
      const saved = await perform('robot.update', {
        robotId,
        ...changesOfOutside(before, values),
        ...changedOf({ says, departmentIds }, pick(values, { says, departmentIds })),
        version,
      })
      onClose()
      say({ title: f('savedNamed', { name: saved.name }) })
    })
  return (
    <Sheet
      title={name}
      mark={
        <>
          <Chip>{kindWord(robot.kind)}</Chip>
          {robot.archived && <Chip>{t('archived')}</Chip>}
        </>
      }
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      {...(may && { submit: { label: f('save'), busy: form.busy, disabled: !form.dirty, run: save } })}
      foot={<LastChange subjectId={robotId} />}
    >
      <Part title={t('outside.last')}>
        <div className={style.stack}>
          <LastFate last={robot.last} awaited={test.isAwaited(robot)} />
          {allowed.includes('robot.test') && (
            <Deed
              word={t('outside.test')}
              effect={t('robots.testEffect')}
              run={async () => {
                await perform('robot.test', { robotId })
                test.await(robot)
                say({ title: t('robots.didTest', { name }) })
              }}
            />
          )}
        </div>
      </Part>
      <Field label={t('outside.name')} error={form.error('name')} hint={t('outside.nameHint')}>
        {tie => (
          <Input
            {...tie}
            autoComplete="off"
            maxLength={60}
            disabled={!may}
            value={form.values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <OutsideFields form={form} fields={robotForms[robot.kind]} kept={robot.secrets} fixed={!may} />
      {may && <SpeechFields form={form} />}
      {allowed.includes('robot.archive') && (
        <ArchivePart
          title={t('outside.end')}
          name={name}
          effect={t('robots.archiveEffect')}
          sure={t('robots.archiveSure', { name })}
          run={() => perform('robot.archive', { robotId })}
          onClose={onClose}
        />
      )}
    </Sheet>
  )
}
