import type { OutsideField } from './outside-forms.ts'

export interface FormProblem {
  path: string
  code: string
  params?: Record<string, unknown>
}

type Said = Readonly<Record<string, string | null>>

/** The settings as they will be: what is said over what is there; null and empty forget. Problems stand at `settings.<key>`. */
export function readSettings(
  form: readonly OutsideField[],
  said: Said,
  before: Readonly<Record<string, string>> = {},
): { settings: Record<string, string>; problems: FormProblem[] } {
  const fields = form.filter(field => !field.secret)
  const problems = unknownOf('settings', fields, said)
  const settings: Record<string, string> = {}
  for (const field of fields) {
    const text = trimmed(Object.hasOwn(said, field.key) ? said[field.key] : before[field.key])
    const wrong = wrongOf(field, text)
    if (wrong) problems.push({ path: `settings.${field.key}`, ...wrong })
    else if (text) settings[field.key] = text
  }
  return { settings, problems }
}

/** The secrets to keep and (null) to forget; `kept` are there already. Problems stand at `secrets.<key>`. */
export function readSecrets(
  form: readonly OutsideField[],
  said: Said,
  kept: readonly string[] = [],
): { texts: Record<string, string | null>; problems: FormProblem[] } {
  const fields = form.filter(field => field.secret)
  const problems = unknownOf('secrets', fields, said)
  const texts: Record<string, string | null> = {}
  for (const field of fields) {
    const isSaid = Object.hasOwn(said, field.key)
    if (!isSaid && kept.includes(field.key)) continue
    const text = trimmed(said[field.key])
    const wrong = wrongOf(field, text)
    if (wrong) problems.push({ path: `secrets.${field.key}`, ...wrong })
    else if (text) texts[field.key] = text
    else if (isSaid && kept.includes(field.key)) texts[field.key] = null
  }
  return { texts, problems }
}

/** What a setting means when nothing is said. */
export const settingOf = (form: readonly OutsideField[], settings: Readonly<Record<string, string>>, key: string) => {
  const field = form.find(one => one.key === key)
  return settings[key] ?? field?.standard ?? field?.options?.[0] ?? ''
}

const trimmed = (text: string | null | undefined): string => text?.trim() ?? ''

const unknownOf = (path: string, fields: readonly OutsideField[], said: Said): FormProblem[] =>
  Object.keys(said)
    .filter(key => !fields.some(field => field.key === key))
    .map(key => ({ path: `${path}.${key}`, code: 'unknown_field' }))

function wrongOf(field: OutsideField, text: string): Omit<FormProblem, 'path'> | undefined {
  if (text === '') return field.required ? { code: 'required' } : undefined
  if (!text.isWellFormed()) return { code: 'text.surrogate' }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
  if (/[\u0000-\u001f\u007f]/.test(text)) return { code: 'text.control' }
  if (text.length > field.most) return { code: 'too_big', params: { most: field.most } }
  if (field.options && !field.options.includes(text))
    return { code: 'choice', params: { options: field.options.join(', ') } }
  if (field.pattern && !field.pattern.test(text)) return { code: 'format' }
  if (field.form === 'address' && !isAddress(text)) return { code: 'address' }
  return undefined
}

function isAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && !url.hash
}
