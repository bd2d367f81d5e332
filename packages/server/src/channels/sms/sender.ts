import { settingOf, smsForms, smsParts, smsTemplates } from '@baton/contract'
import {
  callOut,
  type DeliveryRow,
  failureByStatus,
  type OpenSender,
  SendError,
  type Sender,
  secretsFor,
} from '../../kernel/deliveries/index.ts'
import type { Desk } from '../../kernel/desk.ts'
import { type SmsAccount, type SmsRequest, smsAccounts, templateFor } from '../../records/sms/index.ts'
import { aliyun } from './aliyun.ts'
import { gateway } from './gateway.ts'
import type { ByProvider, Provider, Text } from './provider.ts'
import { tencent } from './tencent.ts'

const providers: ByProvider<Provider> = { aliyun, tencent, gateway }

/** Soon, since codes and news grow old; the last try is two hours later. */
const pauses = [30, 120, 600, 1800, 3600]
/** More is no text message but a letter, and costs as many as it has parts. */
const mostParts = 10

/** Sends text messages through the account that they were written for, or the default one when that is gone. */
export const smsSender: Sender = { channel: 'sms', atOnce: 8, perMinute: 1200, pauses, open }

function open(desk: Desk): OpenSender {
  return {
    async send(delivery) {
      const account = await accountOf(desk, delivery)
      const text = await textOf(desk, delivery, account)
      const provider = providers[account.provider]
      const answer = await callOut(desk, provider.request(text))
      const fate = provider.hear(answer)
      if (fate.as === 'taken') return { providerId: fate.providerId }
      if (fate.as === 'never') throw new SendError('permanent', `delivery.refused: ${fate.why}`)
      if (fate.as === 'later') throw new SendError('passing', `delivery.busy: ${fate.why}`)
      throw failureByStatus(answer) ?? new SendError('uncertain', 'delivery.strange')
    },
    close: async () => {},
  }
}

async function accountOf(desk: Desk, { target_id }: DeliveryRow): Promise<SmsAccount> {
  const accounts = (await desk.configuration.current()).of(smsAccounts)
  const own = target_id ? accounts.byId(target_id) : undefined
  const account = own && !own.archived ? own : accounts.default
  if (!account) throw new SendError('permanent', 'delivery.accountGone')
  return account
}

async function textOf(desk: Desk, delivery: DeliveryRow, account: SmsAccount): Promise<Text> {
  const request = delivery.request as SmsRequest
  const template = templateFor(account, request.template)
  if (!template) throw new SendError('permanent', 'delivery.noTemplate')
  const settings = (key: string) => settingOf(smsForms[account.provider], account.settings, key)
  const whole = `【${settings('signName')}】${request.text}`
  if (smsParts(whole).length > mostParts) throw new SendError('permanent', 'delivery.tooLong')
  // Said by the template for any text, when there is none of its own.
  const values: Readonly<Record<string, string>> =
    template === request.template ? { text: request.text, ...request.params } : { text: request.text }
  return {
    id: delivery.id,
    phone: request.phone,
    text: request.text,
    template: account.templates[template] ?? '',
    params: smsTemplates[template].map(name => ({ name, value: values[name] ?? '' })),
    settings,
    secrets: await secretsFor(desk, account.id),
    now: desk.clock(),
  }
}
