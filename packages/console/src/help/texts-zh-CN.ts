import { deskTextsZhCN } from './desk-texts-zh-CN.ts'
import type { HelpTexts } from './pages.ts'

/** 帮助页面：先说做什么，再说点哪里、按什么键。花括号里的名称取自界面本身。 */
export const textsZhCN: HelpTexts = {
  ...deskTextsZhCN,
  register: {
    title: '登记来电',
    text: `客户打来电话时，边听边记，一张表单完成。
## 步骤
1. 在任何页面按 {key:d}，或点顶部的电话图标“{word:call.register}”。接了电话系统的，来电时会自己弹出，号码不用输入。
2. 光标在号码里：输入电话，老客户和他未结的工单会自动出现，可以直接记到那一张上；新客户填上姓名，自动建档。
3. 选请求类型、紧急程度和分类，写下问题，订单号和型号写在备注里。
4. 按 {key:mod enter} 提交，由部门处理；当场能答复的选“当场答复”，写下结果，一次办结。
## 交给谁
- 按分类对应的部门；分类没有指定部门，就到默认部门。部门设为自动派单时，马上派给合适的人。
- 首次响应的时限由时限策略按紧急程度决定；出厂时 {urgency:normal} 24 小时，{urgency:urgent} 4 小时，{urgency:critical} 2 小时。登记的这通电话不算首次响应，之后的回复或回电才算。
## 没接到的
- 顶部会显示未接来电的个数，点开可以回电，或建成工单。`,
  },
  claim: {
    title: '领取与确认接收',
    text: `每张工单总有一个持有人：先是部门，再是部门里的一个人。部门设为自动派单时，工单自己到在线、有技能、手中最少的人手上；为什么到这里，写在工单右侧的轨迹里。
## 从部门里领取
1. 在 {place:todo} 左侧打开“部门待领取”视图。
2. 用 {key:j} {key:k} 上下移动，{key:enter} 打开。
3. 点“{verb:ticket.claim}”或按 {keyOf:ticket.claim}。两个人同时领取时只有一个人得到，另一个人马上看到是谁。
## 别人分派给我的
- 打开后点“{verb:ticket.acknowledge}”或按 {keyOf:ticket.acknowledge}，状态由 {status:assigned} 变为 {status:in_progress}。
- 直接回复客户也算接收。
- 不属于自己范围的，见 {help:transfer}。
## 一次处理多张
1. 指到列表里的一行，勾选左边的方框；或用 {key:x} 选中，按住 Shift 连续选。手机上先点“{word:choose.many}”。
2. 列表下方出现操作，也可以全选整个视图。
3. 每张单独检查、单独执行：不允许的会说明原因，改好后可以只重试这些；能撤销的可以整个撤销，之后又有改动的不动。
4. 进度在右上角，结果在头像菜单的“{word:frame.jobs}”里，保留 30 天。`,
  },
  reply: {
    title: '回复与备注',
    text: `工单下方的输入框有三种写法，点标签切换，或按对应的键。
- **{verb:ticket.reply}** {keyOf:ticket.reply}：客户会看到。第一次回复就是首次响应。
- **{verb:ticket.note}** {keyOf:ticket.note}：只有同事看到。用 @ 提到的同事会在“提到我的”里看到。
- **{verb:ticket.progress}** {keyOf:ticket.progress}：处理到哪一步了；转给别人时一起带过去。
## 发送
1. 写好后点“{word:composer.send}”，或按 {key:mod enter}。
2. 发送按钮旁的菜单可以同时转为 {status:pending_customer} 或 {status:solved}。
## 放心写
- 没写完的内容自动保存为草稿，换一台电脑也还在。
- 写的时候客户又发来消息，系统会先请您看一眼再发送。
- 图片和文件可以粘贴或拖进输入框。`,
  },
  transfer: {
    title: '转办与退回',
    text: `不在自己范围的工单，说明原因交给对的部门或人。
## {verb:ticket.transfer}
1. 打开工单，按 {keyOf:ticket.transfer}，或在“{word:ticket.verbs}”里选“{verb:ticket.transfer}”。
2. 选部门，需要时再选人；写明原因。
3. 确认后工单立即到对方手里，原因和进度都在时间线上，客户不用重说一遍。
## {verb:ticket.return}
- 转来的工单不属于自己：按 {keyOf:ticket.return}，写原因，工单回到上一位持有人。
## {verb:ticket.assign}与{verb:ticket.urge}
- 主管分派给某个人：{keyOf:ticket.assign}，可附派发说明。
- 提醒持有人：{keyOf:ticket.urge}。十分钟内重复催办不再提醒。`,
  },
  wait: {
    title: '待客户、挂起与暂停',
    text: `三种“等”，意思不同。
- **{verb:ticket.await}** {keyOf:ticket.await}：等客户补充。客户一回复，自动回到 {status:in_progress}。
- **{verb:ticket.hold}** {keyOf:ticket.hold}：等别的事，例如配件、第三方。写明等什么。
- **{verb:ticket.pause}** {keyOf:ticket.pause}：停住所有时限，必须写原因，可以定一个自动恢复的时间。一般由主管使用。
## 恢复
1. 暂停的工单点“{verb:ticket.resume}”或按 {keyOf:ticket.resume}，时限从停下的地方继续。
2. 挂起的工单直接回复或处理即可。
## 怎么看
- 列表里的时限条变灰表示已暂停；什么时候停、为什么停、什么时候恢复，都写在对话里。
- 点工单头部的时限，或按 {key:q} 打开“{word:clock.panel}”：每一项走了多久、停了多久、为什么，到什么时候。
## 时间不够
1. 到期之前，在“{word:clock.panel}”或“{word:ticket.verbs}”里选“{verb:ticket.requestExtension}”，写明多久和原因。
2. 主管在工单头部同意，也可以少给一些，或不同意并写明原因；同意后马上按新的时间计算。`,
  },
  solve: {
    title: '处理完毕与自动关闭',
    text: `解决之后写下结果，工单稍后自动关闭。
## 步骤
1. 打开工单，点“{verb:ticket.solve}”或按 {keyOf:ticket.solve}。
2. 写处理结果，按 {key:mod enter} 确认。
## 之后
- 状态变为 {status:solved}。几天内客户没有新消息，自动变为 {status:closed}。天数在 {settings:desk} 里设置。
- 客户又来消息：工单重新回到 {status:in_progress}，自动关闭取消。
- 客户不满意：点“{verb:ticket.followUp}”或按 {keyOf:ticket.followUp}，继续跟进。
- 关闭早了：按 {keyOf:ticket.reopen} 重新打开。关闭之后客户再来信，另开一张关联的新工单，除非设置了可重开的天数。
- 客户撤回或有特殊原因：用“{verb:ticket.cancel}”或“{verb:ticket.forceEnd}”，须写原因。`,
  },
  find: {
    title: '搜索与命令',
    text: `一个输入框，找工单、找客户、做动作。
1. 按 {key:mod k} 或 {key:/}，或点顶部的“{word:frame.find}”。
2. 输入编号、标题或对话里的词、客户姓名、电话或订单号的末四位。
3. 用上下键选，{key:enter} 打开。
## 更准一些
- 几个词用空格分开，都要出现；"加引号"的连在一起找。
- 前面写上是什么：客户:李雷 状态:处理中 紧急程度:特急 处理人:王芳 部门:售后部 渠道:电话 标签:VIP 创建:7d。
- 结果可以存为视图。
## 还能输入什么
- 视图的名字，例如“部门待领取”。
- 页面的名字，例如“{place:customers}”“{settings:people}”。
- 打开着工单时，输入动作的名字，例如“{verb:ticket.transfer}”。
## 视图
- {place:todo} 左侧的视图是保存好的筛选，数字是实时的；{place:all} 里可以看到所有有权查看的工单。`,
  },
  keys: {
    title: '快捷键',
    text: `常用动作都有键，写在菜单和提示里。任何时候按 {key:?} 看全部。
## 任何地方
- {key:mod k} {word:frame.find}
- {key:n} {word:frame.newTicket}
- {key:g t} {place:todo}，{key:g d} {place:done}，{key:g a} {place:all}，{key:g c} {place:customers}，{key:g h} {place:help}
## 列表
- {key:j} {word:keys.next}，{key:k} {word:keys.previous}，{key:enter} {word:keys.open}，{key:esc} {word:keys.back}
## 工单
- {keyOf:ticket.claim} {verb:ticket.claim}，{keyOf:ticket.reply} {verb:ticket.reply}，{keyOf:ticket.note} {verb:ticket.note}，{keyOf:ticket.solve} {verb:ticket.solve}
- {keyOf:ticket.transfer} {verb:ticket.transfer}，{keyOf:ticket.return} {verb:ticket.return}，{keyOf:ticket.urge} {verb:ticket.urge}
- {key:e} {word:ticket.editSubject}，{key:y} {word:ticket.copyNumber}，{key:i} {word:ticket.side}，{key:q} {word:clock.panel}
## 关闭单键
- 不习惯单个字母键，在快捷键表底部关掉“{word:keys.single}”；带 Ctrl 的键仍然有效。`,
  },
  presence: {
    title: '在线状态与负载',
    text: `右上角显示自己的状态和手上的工单，例如 3/8：手上 3 张，上限 8 张。
## 状态
- {presence:ready}：可以接新工单。
- {presence:busy}：在岗，暂不接新工单。
- {presence:break}：短暂离开。
- {presence:away}：较长时间不在；客户回复已解决的工单时，会回到部门待领取。
- {presence:offline}：退出登录，或断开连接五分钟后自动变为此状态。
## 步骤
1. 点右上角自己的状态，选一个新的。
2. 首次登录自动为 {presence:ready}。
## 负载怎么算
- 只算 {status:assigned} 和 {status:in_progress} 且没有暂停的工单；不同紧急程度的权重在 {settings:desk} 里设置。
- 每个人的上限在 {settings:people} 里设置。`,
  },
}
