import { Field } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useDo } from '../forms/useDo.ts'
import { useAll } from '../lists/useAll.ts'
import { useAgents, useDepartments } from '../people/directory.ts'
import { useAsk } from '../session/ask.ts'
import { useProblemText } from '../session/problem-text.ts'
import { type Made, Passwords } from './Passwords.tsx'
import { type Line, readPeople } from './read-people.ts'
import style from './Setup.module.css'
import { useWords } from './words/index.ts'

interface Refused {
  line: Line
  text: string
}

/** Several colleagues at once from a pasted list; their initial passwords are shown once. */
export function People(): ReactNode {
  const { t } = useWords()
  const perform = useDo()
  const problemText = useProblemText()
  const agents = useAgents()
  const departments = useDepartments()
  const { data: roles } = useAll('role.list', {})
  const { data: settings } = useAsk('settings.get', {})
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<readonly Made[]>([])
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const lines = readPeople(text, {
    departments: departments.filter(one => !one.archived),
    roles: roles ?? [],
    taken: new Set(agents.map(({ employeeNo }) => employeeNo.toLowerCase())),
    defaultDepartmentId: settings?.defaultDepartmentId ?? null,
  })
  const ready = lines.filter(({ wrong }) => !wrong)

  const add = async () => {
    setBusy(true)
    const added: Made[] = []
    const failed: Refused[] = []
    for (const line of ready) {
      const { employeeNo, name, departmentId, roleId } = line
      try {
        const person = await perform('agent.create', {
          employeeNo,
          name,
          departmentIds: departmentId ? [departmentId] : [],
          roleIds: roleId ? [roleId] : [],
        })
        added.push({ employeeNo, name, password: person.initialPassword ?? '' })
      } catch (error) {
        failed.push({ line, text: problemText(error) })
      }
    }
    const gone = new Set(ready.filter(line => !failed.some(one => one.line === line)).map(({ line }) => line))
    setText(
      text
        .split(/\r?\n/)
        .filter((_, at) => !gone.has(at + 1))
        .join('\n')
        .trim(),
    )
    setMade(before => [...before, ...added])
    setRefused(failed)
    setBusy(false)
  }

  return (
    <>
      <h2 className={style.heading}>{t('people.title')}</h2>
      <p className={style.note}>{t('people.under')}</p>
      {made.length > 0 && <Passwords made={made} />}
      <div className={`${style.form} ${style.wide}`}>
        <Field label={t('people.list')}>
          {tie => (
            <Input.TextArea
              {...tie}
              autoSize={{ minRows: 5, maxRows: 16 }}
              spellCheck={false}
              disabled={busy}
              placeholder={t('people.placeholder')}
              value={text}
              onChange={event => {
                setText(event.target.value)
                setRefused([])
              }}
            />
          )}
        </Field>
        <Wrongs lines={lines} refused={refused} />
        <div className={style.line}>
          <Button type="primary" loading={busy} disabled={ready.length === 0} onClick={() => void add()}>
            {t('people.add', { count: ready.length })}
          </Button>
          <span className={style.note}>
            {t('people.have', { count: agents.length })}
            {' · '}
            <Link to="/settings/{-$page}/{-$id}" params={{ page: 'people', id: undefined }} className={style.manage}>
              {t('people.manage')}
            </Link>
          </span>
        </div>
      </div>
    </>
  )
}

/** What is wrong with which line. */
function Wrongs({ lines, refused }: { lines: readonly Line[]; refused: readonly Refused[] }): ReactNode {
  const { t } = useWords()
  const wrong = lines.filter(line => line.wrong)
  if (wrong.length === 0 && refused.length === 0) return null
  return (
    <ul className={style.wrongs} aria-label={t('people.wrong', { count: wrong.length + refused.length })}>
      {refused.map(({ line, text }) => (
        <li key={line.employeeNo}>
          {line.employeeNo} {line.name} · {t('people.problem.refused', { value: text })}
        </li>
      ))}
      {wrong.map(({ line, wrong: problem }) => (
        <li key={line}>
          {t('people.line', { line })} · {problem && t(`people.problem.${problem.code}`, { value: problem.value })}
        </li>
      ))}
    </ul>
  )
}
