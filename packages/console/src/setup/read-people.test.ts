import { describe, expect, test } from 'vitest'
import { type Known, readPeople } from './read-people.ts'

const known: Known = {
  departments: [
    { id: 'd0', name: '客服部', path: '客服部' },
    { id: 'd1', name: '售后服务部', path: '客服部 / 售后服务部' },
    { id: 'd2', name: '一组', path: '客服部 / 一组' },
    { id: 'd3', name: '一组', path: '售后服务部 / 一组' },
  ],
  roles: [
    { id: 'r1', key: 'agent', name: '客服坐席' },
    { id: 'r2', key: 'supervisor', name: '客服主管' },
    { id: 'r3', key: null, name: '夜班' },
  ],
  taken: new Set(['cs001']),
  defaultDepartmentId: 'd0',
}
const read = (text: string) => readPeople(text, known)

describe('a pasted list', () => {
  const cases: [string, string, object][] = [
    [
      'columns of a spreadsheet',
      'CS002\t王芳\t售后服务部\t客服坐席',
      { name: '王芳', departmentId: 'd1', roleId: 'r1' },
    ],
    ['commas', 'CS002, Wang Fang, 售后服务部, agent', { name: 'Wang Fang', departmentId: 'd1', roleId: 'r1' }],
    ['full-width commas and letters', 'ＣＳ００２，王芳，售后服务部，主管', { employeeNo: 'CS002', roleId: 'r2' }],
    ['spaces', 'CS002 王芳 售后服务部 坐席', { name: '王芳', departmentId: 'd1', roleId: 'r1' }],
    ['neither department nor role', 'CS002 王芳', { departmentId: 'd0', roleId: 'r1' }],
    ['a role of one’s own', 'CS002 王芳 售后服务部 夜班', { roleId: 'r3' }],
    ['a department by its path', 'CS002\t王芳\t售后服务部/一组', { departmentId: 'd3' }],
  ]
  test.each(cases)('with %s', (_words, text, expected) => {
    const [line] = read(text)
    expect(line).toMatchObject(expected)
    expect(line?.wrong).toBeUndefined()
  })

  const mistakes: [string, string, object][] = [
    ['a number that is none', '王芳 CS002', { code: 'employeeNo', value: '王芳' }],
    ['a number in use, however written', 'cs001 王芳', { code: 'taken', value: 'cs001' }],
    ['no name', 'CS002', { code: 'name', value: '' }],
    ['an unknown department', 'CS002 王芳 火星部', { code: 'department', value: '火星部' }],
    ['a department of which there are two', 'CS002 王芳 一组', { code: 'department', value: '一组' }],
    ['an unknown role', 'CS002 王芳 售后服务部 船长', { code: 'role', value: '船长' }],
  ]
  test.each(mistakes)('tells of %s', (_words, text, wrong) => {
    expect(read(text)).toMatchObject([{ line: 1, wrong }])
  })

  test('passes over headings and empty lines, and tells of a number that stands there twice', () => {
    const lines = read('工号\t姓名\t部门\t角色\r\n\r\nCS002\t王芳\r\nCS002\t李雷\r\n')
    expect(lines).toMatchObject([
      { line: 3, name: '王芳' },
      { line: 4, wrong: { code: 'twice', value: 'CS002' } },
    ])
    expect(read('')).toEqual([])
  })
})
