import { describe, expect, test } from 'vitest'
import { type Present, planOf } from './plan.ts'
import { type Template, templates } from './templates.ts'

const bare = { fields: [], templates: [], policies: [], macros: [], replies: [], views: [] }
const nothing: Present = { departments: [], categories: [], requestTypes: [], ...bare }
const named = (key: Template['key']) => templates.find(one => one.key === key) as Template

describe('a template', () => {
  test.each(templates.map(one => [one.key, one] as const))('%s makes names that the desk takes', (_key, template) => {
    for (const locale of ['zh-CN', 'en']) {
      const made = planOf(template, nothing, locale)
      // A category's path is written with dashes between its names.
      for (const one of made) if (one.make === 'root' || one.make === 'category') expect(one.name).not.toContain('-')
      const keyOf = (one: (typeof made)[number]) => `${one.make} ${'root' in one ? one.root : ''} ${one.name}`
      expect(new Set(made.map(keyOf)).size).toBe(made.length)
      expect(made.filter(({ make }) => make === 'department').length).toBeGreaterThanOrEqual(4)
    }
  })

  test('makes departments before the categories that go to them, and roots before what stands under them', () => {
    const made = planOf(named('ecommerce'), nothing, 'zh-CN')
    const seen = new Set<string>()
    for (const one of made) {
      if ('department' in one) expect(seen).toContain(`department ${one.department}`)
      if ('root' in one) expect(seen).toContain(`root ${one.root}`)
      seen.add(`${one.make} ${one.name}`)
    }
  })

  test('makes nothing twice', () => {
    const present: Present = {
      departments: [{ id: 'd1', name: '售后服务部', parentId: null }],
      categories: [
        { id: 'c1', name: '售后', parentId: null },
        { id: 'c2', name: '换货', parentId: 'c1' },
        // The same name elsewhere is another one.
        { id: 'c3', name: '质量问题', parentId: 'c9' },
      ],
      requestTypes: [{ key: 'refund' }],
      ...bare,
    }
    const made = planOf(named('ecommerce'), present, 'zh-CN').map(one => `${one.make} ${one.name}`)
    expect(made).not.toContain('department 售后服务部')
    expect(made).not.toContain('root 售后')
    expect(made).not.toContain('category 换货')
    expect(made).toContain('category 质量问题')
    expect(made).toContain('category 退货退款')
    expect(made).not.toContain('requestType 退款')
    expect(made).toContain('requestType 换货')
  })
})
