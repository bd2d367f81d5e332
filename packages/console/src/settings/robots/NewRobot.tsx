import { type RobotKindName, robotForms, robotKindNames } from '@baton/contract'
import { Field, Segmented, useSay } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { Sheet } from '../../forms/Sheet.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { OutsideFields } from '../outside/OutsideFields.tsx'
import style from '../outside/outside.module.css'
import { enteredOf, type OutsideValues } from '../outside/values.ts'
import { useWords } from '../words/index.ts'
import { type Speech, SpeechFields } from './SpeechFields.tsx'
import { useKindWord } from './useKindWord.ts'

interface Values extends OutsideValues, Speech {
  kind: RobotKindName
}
const empty: Values = {
  kind: 'wecom',
  name: '',
  settings: {},
  secrets: {},
  says: ['pool', 'urged', 'breached', 'rated'],
  departmentIds: [],
}

/** One more robot: its platform first, then what that platform gives one to copy. */
export function NewRobot({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const kindWord = useKindWord()
  const form = useForm(empty, ({ name }) => ({ name: name.trim() ? undefined : f('required') }))
  const { kind } = form.values
  const create = () =>
    void form.submit(async values => {
      const made = await perform('robot.create', {
        kind,
        name: values.name,
        says: values.says,
        departmentIds: values.departmentIds,
        ...enteredOf(robotForms[kind], values),
      })
      onMade(made.id)
      say({ title: t('robots.didCreate', { name: made.name }), detail: t('robots.didCreateHint') })
    })
  return (
    <Sheet
      title={t('robots.add')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
    >
      <Segmented<RobotKindName>
        label={t('outside.platform')}
        value={kind}
        onChange={value => form.set('kind', value)}
        choices={robotKindNames.map(value => ({ value, label: kindWord(value) }))}
      />
      <p className={style.words}>{t(`robots.how.${kind}`)}</p>
      <Field label={t('outside.name')} error={form.error('name')} hint={t('outside.nameHint')}>
        {tie => (
          <Input
            {...tie}
            autoFocus
            autoComplete="off"
            maxLength={60}
            value={form.values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <OutsideFields form={form} fields={robotForms[kind]} />
      <SpeechFields form={form} />
    </Sheet>
  )
}
