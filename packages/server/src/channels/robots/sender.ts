import { type RobotKindName, robotForms, settingOf, wordIn } from '@baton/contract'
import {
  callOut,
  type DeliveryRow,
  failureByStatus,
  jsonOf,
  type OpenSender,
  SendError,
  type Sender,
  secretsFor,
} from '../../kernel/deliveries/index.ts'
import type { Desk } from '../../kernel/desk.ts'
import type { OutgoingAnswer } from '../../kernel/outgoing/index.ts'
import { type Robot, type RobotRequest, robots } from '../../records/robots/index.ts'
import { dingtalk } from './dingtalk.ts'
import { feishu } from './feishu.ts'
import type { Platform } from './platform.ts'
import { wecom } from './wecom.ts'

const platforms: Readonly<Record<RobotKindName, Platform>> = { wecom, dingtalk, feishu }

/** A message in a group is news: an hour later it is told no more, a day later it would only confuse. */
const pauses = [15, 60, 300, 900, 1800]

/** Says what is put out for group robots. */
export const robotSender: Sender = { channel: 'robot', atOnce: 8, perMinute: 3000, pauses, open }

function open(desk: Desk): OpenSender {
  return {
    async turn(delivery) {
      const robot = await robotOf(desk, delivery)
      return robot && { key: `robot:${robot.id}`, paces: platforms[robot.kind].paces }
    },
    async send(delivery) {
      const robot = await robotOf(desk, delivery)
      if (!robot || robot.archived) throw new SendError('permanent', 'delivery.robotGone')
      const { webhook, secret } = await secretsFor(desk, robot.id)
      if (!webhook) throw new SendError('permanent', 'delivery.robotGone')
      const platform = platforms[robot.kind]
      const { title, text, url } = delivery.request as RobotRequest
      const call = platform.say({
        webhook,
        secret,
        title,
        text,
        url,
        keyword: robot.settings.keyword,
        format: settingOf(robotForms[robot.kind], robot.settings, 'format'),
        linkWord: wordIn(desk.config.locale, 'robot', 'open') ?? '',
        now: desk.clock(),
      })
      const headers = { 'content-type': 'application/json; charset=utf-8' }
      judge(platform, await callOut(desk, { url: call.url, body: JSON.stringify(call.body), headers }))
      return { providerId: null }
    },
    close: async () => {},
  }
}

async function robotOf(desk: Desk, { request }: DeliveryRow): Promise<Robot | undefined> {
  return (await desk.configuration.current()).of(robots).byId(String(request.robotId))
}

/** What the platform says of it counts; where it says nothing, the status does. */
function judge(platform: Platform, answer: OutgoingAnswer): void {
  const said = jsonOf(answer)
  const heard = said ? platform.hear(said) : ({ as: 'strange' } as const)
  if (heard.as === 'taken') return
  if (heard.as === 'never') throw new SendError('permanent', `delivery.refused: ${heard.why}`)
  if (heard.as === 'later') throw new SendError('passing', `delivery.busy: ${heard.why}`, { rest: heard.rest })
  throw failureByStatus(answer) ?? new SendError('uncertain', 'delivery.strange')
}
