import { module } from '../../kernel/module.ts'
import { download } from './download.ts'
import { upload } from './upload.ts'

/** Files over HTTP: in by multipart, out as attachments. */
export const fileRoutes = module({
  name: 'fileRoutes',
  routes(app, desk) {
    app.post('/api/v1/file.upload', upload(app, desk))
    app.get('/api/v1/file/:id', download(app, desk))
  },
})
