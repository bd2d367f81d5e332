import { conditionLimits, fieldTypes, operators } from '@baton/contract'
import type { Locale } from '../../kernel/caller.ts'
import type { Schema } from './schemas.ts'
import { table } from './states.ts'

/** The condition language, one schema for all who take a condition. */
export function conditionSchema(locale: Locale): Schema {
  const self = { $ref: '#/components/schemas/Condition' }
  const group = (name: string) => ({
    type: 'object',
    properties: { [name]: { type: 'array', items: self } },
    required: [name],
    additionalProperties: false,
  })
  return {
    description: conditionText(locale),
    oneOf: [
      group('all'),
      group('any'),
      { type: 'object', properties: { not: self }, required: ['not'], additionalProperties: false },
      {
        type: 'object',
        properties: {
          field: { type: 'string' },
          op: { type: 'string', enum: [...new Set(fieldTypes.flatMap(type => Object.keys(operators[type])))] },
          value: {},
        },
        required: ['field', 'op'],
        additionalProperties: false,
      },
    ],
    examples: [
      {
        all: [
          { field: 'urgency', op: 'is', value: 'critical' },
          { field: 'assigneeId', op: 'is', value: '$me' },
        ],
      },
      { field: 'createdAt', op: 'withinLast', value: 'P7D' },
      { not: { field: 'departmentId', op: 'isOneOf', value: '$me.departments' } },
    ],
  }
}

function conditionText(locale: Locale): string {
  const { depth, leaves, list } = conditionLimits
  if (locale === 'en')
    return [
      'A question about a record: `{all: […]}`, `{any: […]}`, `{not: …}` or `{field, op, value}`. Fields are the property paths of the record (`departmentId`, `customer.level`, `fields.orderNo`). It is always true or false: on an empty value every operator but `isEmpty` is false, and `isNot`, `isNoneOf`, `isNotEmpty` and `not` are exact opposites. Text is compared regardless of capitals, width and traditional or simplified characters.',
      `Values: \`$me\` (the caller), \`$me.departments\`; for times \`$now\`, \`{ago: "P3D"}\`, \`{ahead: "PT2H"}\` or ISO 8601 with offset. At most ${depth} levels, ${leaves} leaves, ${list} values in a list.`,
      operatorsTable(locale),
    ].join('\n\n')
  return [
    '对记录的一个判断：`{all: […]}`、`{any: […]}`、`{not: …}` 或 `{field, op, value}`。字段就是记录的属性路径（`departmentId`、`customer.level`、`fields.orderNo`）。结果非真即假：值为空时除 `isEmpty` 外都为假，`isNot`、`isNoneOf`、`isNotEmpty` 与 `not` 是严格的反面。文本比较不分大小写、全角半角、繁体简体。',
    `值可以是 \`$me\`（调用者）、\`$me.departments\`；时间可以是 \`$now\`、\`{ago: "P3D"}\`、\`{ahead: "PT2H"}\` 或带时区的 ISO 8601。最多 ${depth} 层、${leaves} 个判断，列表最多 ${list} 个值。`,
    operatorsTable(locale),
  ].join('\n\n')
}

function operatorsTable(locale: Locale): string {
  const shapes: Record<string, Record<Locale, string>> = {
    none: { 'zh-CN': '无值', en: 'no value' },
    one: { 'zh-CN': '一个值', en: 'one value' },
    many: { 'zh-CN': '列表', en: 'a list' },
    two: { 'zh-CN': '[从, 到]', en: '[from, to]' },
    duration: { 'zh-CN': '时长', en: 'a duration' },
  }
  const rows = fieldTypes.map(type => [
    `\`${type}\``,
    Object.entries(operators[type])
      .map(([operator, shape]) => `\`${operator}\`${shape === 'one' ? '' : ` (${shapes[shape]?.[locale]})`}`)
      .join(' · '),
  ])
  return table(locale === 'en' ? ['field type', 'operators'] : ['字段类型', '运算符'], rows)
}
