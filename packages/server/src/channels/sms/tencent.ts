import { jsonOf } from '../../kernel/deliveries/index.ts'
import type { OutgoingAnswer } from '../../kernel/outgoing/index.ts'
import type { Fate, Provider, Text } from './provider.ts'
import { tencentAuthorization } from './sign-tencent.ts'

/** sms 2021-01-11, SendSms. */
export const tencent: Provider = {
  request({ id, phone, template, params, settings, secrets, now }: Text) {
    const url = new URL(settings('endpoint'))
    const timestamp = Math.floor(now.getTime() / 1000)
    const body = JSON.stringify({
      PhoneNumberSet: [phone],
      SmsSdkAppId: settings('sdkAppId'),
      SignName: settings('signName'),
      TemplateId: template,
      TemplateParamSet: params.map(({ value }) => value),
      SessionContext: id,
    })
    const headers = { 'content-type': 'application/json; charset=utf-8', host: url.host }
    const authorization = tencentAuthorization(
      { service: 'sms', headers, body, timestamp },
      settings('secretId'),
      secrets.secretKey ?? '',
    )
    return {
      url: `${url.origin}/`,
      headers: {
        ...headers,
        authorization,
        'x-tc-action': 'SendSms',
        'x-tc-version': '2021-01-11',
        'x-tc-region': settings('region'),
        'x-tc-timestamp': String(timestamp),
      },
      body,
    }
  },
  hear(answer: OutgoingAnswer): Fate {
    const response = asObject(jsonOf(answer)?.Response)
    const error = asObject(response?.Error)
    const status = asObject((response?.SendStatusSet as unknown[] | undefined)?.[0])
    const code = error?.Code ?? status?.Code
    if (code === 'Ok') return { as: 'taken', providerId: textOf(status?.SerialNo) || null }
    if (typeof code !== 'string') return { as: 'strange' }
    const why = `${code} ${textOf(error?.Message ?? status?.Message)}`.trim().slice(0, 300)
    if (/^InternalError/.test(code)) return { as: 'strange' }
    return passing.test(code) ? { as: 'later', why } : { as: 'never', why }
  },
}

const asObject = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Too many, no money, a clock that is wrong: what somebody or time can mend. All else is refused for ever. */
const passing =
  /^(RequestLimitExceeded.*|LimitExceeded\.\w+|FailedOperation\.(InsufficientBalanceInSmsPackage|FailResolvePacket)|AuthFailure\.SignatureExpire|InternalError.*|ResourceUnavailable.*)$/
