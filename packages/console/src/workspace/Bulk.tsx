import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react'
import { isAny } from './selection.ts'

const BulkBar = lazy(() => import('./bulk/BulkBar.tsx').then(it => ({ default: it.BulkBar })))

/** The bar at the foot of a list, once something in it is chosen. */
export function Bulk(props: ComponentProps<typeof BulkBar>): ReactNode {
  return <Suspense>{isAny(props.selection.chosen) && <BulkBar {...props} />}</Suspense>
}
