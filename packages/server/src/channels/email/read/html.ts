import sanitize from 'sanitize-html'

/** As much HTML as a customer's mail needs: no script, no form, no frame, nothing that loads by itself or leaves its place. */
export interface CleanHtml {
  html: string
  /** The Content-IDs of the images that stand in it. */
  images: ReadonlySet<string>
}

/**
 * Images of the mail itself keep `src="cid:…"`; an image on the web has its address in `data-src`, so that opening a
 * mail tells nobody that it was opened.
 */
export function cleanHtml(source: string): CleanHtml {
  const images = new Set<string>()
  if (isMonstrous(source)) return { html: withoutTags(source), images }
  const html = sanitize(source, {
    allowedTags: tags,
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'title',
      'xml',
      'select',
      'template',
      'svg',
      'math',
    ],
    allowedAttributes: {
      a: ['href', 'title', 'target', 'rel'],
      img: ['src', 'data-src', 'alt', 'title', 'width', 'height'],
      td: ['colspan', 'rowspan', 'align', 'valign', 'width', 'bgcolor'],
      th: ['colspan', 'rowspan', 'align', 'valign', 'width', 'bgcolor'],
      table: ['width', 'align', 'border', 'cellpadding', 'cellspacing', 'bgcolor'],
      font: ['color', 'size'],
      ol: ['start', 'type'],
      '*': ['style', 'dir'],
    },
    // Where a quotation begins.
    allowedClasses: { '*': ['gmail_quote'] },
    allowedStyles: { '*': styles },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['cid', 'data'] },
    allowProtocolRelative: false,
    nestingLimit: 100,
    transformTags: {
      a: (tagName, { href, title }) => ({
        tagName,
        attribs: {
          ...(href && { href }),
          ...(title && { title }),
          target: '_blank',
          rel: 'noopener noreferrer nofollow',
        },
      }),
      img: (tagName, { src = '', ...attribs }) => {
        const at = src.trim()
        const cid = /^cid:(.+)$/is.exec(at)?.[1]
        if (cid) images.add(nameOfCid(cid))
        if (cid) return { tagName, attribs: { ...attribs, src: `cid:${nameOfCid(cid)}` } }
        if (/^data:image\/(png|jpe?g|gif|webp);base64,/i.test(at)) return { tagName, attribs: { ...attribs, src: at } }
        return { tagName, attribs: { ...attribs, ...(/^https?:\/\//i.test(at) && { 'data-src': at }) } }
      },
    },
    exclusiveFilter: frame => frame.tag === 'img' && !frame.attribs.src && !frame.attribs['data-src'],
  })
  return { html: html.replaceAll('\0', ''), images }
}

const deepest = 500
const mostTags = 30_000

/** What no program for writing mails makes, and what would keep a parser of HTML busy for minutes. */
function isMonstrous(source: string): boolean {
  let depth = 0
  let count = 0
  for (const [tag, close] of source.matchAll(/<(\/?)[a-z][^\s/>]*/gi)) {
    count += 1
    if (!/^<(br|img|hr|meta|link|input|col|wbr|area|base|param|source|o:|v:)/i.test(tag))
      depth = Math.max(0, depth + (close ? -1 : 1))
    if (depth > deepest || count > mostTags) return true
  }
  return false
}

const withoutTags = (source: string): string =>
  source
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** Content-IDs as they are compared: without brackets and escapes. */
export function nameOfCid(cid: string): string {
  const bare = cid.trim().replace(/^<|>$/g, '')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

const tags = [
  ...['a', 'abbr', 'b', 'bdi', 'blockquote', 'br', 'caption', 'center', 'cite', 'code', 'col', 'colgroup', 'dd', 'del'],
  ...[
    'details',
    'div',
    'dl',
    'dt',
    'em',
    'figcaption',
    'figure',
    'font',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'i',
  ],
  ...[
    'img',
    'ins',
    'kbd',
    'li',
    'mark',
    'ol',
    'p',
    'pre',
    'q',
    'rp',
    'rt',
    'ruby',
    's',
    'samp',
    'small',
    'span',
    'strike',
  ],
  ...[
    'strong',
    'sub',
    'summary',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'tr',
    'tt',
    'u',
    'ul',
    'var',
    'wbr',
  ],
]

const length = /^-?\d{1,4}(\.\d{1,3})?(px|pt|em|rem|%)?$/
const lengths = /^(\d{1,3}(\.\d{1,3})?(px|pt|em|rem|%)?\s*){1,4}$/
const colour = /^(#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s,.%]{5,40}\))$/i
const border = /^[\w\s#.(),%]{1,60}$/
const styles = {
  color: [colour],
  'background-color': [colour],
  'font-weight': [/^(bold|bolder|normal|[1-9]00)$/],
  'font-style': [/^(italic|oblique|normal)$/],
  'font-size': [/^\d{1,2}(\.\d{1,3})?(px|pt|em|rem|%)$/, /^(x-small|small|medium|large|x-large)$/],
  'text-align': [/^(left|right|center|justify)$/],
  'text-decoration': [/^(underline|line-through|none)$/],
  'white-space': [/^(normal|pre|pre-wrap|pre-line|nowrap)$/],
  'vertical-align': [/^(top|middle|bottom|baseline)$/],
  'list-style-type': [/^[a-z-]{3,30}$/],
  'padding-left': [length],
  'text-indent': [length],
  padding: [lengths],
  border: [border],
  'border-left': [border],
  'border-collapse': [/^(collapse|separate)$/],
}
