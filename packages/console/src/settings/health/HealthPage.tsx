import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Asked } from '../../lists/Asked.tsx'
import { reading } from '../../session/ask.ts'
import { PageHead } from '../PageHead.tsx'
import { ClockCheck } from './ClockCheck.tsx'
import { Followers } from './Followers.tsx'
import { Letters } from './Letters.tsx'
import { Parked } from './Parked.tsx'
import { About, Processes, Room, Waiting } from './Parts.tsx'
import { Verdict } from './Verdict.tsx'

/** What an operator looks at when something seems slow or stuck; asked again every few seconds. */
export function HealthPage(): ReactNode {
  const query = useQuery({ ...reading('health.get', {}), refetchInterval: 5000 })
  return (
    <>
      <PageHead page="health" />
      <Asked query={query} rows={4}>
        {health => (
          <>
            <Verdict health={health} />
            <Followers health={health} />
            <Parked events={health.parkedEvents} />
            <ClockCheck check={health.clockCheck} />
            <Letters health={health} />
            <Waiting health={health} />
            <Room health={health} />
            <Processes health={health} />
            <About health={health} />
          </>
        )}
      </Asked>
    </>
  )
}
