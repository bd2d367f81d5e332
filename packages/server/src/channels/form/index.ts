import path from 'node:path'
import { module } from '../../kernel/module.ts'
import { signerFor } from '../../kernel/signing.ts'
import { addPages } from '../../kernel/static.ts'
import { formLimiter } from './limiter.ts'
import { submit } from './submit.ts'
import { formTokens } from './token.ts'
import { formUpload } from './upload.ts'
import { welcome } from './welcome.ts'

const portalFolder = path.resolve(import.meta.dirname, '../../../../portal/dist')

/** The form may be found by searching; everything else here is for who works here. */
const robots = 'User-agent: *\nAllow: /form$\nAllow: /portal$\nAllow: /follow$\nAllow: /portal/\nDisallow: /\n'

/** The public web form: whoever has a matter writes it down and gets a number, without an account. */
export const form = module({
  name: 'form',
  async routes(app, desk) {
    const tokens = formTokens(await signerFor(desk.db, 'form'), desk.clock)
    const counter = { tokens, limiter: formLimiter(desk.clock) }
    app.get('/api/public/form', welcome(desk, tokens))
    app.post('/api/public/form.upload', formUpload(desk, counter))
    app.post('/api/public/form.submit', submit(desk, counter))
    app.get('/robots.txt', (_request, reply) => reply.type('text/plain').send(robots))
    await addPages(app, { folder: portalFolder, prefix: '/portal/', routes: ['/form'] })
  },
})
