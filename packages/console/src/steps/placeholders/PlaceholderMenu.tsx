import { placeholderNames, wordIn } from '@baton/contract'
import { Icon } from '@baton/ui'
import { Button, Dropdown } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useStepWords } from '../words/index.ts'

const groups = {
  customer: placeholderNames.filter(name => name.startsWith('customer.')),
  ticket: placeholderNames.filter(name => name.startsWith('ticket.')),
  desk: placeholderNames.filter(name => !name.startsWith('customer.') && !name.startsWith('ticket.')),
} as const

/** The placeholders by their names; the one that is picked goes where the cursor is. */
export function PlaceholderMenu({ onPick }: { onPick: (name: string) => void }): ReactNode {
  const { t, i18n } = useStepWords()
  const { language } = i18n
  const items = useMemo(
    () =>
      (Object.keys(groups) as (keyof typeof groups)[]).map(group => ({
        type: 'group' as const,
        key: group,
        label: t(`placeholder.${group}`),
        children: groups[group].map(name => ({ key: name, label: wordIn(language, 'placeholder', name) ?? name })),
      })),
    [t, language],
  )
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, onClick: ({ key }) => onPick(key) }}>
      <Button size="small" type="text" icon={<Icon name="code" size={14} />}>
        {t('placeholder.insert')}
      </Button>
    </Dropdown>
  )
}
