import { expect, test } from 'vitest'
import { type Department, directoryOf, type Person, type Role } from './directory.ts'
import { isLastAdministrator } from './last-administrator.ts'

const department = (id: string, parentId: string | null, managerIds: string[] = [], archived = false): Department => ({
  id,
  name: id,
  parentId,
  path: id,
  managerIds,
  dispatch: 'auto',
  archived,
})
const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  employeeNo: id,
  name: id,
  status: 'active',
  departmentIds: [],
  roleIds: [],
  skills: [],
  capacity: 8,
  locale: null,
  ...more,
})
const role = (id: string, grants: Role['grants'], more: Partial<Role> = {}): Role => ({
  id,
  key: null,
  name: id,
  grants,
  fields: {},
  archived: false,
  ...more,
})

const tree = [
  department('centre', null, ['boss']),
  department('sales', 'centre'),
  department('after', 'centre', ['gone', 'chief']),
  department('repair', 'after', ['gone']),
]
const everybody = [
  person('boss'),
  person('chief', { departmentIds: ['after'] }),
  person('gone', { status: 'disabled', departmentIds: ['repair'] }),
  person('CS001', { departmentIds: ['repair', 'sales'] }),
]
const people = directoryOf(everybody, tree, [])

test.each([
  ['centre', ['centre', 'sales', 'after', 'repair']],
  ['after', ['after', 'repair']],
  ['sales', ['sales']],
  ['nowhere', []],
])('under %s', (id, under) => {
  expect(people.departmentsUnder(id)).toEqual(under)
})

test.each([
  ['its own, the disabled left out', 'after', ['chief']],
  ['the nearest above when all of its own are gone', 'repair', ['chief']],
  ['the root’s when nobody is nearer', 'sales', ['boss']],
  ['nobody’s', 'nowhere', []],
])('managers: %s', (_, id, managers) => {
  expect(people.managersOf(id)).toEqual(managers)
})

test('who manages a department manages everything beneath it', () => {
  expect(people.managedBy('chief')).toEqual(['after', 'repair'])
  expect(people.managedBy('boss')).toEqual(['centre', 'sales', 'after', 'repair'])
  expect(people.managedBy('CS001')).toEqual([])
})

test('members are active', () => {
  expect(people.membersOf('repair')).toEqual(['CS001'])
})

test.each(['CS001', 'cs001', ' Cs001 ', 'ｃｓ００１'])('%s is found', login => {
  expect(people.byLogin(login)?.id).toBe('CS001')
})

test('a loop in the data ends', () => {
  const loop = directoryOf([], [department('a', 'b'), department('b', 'a')], [])
  expect(loop.departmentsUnder('a').toSorted()).toEqual(['a', 'b'])
  expect(loop.managersOf('a')).toEqual([])
})

test('an archived role grants nothing, and the same roles are one object of grants', () => {
  const roles = [role('a', { 'ticket.get': true }), role('b', { 'ticket.list': true }, { archived: true })]
  const { grantsOf } = directoryOf([], [], roles)
  expect(grantsOf(['a', 'b']).may('ticket.get')).toBe(true)
  expect(grantsOf(['a', 'b']).may('ticket.list')).toBe(false)
  expect(grantsOf(['b', 'a', 'a'])).toBe(grantsOf(['a', 'b']))
  expect(grantsOf(['unknown']).may('ticket.get')).toBe(false)
})

test.each([
  ['alone', [person('a', { roleIds: ['admin'] })], 'a', true],
  ['beside another', [person('a', { roleIds: ['admin'] }), person('b', { roleIds: ['admin'] })], 'a', false],
  [
    'beside a disabled one',
    [person('a', { roleIds: ['admin'] }), person('b', { roleIds: ['admin'], status: 'disabled' })],
    'a',
    true,
  ],
  ['not one at all', [person('a', { roleIds: ['admin'] }), person('b')], 'b', false],
])('the last administrator: %s', (_, agents, id, isLast) => {
  const directory = directoryOf(agents, [], [role('admin', { '*': true }, { key: 'administrator' })])
  expect(isLastAdministrator(id, directory)).toBe(isLast)
})
