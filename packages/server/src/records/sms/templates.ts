import { type FormProblem, type SmsTemplate, smsTemplateNames } from '@baton/contract'
import type { SmsAccount } from './accounts.ts'

/** The templates as they will be: what is said over what is there; null and empty forget. */
export function readTemplates(
  said: Readonly<Record<string, string | null>>,
  before: Readonly<Record<string, string>> = {},
): { templates: Record<string, string>; problems: FormProblem[] } {
  const problems: FormProblem[] = []
  const templates: Record<string, string> = { ...before }
  for (const [key, value] of Object.entries(said)) {
    const text = value?.trim() ?? ''
    if (!smsTemplateNames.includes(key as SmsTemplate))
      problems.push({ path: `templates.${key}`, code: 'unknown_field' })
    else if (text === '') delete templates[key]
    else if (!/^[A-Za-z0-9_-]+$/.test(text)) problems.push({ path: `templates.${key}`, code: 'format' })
    else templates[key] = text
  }
  return { templates, problems }
}

/** By which of its templates an account can say this: the one for it, else the one for any text; a gateway needs none. */
export function templateFor(account: SmsAccount, template: SmsTemplate): SmsTemplate | undefined {
  if (account.provider === 'gateway' || account.templates[template]) return template
  return account.templates.text ? 'text' : undefined
}
