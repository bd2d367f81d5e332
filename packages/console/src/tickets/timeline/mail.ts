import purify from 'dompurify'
import { fileUrl } from '../../session/files.ts'

export interface Cleaned {
  /** How many pictures would come from elsewhere. */
  remote: number
  /** A whole page for the frame, with or without pictures from elsewhere. */
  page: (pictures: boolean) => string
}

/** Cleans a mail's HTML (the server has done so before), folds what it quotes, and holds back pictures from elsewhere. */
export function clean(html: string, quotedLabel: string): Cleaned {
  const cleaned = purify.sanitize(html, {
    FORBID_TAGS: [
      'style',
      'form',
      'input',
      'button',
      'textarea',
      'select',
      'iframe',
      'object',
      'embed',
      'video',
      'audio',
      'link',
      'meta',
      'base',
      'svg',
      'math',
      'template',
    ],
    FORBID_ATTR: ['srcset', 'background', 'ping', 'autofocus', 'tabindex', 'contenteditable', 'name', 'popover'],
    ADD_ATTR: ['data-src'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  })
  // A document of its own fetches nothing while its pictures are looked through.
  const content = new DOMParser().parseFromString(cleaned, 'text/html').body
  for (const link of content.querySelectorAll('a')) {
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
  }
  for (const element of content.querySelectorAll<HTMLElement>('[style]')) {
    const written = element.getAttribute('style') ?? ''
    if (/url\s*\(|expression|position|z-index|@import/i.test(written)) element.removeAttribute('style')
  }
  fold(content, quotedLabel)
  const remote = heldBack(content)
  return {
    remote: remote.length,
    page: pictures => {
      for (const { image, source } of remote)
        if (pictures) image.src = source
        else image.removeAttribute('src')
      return pageOf(content.innerHTML, pictures)
    },
  }
}

/** Takes the sources from pictures that would come from elsewhere, and leads those that came along to their files. */
function heldBack(content: HTMLElement): { image: HTMLImageElement; source: string }[] {
  const found: { image: HTMLImageElement; source: string }[] = []
  for (const image of content.querySelectorAll('img')) {
    const source = image.getAttribute('data-src') ?? image.getAttribute('src') ?? ''
    image.removeAttribute('data-src')
    const file = /^cid:([\w-]+)$/.exec(source)?.[1]
    if (file) image.src = fileUrl(file)
    else if (/^https?:\/\//i.test(source)) {
      image.removeAttribute('src')
      found.push({ image, source })
    } else if (!source.startsWith('data:image/')) image.remove()
  }
  return found
}

/** The first quotation and all that follows it, behind three dots; works without a script. */
function fold(content: HTMLElement, label: string): void {
  const quote = content.querySelector('blockquote, .gmail_quote, #divRplyFwdMsg, #appendonsend')
  if (!quote?.parentNode || !textBefore(content, quote)) return
  const details = content.ownerDocument.createElement('details')
  const summary = content.ownerDocument.createElement('summary')
  summary.textContent = '···'
  summary.setAttribute('aria-label', label)
  details.append(summary)
  quote.replaceWith(details)
  details.append(quote)
}

function textBefore(content: HTMLElement, quote: Element): boolean {
  const range = content.ownerDocument.createRange()
  range.setStart(content, 0)
  range.setEndBefore(quote)
  return range.toString().trim().length > 0
}

const pageOf = (content: string, pictures: boolean): string => `<!doctype html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: blob:${pictures ? ' https: http:' : ''}">
<meta name="color-scheme" content="light"><style>
html{overflow-x:auto;overflow-y:hidden}
body{margin:0;padding:8px;display:flow-root;color:#182021;background:#fff;font:14px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;overflow-wrap:anywhere}
img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}
blockquote{margin:8px 0;padding-left:12px;border-left:2px solid #cfd5d5;color:#4d585a}
summary{display:inline-block;margin-top:6px;padding:0 6px;border-radius:8px;background:#e7eaea;line-height:16px;cursor:pointer;list-style:none}
</style></head><body>${content}</body></html>`
