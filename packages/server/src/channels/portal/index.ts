import path from 'node:path'
import { module } from '../../kernel/module.ts'
import { signerFor } from '../../kernel/signing.ts'
import { addPage } from '../../kernel/static.ts'
import { attach, confirm, look, object, say, urge } from './act.ts'
import { askForCode, enter, portalWelcome } from './enter.ts'
import { fileSigner, portalFile } from './file.ts'
import { portalLimiter } from './limiter.ts'
import { writeTexts } from './texts.ts'

const folder = path.resolve(import.meta.dirname, '../../../../portal/dist')

/** The customers' pages: follow a ticket by its number and a code, or by a link in a mail; add to it, urge it, rate it. */
export const portalPages = module({
  name: 'portalPages',
  followers: [writeTexts],
  async routes(app, desk) {
    const limit = portalLimiter(desk.clock)
    const sign = fileSigner(await signerFor(desk.db, 'portal.file'), desk.clock)
    const counter = { desk, limit, sign }
    app.get('/api/public/portal', portalWelcome(desk))
    app.post('/api/public/portal.code', askForCode(desk, limit))
    app.post('/api/public/portal.enter', enter(desk, limit))
    app.get('/api/public/portal.ticket', look(counter))
    app.get('/api/public/portal.file/*', portalFile(desk, sign))
    app.post('/api/public/portal.upload', attach(counter))
    app.post('/api/public/portal.say', say(counter))
    app.post('/api/public/portal.urge', urge(counter))
    app.post('/api/public/portal.confirm', confirm(counter))
    app.post('/api/public/portal.object', object(counter))
    await addPage(app, {
      folder,
      file: 'portal.html',
      routes: ['/portal', '/follow', '/follow/:token', '/rate/:token'],
    })
  },
})
