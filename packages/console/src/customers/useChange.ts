import type { VerbSent } from '@baton/contract'
import { useSay } from '@baton/ui'
import { pick } from '../forms/changed.ts'
import { useDo } from '../forms/useDo.ts'
import { useFormWords } from '../forms/words/index.ts'
import { useProblemText } from '../session/problem-text.ts'
import type { CustomerRecord } from './CustomerList.tsx'

export type CustomerPatch = Omit<VerbSent<'customer.update'>, 'customerId' | 'version'>

/** Changes a part of the file, says so with a way back, and throws a refusal to who asked; absent where one may not. */
export function useChange(customer: CustomerRecord): ((patch: CustomerPatch) => Promise<void>) | undefined {
  const { t } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const problemText = useProblemText()
  if (!customer.allowed.includes('customer.update')) return undefined
  return async patch => {
    const { id: customerId, version } = customer
    await perform('customer.update', { customerId, ...patch, version })
    const { fields, ...own } = patch
    const was = pick(customer as CustomerPatch, own)
    const before = fields ? { ...was, fields: earlier(fields, customer.fields) } : was
    say({
      title: t('savedNamed', { name: patch.name ?? customer.name }),
      action: {
        label: t('undo'),
        run: () =>
          void perform('customer.update', { customerId, ...before }).catch(error =>
            say({ title: problemText(error), tone: 'wrong' }),
          ),
      },
    })
  }
}

/** What stood in those fields, so that it can be put back. */
const earlier = (changed: object, fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(changed).map(key => [key, fields[key] ?? null]))
