import type { ReactNode } from 'react'
import { Fold } from '../../forms/Fold.tsx'
import { useWords } from '../words/index.ts'
import { LeadInput } from './LeadInput.tsx'
import { Ladder } from './ladder/Ladder.tsx'
import { isUsual } from './lead.ts'
import style from './TargetsInput.module.css'
import { useLeadText } from './useLeadText.ts'
import type { Target } from './values.ts'

interface Props {
  target: Target
  onChange: (target: Target) => void
  /** From the target: `ladder.1.input.to`. */
  problemAt: (path: string) => string | undefined
  tried: boolean
}

/** The yellow card and the ladder; one line that says what they are, while they are as usual. */
export function Escalation({ target, onChange, problemAt, tried }: Props): ReactNode {
  const { t } = useWords()
  const leadText = useLeadText()
  const { lead, ladder } = target
  const isSpecial = !isUsual(lead) || ladder.length > 0
  return (
    <Fold
      open={isSpecial || problemAt('lead') !== undefined || problemAt('ladder') !== undefined}
      title={
        <>
          <span className={style.name}>{t('policies.escalation')}</span>
          <span className={style.now}>
            {leadText(lead)}
            {t('comma')}
            {ladder.length > 0 ? t('policies.rungs', { count: ladder.length }) : t('policies.noRungs')}
          </span>
        </>
      }
    >
      <LeadInput lead={lead} onChange={next => onChange({ ...target, lead: next })} error={problemAt('lead')} />
      <Ladder
        target={target.target}
        ladder={ladder}
        onChange={next => onChange({ ...target, ladder: next })}
        problemAt={path => problemAt(`ladder.${path}`)}
        tried={tried}
      />
    </Fold>
  )
}
