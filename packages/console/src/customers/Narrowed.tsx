import type { Condition } from '@baton/contract'
import { Chip, IconButton } from '@baton/ui'
import type { ReactNode } from 'react'
import { ConditionEditor } from '../conditions/ConditionEditor.tsx'
import { useConditionText } from '../conditions/ConditionWords.tsx'
import style from './Customers.module.css'
import { useWords } from './words/index.ts'

interface Props {
  where: Condition
  onChange: (where: Condition) => void
  isOpen: boolean
  onClear: () => void
}

/** Which customers the list is narrowed to: built as a sentence, and told as one when it is put away. */
export default function Narrowed({ where, onChange, isOpen, onClear }: Props): ReactNode {
  const { t } = useWords()
  const text = useConditionText()
  if (isOpen)
    return (
      <div className={style.narrow}>
        <ConditionEditor kind="customer" value={where} onChange={onChange} />
      </div>
    )
  return (
    <div className={style.narrowed}>
      <Chip>{text(where, 'customer')}</Chip>
      <IconButton icon="close" size={14} label={t('clearFilter')} onClick={onClear} />
    </div>
  )
}
