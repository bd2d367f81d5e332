const zh = {
  title: '提交问题',
  lead: '写下您遇到的问题，提交后会得到一个工单号，客服会尽快答复。',
  name: '称呼',
  namePlaceholder: '例如：李女士',
  email: '邮箱',
  phone: '手机或电话',
  contactHint: '邮箱和电话至少填一项，我们用它答复您。',
  requestType: '类型',
  template: '您要办理什么',
  templateOther: '其他问题',
  category: '分类',
  categoryNone: '请选择',
  categoryNext: '具体是',
  subject: '标题',
  subjectPlaceholder: '一句话说明问题',
  body: '详细描述',
  bodyPlaceholder: '什么时候发生的、您做了什么、看到了什么',
  optional: '选填',
  files: '附件',
  filesHint: '截图、照片或文档，最多 5 个，合计 25 MB',
  addFiles: '添加附件',
  remove: '移除 {name}',
  retryFile: '重新上传',
  uploading: '正在上传 {name}，{percent}%',
  uploaded: '{name} 已上传',
  uploadFailed: '上传失败',
  tooManyFiles: '最多 {most} 个附件',
  filesTooLarge: '附件合计不能超过 25 MB',
  fileEmpty: '{name} 是空文件',
  waitForFiles: '附件还在上传，完成后自动提交…',
  send: '提交',
  sending: '正在提交…',
  required: '请填写{field}',
  contactNeeded: '请填写邮箱或电话，否则我们无法答复您',
  emailWrong: '邮箱格式不正确，例如 name@example.com',
  phoneWrong: '电话号码不正确',
  tooLong: '最多 {most} 字',
  offline: '网络不通。您填写的内容已保留，网络恢复后请再点一次提交。',
  failed: '提交没有成功，请稍后再试。您填写的内容已保留。',
  tooOften: '提交太频繁，请 {seconds} 秒后再试。您填写的内容已保留。',
  fixFields: '请检查标红的内容（{count} 处）',
  closed: '在线表单暂未开放',
  closedLead: '请通过其他方式联系我们。',
  loadFailed: '页面没有加载完整',
  reload: '重新加载',
  fieldsFailed: '这一部分没有加载出来，请检查网络后重新加载。您填写的内容已保留。',
  doneTitle: '已收到您的问题',
  number: '工单号',
  copy: '复制',
  copied: '已复制',
  next: '接下来',
  nextWaits: '您的问题已交给客服处理',
  nextAnswer: '我们会在 {time} 前答复您',
  nextAnswerSoon: '我们会尽快答复您',
  answerTo: '答复将发送到 {contact}',
  answerByPhone: '客服会拨打 {contact} 与您联系',
  keepNumber: '请记下工单号，再次联系我们时报出它即可',
  again: '再提交一个问题',
  followIt: '查询进度',
  home: '客户服务',
  language: 'English',
  homepage: '请勿填写',
}

export type Words = typeof zh

const en: Words = {
  title: 'Send us your question',
  lead: 'Tell us what happened. You will get a ticket number, and our team will answer soon.',
  name: 'Your name',
  namePlaceholder: 'For example: Li Lei',
  email: 'Email',
  phone: 'Phone',
  contactHint: 'Give an email address or a phone number, so that we can answer you.',
  requestType: 'Type',
  template: 'What is it about?',
  templateOther: 'Something else',
  category: 'Category',
  categoryNone: 'Choose one',
  categoryNext: 'More exactly',
  subject: 'Subject',
  subjectPlaceholder: 'The matter in one sentence',
  body: 'Description',
  bodyPlaceholder: 'When it happened, what you did, what you saw',
  optional: 'optional',
  files: 'Attachments',
  filesHint: 'Screenshots, photos or documents; up to 5, 25 MB altogether',
  addFiles: 'Add files',
  remove: 'Remove {name}',
  retryFile: 'Upload again',
  uploading: 'Uploading {name}, {percent}%',
  uploaded: '{name} is uploaded',
  uploadFailed: 'Upload failed',
  tooManyFiles: 'At most {most} attachments',
  filesTooLarge: 'The attachments may be 25 MB altogether',
  fileEmpty: '{name} is empty',
  waitForFiles: 'Files are still uploading; this will be sent when they are done …',
  send: 'Send',
  sending: 'Sending …',
  required: 'Please fill in: {field}',
  contactNeeded: 'Please give an email address or a phone number, or we cannot answer you',
  emailWrong: 'Not a valid email address, such as name@example.com',
  phoneWrong: 'Not a valid phone number',
  tooLong: 'At most {most} characters',
  offline: 'No connection. What you wrote is kept; please press Send again once you are online.',
  failed: 'This could not be sent; please try again later. What you wrote is kept.',
  tooOften: 'Too many at once; please try again in {seconds} s. What you wrote is kept.',
  fixFields: 'Please check what is marked in red ({count})',
  closed: 'The online form is closed',
  closedLead: 'Please contact us in another way.',
  loadFailed: 'The page did not load completely',
  reload: 'Load again',
  fieldsFailed: 'This part did not load; please check your connection and load again. What you wrote is kept.',
  doneTitle: 'We have got your question',
  number: 'Ticket number',
  copy: 'Copy',
  copied: 'Copied',
  next: 'What happens next',
  nextWaits: 'Your question is now with our team',
  nextAnswer: 'We will answer by {time}',
  nextAnswerSoon: 'We will answer as soon as we can',
  answerTo: 'The answer goes to {contact}',
  answerByPhone: 'We will call you at {contact}',
  keepNumber: 'Keep the ticket number and mention it when you contact us again',
  again: 'Send another question',
  followIt: 'Follow it',
  home: 'Customer service',
  language: '中文',
  homepage: 'Leave this empty',
}

export type Language = 'zh-CN' | 'en'
export const languages: Record<Language, Words> = { 'zh-CN': zh, en }

/** Fills `{name}`. */
export const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

const kept = 'baton.language'

/** As asked for in the address, as chosen before, as the browser prefers; Chinese otherwise. */
export function chosenLanguage(): Language {
  const wishes = [new URLSearchParams(location.search).get('lang'), read(), ...navigator.languages]
  for (const wish of wishes) {
    if (wish?.toLowerCase().startsWith('zh')) return 'zh-CN'
    if (wish?.toLowerCase().startsWith('en')) return 'en'
  }
  return 'zh-CN'
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(kept, language)
  } catch {
    // Storage is switched off: the language is asked for again next time.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(kept)
  } catch {
    return null
  }
}
