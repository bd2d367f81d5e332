import { type FieldKind, placeholderNames, wordIn } from '@baton/contract'
import { Icon } from '@baton/ui'
import { Button, Dropdown } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useFields } from '../../fields/useFields.ts'
import { wordOf } from '../../fields/word.ts'
import { useStepWords } from '../words/index.ts'

const groups = {
  customer: placeholderNames.filter(name => name.startsWith('customer.')),
  ticket: placeholderNames.filter(name => name.startsWith('ticket.')),
  desk: placeholderNames.filter(name => !name.startsWith('customer.') && !name.startsWith('ticket.')),
} as const

/** Nobody reads these out. */
const unsaid: readonly FieldKind[] = ['files', 'pictures']

/** The placeholders by their names; the one that is picked goes where the cursor is. */
export function PlaceholderMenu({ onPick }: { onPick: (name: string) => void }): ReactNode {
  const { t, i18n } = useStepWords()
  const { language } = i18n
  const fields = useFields('ticket')
  const items = useMemo(() => {
    const group = (key: keyof typeof groups | 'fields', children: { key: string; label: string }[]) => ({
      type: 'group' as const,
      key,
      label: t(`placeholder.${key}`),
      children,
    })
    const own = fields
      .filter(({ archived, spec }) => !archived && !unsaid.includes(spec.kind))
      .map(field => ({ key: `fields.${field.key}`, label: wordOf(field, language) }))
    return [
      ...(Object.keys(groups) as (keyof typeof groups)[]).map(key =>
        group(
          key,
          groups[key].map(name => ({ key: name, label: wordIn(language, 'placeholder', name) ?? name })),
        ),
      ),
      ...(own.length > 0 ? [group('fields', own)] : []),
    ]
  }, [t, language, fields])
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, onClick: ({ key }) => onPick(key) }}>
      <Button size="small" type="text" icon={<Icon name="code" size={14} />}>
        {t('placeholder.insert')}
      </Button>
    </Dropdown>
  )
}
