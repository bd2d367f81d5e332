import { type FormProblem, type RobotKindName, wordIn } from '@baton/contract'

/** Whether an address looks like the webhook of such a robot, as people copy it; the host may be a company's own. */
const isWebhook: Readonly<Record<RobotKindName, (url: URL) => boolean>> = {
  wecom: ({ searchParams }) => Boolean(searchParams.get('key')),
  dingtalk: ({ searchParams }) => Boolean(searchParams.get('access_token')),
  feishu: ({ pathname }) => /\/hook\/[^/]+$/.test(pathname),
}

export function webhookProblem(kind: RobotKindName, text: string | null | undefined, locale: string): FormProblem[] {
  const url = text ? URL.parse(text) : null
  if (!url || isWebhook[kind](url)) return []
  return [{ path: 'secrets.webhook', code: 'robot.webhook', params: { kind: wordIn(locale, 'robotKind', kind) } }]
}
