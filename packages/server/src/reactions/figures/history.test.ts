import { describe, expect, test } from 'vitest'
import { breach, type Line, meet, noneOwn, opened, reply, start } from '../../../test/ticket-lines.ts'
import { History } from './history.ts'

describe('a log of before promises told that they were kept', () => {
  const taken = (lines: readonly Line[], keptFrom: number) => {
    const history = new History('Asia/Shanghai', noneOwn, keptFrom)
    lines.forEach(([minutes, type, payload = {}, actor_kind = 'person'], seq) => {
      history.take({ seq, topic_id: 't', type, at: new Date(start + minutes * 60_000), actor_kind, payload } as never)
    })
    return history.facts.map(({ seq, kind, word }) => [seq, kind, word].filter(part => part !== null).join(' '))
  }
  const late = [opened(), breach(20, 20), reply(30)]

  test.each<[string, Line[], number, string[]]>([
    ['a first answer in time', [opened(), reply(30)], 9, ['0 created', '1 responded', '1 kept response']],
    ['a late one', late, 9, ['0 created', '1 breached response', '2 responded']],
    ['the second', [opened(), reply(30), reply(40)], 9, ['0 created', '1 responded', '1 kept response']],
    [
      'the next promise is told by itself',
      [opened(), reply(30), meet(60, 'resolution')],
      2,
      ['0 created', '1 responded', '1 kept response', '2 kept resolution'],
    ],
    [
      'afterwards nothing stands for what is told',
      [opened(), reply(30), meet(30, 'response')],
      0,
      ['0 created', '1 responded', '2 kept response'],
    ],
  ])('%s', (_name, lines, keptFrom, facts) => {
    expect(taken(lines, keptFrom)).toEqual(facts)
  })
})
