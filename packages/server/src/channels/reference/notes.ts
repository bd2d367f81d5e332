import type { Locale } from '../../kernel/caller.ts'

/** What a name and a shape do not say by themselves. */
export const notes: Record<string, Record<Locale, string>> = {
  'session.open': {
    'zh-CN':
      '用工号登录。需要修改初始密码时 `mustChangePassword` 为真，此时只能调用 `session.changePassword` 和 `session.close`。',
    en: 'Signs in with the employee number. When `mustChangePassword` is true, only `session.changePassword` and `session.close` are possible.',
  },
  'session.welcome': {
    'zh-CN': '登录之前可以知道的：名称，以及是否需要初始化。',
    en: 'What may be known before signing in: the desk’s name, and whether a first run is due.',
  },
  'agent.create': {
    'zh-CN': '返回中的 `initialPassword` 只出现这一次，首次登录必须修改。',
    en: '`initialPassword` in the answer is shown this once, and must be changed at the first sign-in.',
  },
  'agent.resetPassword': {
    'zh-CN': '返回新的初始密码，并结束此人的全部登录。',
    en: 'Answers with a new initial password and ends all of the person’s sessions.',
  },
  'agent.disable': { 'zh-CN': '停用后此人手上的工单回到公共池。', en: 'The person’s tickets return to the pool.' },
  'agent.setPresence': {
    'zh-CN': '`ready` 才会收到自动分派。',
    en: 'Only who is `ready` is given tickets automatically.',
  },
  'apiKey.create': {
    'zh-CN': '返回中的 `token` 只出现这一次，只保存其摘要。',
    en: '`token` in the answer is shown this once; only its hash is kept.',
  },
  'customer.create': {
    'zh-CN':
      '邮箱、电话可以用任何写法，保存为统一的形式；一个联系方式只属于一位客户。带星号的号码会显示，但不用于识别。',
    en: 'Mail addresses and phones in any spelling are kept in one form; a contact point belongs to one customer. Masked numbers are shown and never used to recognise anybody.',
  },
  'customer.update': {
    'zh-CN': '只修改给出的字段；`emails`、`phones` 整体替换。',
    en: 'Changes only what is given; `emails` and `phones` are replaced as a whole.',
  },
  'customer.find': {
    'zh-CN': '任何写法的联系方式、外部编号、客户编号、号码或邮箱的开头，或姓名的开头。完全相符的在前。',
    en: 'By any contact point in any spelling, external id, customer number, the beginning of a phone or mail address, or of a name. Whole matches come first.',
  },
  'customer.timeline': {
    'zh-CN': '与这位客户的往来，新的在前，只含调用者有权查看的工单。',
    en: 'All that was between the customer and us, newest first, as far as the caller may see the tickets.',
  },
  'call.ring': {
    'zh-CN':
      '供交换机或话机使用的 API 密钥：需授予 `call.ring`、`call.answer`、`call.end` 和 `call.get`。`agent` 是工号或分机。同一个 `externalId` 再次振铃即转到另一位坐席，重复发送不产生新通话。三分钟无人接听即为未接。',
    en: 'For a phone system, by an API key that is granted `call.ring`, `call.answer`, `call.end` and `call.get`. `agent` is an employee number or an extension. The same `externalId` again moves the call to another agent; told twice, it changes nothing. What nobody answers within three minutes is missed.',
  },
  'call.end': {
    'zh-CN': '无人接听的来电变为未接来电，等待回拨或建单。重复发送以第一次为准。',
    en: 'An incoming call that nobody took is missed and waits for a call-back or a ticket. Told twice, the first one counts.',
  },
  'call.start': {
    'zh-CN': '没有交换机时由坐席手工计时；登记工单时随之结束。`answersId` 表示回拨哪个未接来电。',
    en: 'Timed by hand where no phone system tells; it is over when its ticket is registered. `answersId` names the missed call that it answers.',
  },
  'ticket.openAnswered': {
    'zh-CN': '当场答复：一次完成建单、答复和处理完毕，由调用者负责；要么全部成功，要么什么也没有发生。',
    en: 'Answered on the spot: opened, answered and solved in one by the caller; all of it, or none.',
  },
  'ticket.recordCall': {
    'zh-CN':
      '登记一次回电或来电。`reached` 为真时算作一次答复：首个公开回复或接通的通话即首次响应；登记工单的那次通话不算。',
    en: 'Records a call-back, or the customer’s own call. When `reached`, it counts as an answer: the first public reply or answered call is the first response; the call that registered the ticket never is.',
  },
  'category.create': {
    'zh-CN': '路径由各级名称用 `-` 连接，如 `售后-产品维修`，因此名称不能含 `-`。',
    en: 'The path joins the names with `-`, such as `售后-产品维修`, so a name cannot contain one.',
  },
  'category.archive': {
    'zh-CN': '新工单不能再用，已有的工单保留。下面还有分类时拒绝。',
    en: 'New tickets cannot use it, old ones keep it. Refused while it has sub-categories in use.',
  },
  'mailbox.update': {
    'zh-CN': '`isDefault: true` 使它成为默认邮箱：没有邮箱认领的来信都归它。',
    en: '`isDefault: true` makes it the mailbox that takes what no other one claims.',
  },
  'ticket.open': {
    'zh-CN':
      '`requester` 按任一联系方式识别客户，没有则新建。`category` 可以是编号或完整路径。不指定部门时依次取分类的、邮箱的、默认的部门。附件先用 `file.upload` 上传。',
    en: 'The `requester` is matched by any contact point and created when unknown. `category` is an id or a full path. Without a department it goes to the category’s, the mailbox’s, or the desk’s default one. Attachments are uploaded by `file.upload` first.',
  },
  'ticket.reply': {
    'zh-CN': '发给客户。`seenSeq` 是已看到的最后一条公开消息的序号：其后若有新消息则返回 409 `ticket.stale`。',
    en: 'Goes to the customer. `seenSeq` is the number of the last public message seen; if there is a newer one it is a 409 `ticket.stale`.',
  },
  'ticket.note': {
    'zh-CN': '内部备注，客户看不到；`mentionIds` 中的人会被提醒。',
    en: 'Internal: the customer never sees it; who is named in `mentionIds` is told.',
  },
  'ticket.progress': {
    'zh-CN': '内部的进度说明，会重置进度更新的时限。',
    en: 'An internal word on the progress; it resets the progress target.',
  },
  'ticket.dispatch': {
    'zh-CN':
      '把待领取的工单派给能处理、在线、且工作量占比最小的人；没有这样的人时留在原处并说明原因。部门设为自动派单时由系统随时执行。',
    en: 'Gives a waiting ticket to whoever may, has the skills, is ready and has the least in hand; with nobody like that it stays and says why. In departments with automatic dispatch Baton does it by itself.',
  },
  'ticket.claim': {
    'zh-CN': '领取即接收；同时领取的人中只有一位成功。',
    en: 'Takes and acknowledges at once; of several who claim, exactly one wins.',
  },
  'ticket.update': {
    'zh-CN': '不能修改状态、运行状态、部门、处理人、编号与时限（422），它们各有自己的操作。',
    en: 'Never changes status, run state, department, holder, number or clocks (422): those have verbs of their own.',
  },
  'ticket.pause': {
    'zh-CN': '所有时限停止；给出 `until` 则到时自动恢复。',
    en: 'Stops every clock; with `until` it resumes by itself.',
  },
  'ticket.receive': {
    'zh-CN': '供渠道使用：客户在这张工单上的消息。已关闭的工单会另开一张与之关联的新工单。',
    en: 'For channels: a customer’s message on a ticket. On a closed one it opens a new ticket that is linked to it.',
  },
  'ticket.see': {
    'zh-CN': '只记录看到了哪里，不算处理，也不产生事件。',
    en: 'Only remembers what was seen: nothing is handled by it and no event is made.',
  },
  'ticket.list': {
    'zh-CN': '`view` 与 `where` 同时给出时取交集。',
    en: 'With both `view` and `where`, both must hold.',
  },
  'ticket.counts': { 'zh-CN': '最多数到 1000，表示“999+”。', en: 'Counts to 1000 at most, which means “999+”.' },
  'ticket.timeline': {
    'zh-CN': '对话与经过在一起，新的在前；`text` 是一句话的说明。',
    en: 'Conversation and history in one, newest first; `text` tells each as a sentence.',
  },
  'draft.save': { 'zh-CN': '内容为空即删除草稿。', en: 'An empty body drops the draft.' },
  'delivery.retry': {
    'zh-CN': '发送失败或结果未知的可以重发。',
    en: 'What has failed, or whose fate is unknown, can be sent again.',
  },
  'audit.list': { 'zh-CN': '谁在何时做了什么，新的在前。', en: 'Who did what and when, newest first.' },
}
