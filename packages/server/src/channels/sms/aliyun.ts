import { randomBytes } from 'node:crypto'
import { jsonOf } from '../../kernel/deliveries/index.ts'
import type { OutgoingAnswer } from '../../kernel/outgoing/index.ts'
import type { Fate, Provider, Text } from './provider.ts'
import { aliyunAuthorization, aliyunQuery, sha256 } from './sign-aliyun.ts'

/** Dysmsapi 2017-05-25, SendSms. */
export const aliyun: Provider = {
  request({ id, phone, template, params, settings, secrets, now }: Text) {
    const url = new URL(settings('endpoint'))
    const query = {
      PhoneNumbers: numberOf(phone),
      SignName: settings('signName'),
      TemplateCode: template,
      TemplateParam: JSON.stringify(Object.fromEntries(params.map(({ name, value }) => [name, value]))),
      OutId: id,
    }
    const headers = {
      host: url.host,
      'x-acs-action': 'SendSms',
      'x-acs-version': '2017-05-25',
      'x-acs-date': now.toISOString().replace(/\.\d+Z$/, 'Z'),
      // One that was used is refused, also at the next try.
      'x-acs-signature-nonce': randomBytes(16).toString('hex'),
      'x-acs-content-sha256': sha256(''),
    }
    const call = { method: 'POST', path: '/', query, headers, body: '' }
    const authorization = aliyunAuthorization(call, settings('accessKeyId'), secrets.accessKeySecret ?? '')
    return { url: `${url.origin}/?${aliyunQuery(query)}`, headers: { ...headers, authorization }, body: '' }
  },
  hear(answer: OutgoingAnswer): Fate {
    const said = jsonOf(answer)
    const { Code: code, Message: message, BizId: id } = said ?? {}
    if (code === 'OK') return { as: 'taken', providerId: typeof id === 'string' ? id : null }
    if (typeof code !== 'string') return { as: 'strange' }
    const why = `${code} ${typeof message === 'string' ? message : ''}`.trim().slice(0, 300)
    // They do not know themselves what became of it.
    if (answer.status >= 500 && /^(InternalError|ServiceUnavailable|isp\.SYSTEM_ERROR)$/.test(code))
      return { as: 'strange' }
    return passing.test(code) ? { as: 'later', why } : { as: 'never', why }
  },
}

/** Chinese numbers without the country code, others with it and without the plus. */
const numberOf = (phone: string): string => phone.replace(/^\+86(?=1\d{10}$)/, '').replace(/^\+/, '')

/** Too many, no money, a clock that is wrong: what somebody or time can mend. All else is refused for ever. */
const passing =
  /^(Throttling.*|isv\.(BUSINESS_LIMIT_CONTROL|AMOUNT_NOT_ENOUGH|OUT_OF_SERVICE|DAY_LIMIT_CONTROL|MONTH_LIMIT_CONTROL)|isp\.\w+|InvalidTimeStamp\.Expired|SignatureNonceUsed|InternalError|ServiceUnavailable|filter)$/
