import { isRead, isVerb, parseCondition, reads, verbs } from '@baton/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/desk.ts'
import { meReferences } from './grantable.ts'
import { administratorsOnly, shippedRoles } from './shipped.ts'

let t: TestDesk
beforeAll(async () => {
  t = await testDesk({ following: false })
})
afterAll(() => t.close())

const named = shippedRoles.flatMap(role =>
  Object.entries(role.grants).map(([name, grant]) => ({ role: role.key, name, grant })),
)

test('every verb and read that needs a grant is in a shipped role, or said to be the administrator’s alone', () => {
  const granted = [...Object.entries(verbs), ...Object.entries(reads)].filter(([, { access }]) => access === 'granted')
  const given = new Set([...named.map(({ name }) => name), ...administratorsOnly])
  expect(granted.map(([name]) => name).filter(name => !given.has(name))).toEqual([])
})

test('what is the administrator’s alone is no other role’s', () => {
  expect(named.filter(({ name }) => (administratorsOnly as readonly string[]).includes(name))).toEqual([])
})

test.each(named.filter(({ name }) => name !== '*'))(
  '$role: $name exists, and its condition can be asked',
  async ({ name, grant }) => {
    expect(isVerb(name) || isRead(name)).toBe(true)
    if (grant === true) return
    const picture = await t.desk.configuration.current()
    const kind = t.desk.kinds.find(candidate => candidate.name === name.split('.')[0])
    const parsed = parseCondition(grant, kind?.catalogue(picture) ?? {}, { me: meReferences })
    expect(parsed).not.toHaveProperty('problems')
  },
)

test('a desk has them all, by their names', async () => {
  const { items } = await t.asks('role.list', {})
  expect(items.map(({ key, name }: { key: string; name: string }) => [key, name])).toEqual([
    ['administrator', '管理员'],
    ['supervisor', '客服主管'],
    ['agent', '客服坐席'],
    ['handler', '部门处理人员'],
    ['reviewer', '审核员'],
  ])
})
