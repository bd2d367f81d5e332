import type { Document, Operation, Schema } from './document.ts'

/** A call that can be pasted into a terminal, with made-up values for what is required. */
export function exampleOf(document: Document, method: string, path: string, operation: Operation): string {
  const origin = location.origin
  const token = "-H 'Authorization: Bearer …'"
  const content = operation.requestBody?.content
  if (content?.['multipart/form-data']) return `curl ${origin}${path} ${token} -F 'file=@photo.jpg'`
  if (method === 'GET') return `curl ${origin}${path.replace('{id}', exampleId)} ${token}`
  const body = JSON.stringify(madeUp(content?.['application/json']?.schema ?? {}, document, ''))
  return [
    `curl ${origin}${path} ${token}`,
    "  -H 'Content-Type: application/json'",
    `  -d '${body.replaceAll("'", "'\\''")}'`,
  ].join(' \\\n')
}

const exampleId = '01a2029b-dc49-762f-8db9-b36db5ae0236'

const workday = [{ from: '09:00', to: '18:00' }]

const known: Record<string, unknown> = {
  timezone: 'Asia/Shanghai',
  week: [workday, workday, workday, workday, workday, [], []],
  subject: '洗衣机脱水异响',
  body: '脱水时声音很大',
  name: '李雷',
  email: 'lilei@example.com',
  phone: '13800138000',
  number: 'G20261122001',
  reason: '客户要求',
  result: '已更换',
  login: 'CS001',
  password: 'Correct-Horse-1',
  oldPassword: 'Initial-Pass-1',
  newPassword: 'Correct-Horse-1',
  employeeNo: 'CS001',
  text: '138 0013 8000',
  key: 'refund',
  nameZh: '退款',
  nameEn: 'Refund',
  address: 'support@example.com',
  code: 'ABCD-1234',
  // The browser's of RFC 8291, appendix A.
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
}

function madeUp(schema: Schema, document: Document, name: string): unknown {
  if (schema.$ref?.endsWith('/Condition')) return { field: 'status', op: 'is', value: 'new' }
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (known[name] !== undefined) return known[name]
  if (schema.properties) {
    const needed = schema.required?.filter(property => schema.properties?.[property]?.default === undefined) ?? []
    return Object.fromEntries(
      needed.map(property => [property, madeUp(schema.properties?.[property] ?? {}, document, property)]),
    )
  }
  if (schema.items) return [madeUp(schema.items, document, name)]
  const [branch] = schema.anyOf ?? schema.oneOf ?? []
  if (branch) return madeUp(branch, document, name)
  switch ([schema.type].flat()[0]) {
    case 'integer':
    case 'number':
      return schema.minimum && schema.minimum > 0 ? schema.minimum : 1
    case 'boolean':
      return true
    case 'object':
      return {}
    default:
      return textOf(schema)
  }
}

function textOf({ format, examples }: Schema): unknown {
  if (examples) return examples[0]
  if (format === 'uuid') return exampleId
  if (format === 'date') return '2026-11-22'
  if (format === 'uri') return 'https://example.com/'
  return format === 'date-time' ? '2026-11-22T10:00:00+08:00' : '…'
}
