/** What is wrong with a condition that was sent, where, and in which words to tell it (`conditionSentences`). */
export interface ConditionProblem {
  /** Property path in the input: `where.all.0.value`. */
  path: string
  code: ConditionProblemCode
  params?: Record<string, string | number>
}

/** One sentence for each code and language; `{name}` stands for a param. */
export const conditionSentences = {
  'condition.shape': {
    en: 'A condition is {all: […]}, {any: […]}, {not: …} or {field, op, value}.',
    'zh-CN': '条件必须是 {all: […]}、{any: […]}、{not: …} 或 {field, op, value}。',
  },
  'condition.key': { en: '"{key}" has no meaning here.', 'zh-CN': '这里不能有“{key}”。' },
  'condition.depth': { en: 'Conditions may be nested {most} deep at most.', 'zh-CN': '条件最多嵌套 {most} 层。' },
  'condition.size': { en: 'A condition may have {most} parts at most.', 'zh-CN': '一个条件最多包含 {most} 项。' },
  'condition.field': { en: 'There is no field "{field}".', 'zh-CN': '没有字段“{field}”。' },
  'condition.operator': {
    en: '"{op}" cannot be asked of this field; it takes {operators}.',
    'zh-CN': '该字段不支持“{op}”，可用的有：{operators}。',
  },
  'condition.noValue': { en: '"{op}" takes no value.', 'zh-CN': '“{op}”不需要值。' },
  'condition.list': { en: 'A list of 1 to {most} values is needed.', 'zh-CN': '需要 1 到 {most} 个值的列表。' },
  'condition.two': { en: 'Two values are needed: [from, to].', 'zh-CN': '需要两个值：[起, 止]。' },
  'condition.duration': {
    en: 'A duration such as P3D or PT4H is needed, of at most 100 years.',
    'zh-CN': '需要形如 P3D 或 PT4H 的时长，不超过 100 年。',
  },
  'condition.text': { en: 'Text of 1 to {most} characters is needed.', 'zh-CN': '需要 1 到 {most} 个字符的文本。' },
  'condition.characters': {
    en: 'The text holds a NUL or half of a surrogate pair.',
    'zh-CN': '文本中含有空字符（NUL）或不完整的字符。',
  },
  'condition.id': { en: 'An id (UUID) is needed.', 'zh-CN': '需要标识（UUID）。' },
  'condition.option': {
    en: '"{value}" is none of the options: {options}.',
    'zh-CN': '“{value}”不在选项之中：{options}。',
  },
  'condition.number': {
    en: 'A number is needed, or its decimal digits as text: 12.50.',
    'zh-CN': '需要数字，或以文本写出的十进制数，如 12.50。',
  },
  'condition.largeNumber': {
    en: 'A number beyond 9007199254740991 must be written as text, "9007199254740993", or its last digits are lost.',
    'zh-CN': '超过 9007199254740991 的数字须写成文本，如 "9007199254740993"，否则末位会丢失。',
  },
  'condition.boolean': { en: 'true or false is needed.', 'zh-CN': '需要 true 或 false。' },
  'condition.time': {
    en: 'A time is needed: 2026-11-22T09:00:00+08:00, $now, {"ago": "P3D"} or {"ahead": "PT4H"}.',
    'zh-CN': '需要时间：2026-11-22T09:00:00+08:00、$now、{"ago": "P3D"} 或 {"ahead": "PT4H"}。',
  },
  'condition.date': {
    en: 'A day is needed: 2026-11-22, $now, {"ago": "P3D"} or {"ahead": "P1M"}.',
    'zh-CN': '需要日期：2026-11-22、$now、{"ago": "P3D"} 或 {"ahead": "P1M"}。',
  },
  'condition.reference': { en: '{reference} is not known here.', 'zh-CN': '这里不能使用 {reference}。' },
  'condition.oneReference': {
    en: '{reference} is a list; one value is needed.',
    'zh-CN': '{reference} 是列表，这里需要单个值。',
  },
} as const satisfies Record<string, { en: string; 'zh-CN': string }>

export type ConditionProblemCode = keyof typeof conditionSentences
