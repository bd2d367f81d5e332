import '@baton/ui/tokens.css'
import '@baton/ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './frame/App.tsx'
import { liked } from './frame/look.tsx'
import { createPages } from './frame/routes.tsx'
import { createQueries } from './session/queries.ts'
import { startWords } from './words/index.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

await startWords(liked().locale)
createRoot(root).render(
  <StrictMode>
    <App queries={createQueries()} pages={createPages()} />
  </StrictMode>,
)
