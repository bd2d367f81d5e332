import type { AgentRecord } from '@baton/contract'
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useMemo, useState } from 'react'
import { useAgents } from '../../people/directory.ts'
import { PersonChip } from '../../people/PersonChip.tsx'
import { useWords } from '../../words/Speaking.tsx'
import style from './mentions.module.css'

const shownAtMost = 6

/** `@` in a note calls a colleague: a short list while the name is typed, and the ids of those who stand in the text. */
export function useMentions(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  write: (text: string) => void,
  when: boolean,
) {
  const { t } = useWords()
  const listId = useId()
  const agents = useAgents()
  const [at, setAt] = useState(0)
  const [asked, setAsked] = useState<string>()
  const found = useMemo(() => (when && asked !== undefined ? matching(agents, asked) : []), [agents, asked, when])
  const active = Math.min(at, found.length - 1)

  const look = () => {
    if (!when) return
    const area = field.current
    const before = area ? area.value.slice(0, area.selectionStart) : ''
    setAsked(/(?:^|[\s\p{P}])@([^\s@]{0,20})$/u.exec(before)?.[1])
    setAt(0)
  }
  const put = (agent: AgentRecord) => {
    const area = field.current
    if (!area || asked === undefined) return
    const start = area.value.lastIndexOf('@', area.selectionStart - 1) + 1
    const next = `${text.slice(0, start)}${agent.name} ${text.slice(area.selectionStart)}`
    write(next)
    setAsked(undefined)
    requestAnimationFrame(() => area.setSelectionRange(start + agent.name.length + 1, start + agent.name.length + 1))
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const agent = found[active]
    if (!agent) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setAt((active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') put(agent)
    else if (event.key === 'Escape') setAsked(undefined)
    else return false
    event.preventDefault()
    return true
  }
  const begin = () => {
    const area = field.current
    if (!area) return
    const space = text && !/\s$/.test(text) ? ' ' : ''
    write(`${text}${space}@`)
    area.focus()
    requestAnimationFrame(look)
  }

  const list: ReactNode = found.length > 0 && (
    <div id={listId} role="listbox" aria-label={t('composer.mention')} className={style.list}>
      {found.map((agent, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
        // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
        <div
          key={agent.id}
          role="option"
          aria-selected={index === active}
          className={style.option}
          onMouseMove={() => setAt(index)}
          onMouseDown={event => event.preventDefault()}
          onClick={() => put(agent)}
        >
          <PersonChip name={agent.name} presence={agent.presence} also={agent.employeeNo} />
        </div>
      ))}
    </div>
  )
  return { list, press, begin, look, ids: when ? mentioned(agents, text) : [] }
}

function matching(agents: readonly AgentRecord[], asked: string): AgentRecord[] {
  const wanted = asked.toLowerCase()
  return agents
    .filter(agent => agent.status === 'active' && `${agent.name} ${agent.employeeNo}`.toLowerCase().includes(wanted))
    .slice(0, shownAtMost)
}

/** Whoever's name stands after an `@`; of 王芳 and 王芳芳 the longer one that fits. */
function mentioned(agents: readonly AgentRecord[], text: string): string[] {
  const longestFirst = agents
    .filter(agent => agent.status === 'active')
    .toSorted((a, b) => b.name.length - a.name.length)
  const found = text
    .split('@')
    .slice(1)
    .map(after => longestFirst.find(agent => after.startsWith(agent.name))?.id)
  return [...new Set(found.filter(id => id !== undefined))]
}
