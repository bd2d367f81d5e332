import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react'
import { isAny } from './selection.ts'

const ListBar = lazy(() => import('./bulk/ListBar.tsx').then(it => ({ default: it.ListBar })))

/** The bar at the foot of a list, once something in it is chosen. */
export function Bulk(props: ComponentProps<typeof ListBar>): ReactNode {
  return <Suspense>{isAny(props.selection.chosen) && <ListBar {...props} />}</Suspense>
}
