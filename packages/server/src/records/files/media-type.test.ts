import { expect, test } from 'vitest'
import { mediaTypeOf } from './media-type.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['a.png', bytes('\x89PNG\r\n\x1a\n....'), 'image/png'],
  ['a.jpg', bytes('\xff\xd8\xff\xe0..JFIF'), 'image/jpeg'],
  ['a.gif', bytes('GIF89a.....'), 'image/gif'],
  ['a.webp', bytes('RIFF....WEBPVP8 '), 'image/webp'],
  ['a.wav', bytes('RIFF....WAVEfmt '), 'audio/wav'],
  ['a.heic', bytes('\0\0\0\x18ftypheic'), 'image/heic'],
  ['a.mp4', bytes('\0\0\0\x18ftypisom'), 'video/mp4'],
  ['a.mov', bytes('\0\0\0\x14ftypqt  '), 'video/quicktime'],
  ['a.m4a', bytes('\0\0\0\x18ftypM4A '), 'audio/mp4'],
  ['a.amr', bytes('#!AMR\n....'), 'audio/amr'],
  ['a.pdf', bytes('%PDF-1.7\n'), 'application/pdf'],
  ['a.docx', bytes('PK\x03\x04....'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['a.zip', bytes('PK\x03\x04....'), 'application/zip'],
  ['a.png', bytes('PK\x03\x04....'), 'application/zip'],
  ['a.doc', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..'), 'application/msword'],
  ['报销单.xls', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..'), 'application/vnd.ms-excel'],
  ['a.txt', Buffer.from('你好,世界'), 'text/plain'],
  ['a.txt', bytes('\xc4\xe3\xba\xc3'), 'text/plain'],
  ['a.csv', Buffer.from('姓名,电话\r\n'), 'text/csv'],
  // 说谎的扩展名
  ['photo.png', bytes('MZ\x90\0\x03'), 'application/x-msdownload'],
  ['photo.jpg', Buffer.from('<html><script>alert(1)</script>'), 'text/plain'],
  ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'text/plain'],
  ['a.html', Buffer.from('<!doctype html>'), 'text/plain'],
  ['a.png', bytes('\0\x01\x02'), 'application/octet-stream'],
  ['BM.bmp', bytes('BM'), 'text/plain'],
  ['empty', Buffer.alloc(0), 'application/octet-stream'],
])('%s', (name, head, type) => expect(mediaTypeOf(head, name)).toBe(type))
