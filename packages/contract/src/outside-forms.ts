/** One thing that a way to the outside has to know; forms are drawn from it, and what is sent is checked by it. */
export interface OutsideField {
  key: string
  /** How it is entered. `address` is an http(s) address. */
  form: 'line' | 'address' | 'choice'
  /** Kept encrypted, never shown again. */
  secret?: true
  required?: true
  /** Of a `choice`; the first one is usual. */
  options?: readonly string[]
  /** What holds when nothing is said. */
  standard?: string
  pattern?: RegExp
  most: number
}

export const robotKindNames = ['wecom', 'dingtalk', 'feishu'] as const
export type RobotKindName = (typeof robotKindNames)[number]

const webhook = { key: 'webhook', form: 'address', secret: true, required: true, most: 500 } as const
/** Signs what the robot says, where the group asks for it. */
const signing = { key: 'secret', form: 'line', secret: true, most: 200 } as const
/** A word without which the group takes nothing. */
const keyword = { key: 'keyword', form: 'line', most: 20 } as const
const format = (...options: readonly string[]) => ({ key: 'format', form: 'choice', options, most: 20 }) as const

/** What the robots of each platform need. */
export const robotForms: Readonly<Record<RobotKindName, readonly OutsideField[]>> = {
  wecom: [webhook, format('markdown', 'text')],
  dingtalk: [webhook, signing, keyword, format('markdown', 'text')],
  feishu: [webhook, signing, keyword, format('card', 'text')],
}

export const smsProviderNames = ['aliyun', 'tencent', 'gateway'] as const
export type SmsProviderName = (typeof smsProviderNames)[number]

const signName = { key: 'signName', form: 'line', required: true, most: 30 } as const
const endpoint = (standard: string) => ({ key: 'endpoint', form: 'address', standard, most: 300 }) as const
const name = /^[A-Za-z_][A-Za-z0-9_.-]*$/

/** What each provider of text messages needs. */
export const smsForms: Readonly<Record<SmsProviderName, readonly OutsideField[]>> = {
  aliyun: [
    { key: 'accessKeyId', form: 'line', required: true, pattern: /^[A-Za-z0-9]+$/, most: 64 },
    { key: 'accessKeySecret', form: 'line', secret: true, required: true, most: 200 },
    signName,
    endpoint('https://dysmsapi.aliyuncs.com'),
  ],
  tencent: [
    { key: 'secretId', form: 'line', required: true, pattern: /^[A-Za-z0-9]+$/, most: 64 },
    { key: 'secretKey', form: 'line', secret: true, required: true, most: 200 },
    { key: 'sdkAppId', form: 'line', required: true, pattern: /^\d+$/, most: 20 },
    signName,
    { key: 'region', form: 'line', standard: 'ap-guangzhou', pattern: /^[a-z0-9-]+$/, most: 30 },
    endpoint('https://sms.tencentcloudapi.com'),
  ],
  gateway: [
    { key: 'url', form: 'address', required: true, most: 500 },
    { key: 'token', form: 'line', secret: true, most: 500 },
    { key: 'format', form: 'choice', options: ['json', 'form'], most: 20 },
    { key: 'signName', form: 'line', most: 30 },
    { key: 'phoneField', form: 'line', standard: 'phone', pattern: name, most: 40 },
    { key: 'textField', form: 'line', standard: 'text', pattern: name, most: 40 },
    { key: 'idField', form: 'line', standard: 'id', pattern: name, most: 40 },
  ],
}

/**
 * What we say by text message, and what stands in it, in this order. Providers in China take only templates that they have
 * seen before, so an account names its template for each.
 */
export const smsTemplates = {
  text: ['text'],
  reply: ['number', 'text'],
  notice: ['number', 'text'],
  code: ['code', 'minutes'],
  survey: ['number', 'link'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type SmsTemplate = keyof typeof smsTemplates
export const smsTemplateNames = Object.keys(smsTemplates) as SmsTemplate[]
