import { type ReactNode, useState } from 'react'
import { Attachments } from '../tickets/timeline/Attachments.tsx'
import { type ViewedPicture, Viewer } from '../tickets/timeline/Viewer.tsx'
import { useFileFacts } from './useFileFacts.ts'

/** Pictures to look at, files to fetch; as in the conversation. */
export function FilesValue({ ids }: { ids: readonly string[] }): ReactNode {
  const files = useFileFacts(ids)
  const [viewed, view] = useState<ViewedPicture>()
  return (
    <>
      <Attachments files={files} view={view} />
      {viewed && <Viewer picture={viewed} onClose={() => view(undefined)} />}
    </>
  )
}
