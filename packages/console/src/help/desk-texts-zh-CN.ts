import type { HelpTexts } from './pages.ts'

/** 给管理员看的几页。 */
export const deskTextsZhCN: Pick<HelpTexts, 'departments' | 'calendars' | 'mailbox' | 'roles' | 'api'> = {
  departments: {
    title: '部门与分类设置',
    text: `工单由部门承接，分类决定交给哪个部门。
## 从模板开始
1. 打开 {place:settings} 首页，进入设置向导。
2. 选最像您的一种，先看将要建立的内容，再点“采用”。已经有的不会重复建立。
## 逐个设置
- {settings:departments}：可以有上下级；负责人能看到本部门和下级部门的工作。
- {settings:categories}：由粗到细，写作“售后-退货退款”；给分类指定部门，新工单就自动到那里。
- {settings:requestTypes}：咨询、投诉、报修、建议，以及您自己的类型。
## 放心修改
- 改动只影响新工单。停用而不是删除：旧工单仍显示原来的名称。
- 谁改了什么，都在 {settings:audit} 里。`,
  },
  calendars: {
    title: '工作日历',
    text: `工作日历说明什么时候上班，到期时间只计算上班的时间。
## 步骤
1. 在 {settings:calendars} 里新建日历，写下每周的时段；午休就写成两段，夜班可以写到次日。
2. 在“试算”里填几个工作小时，立即看到什么时候到期、中间哪几天休息；“全年”画出每一天。
3. 只属于这个日历的日子，例如盘点或店庆，写在“特殊日期”里，它优先于公共节假日。
## 节假日与调休
- 遵守公共节假日的日历，法定节假日休息，调休的周末照常上班，时段与每周第一个工作日相同。
- 明年的安排通常在 11 月公布：在同一页的“公共节假日”里填写，或导入发布的 .ics 文件。`,
  },
  mailbox: {
    title: '邮箱',
    text: `客户写信来成为工单，回复从同一个地址发出。
## 步骤
1. 在 {settings:mailboxes} 里把默认邮箱改成您的客服地址。
2. 服务器上设置 BATON_SMTP_LISTEN，并让您的邮件服务器把来信转到这里。
3. 设置 BATON_SMTP_URL，回复才会发出；没有设置时，信在 {settings:deliveries} 里等待。
## 出了问题看哪里
- 一封信去了哪里：{settings:mails}。每一封都有一个去向，隔离的可以重新处理。
- 回复有没有送到：{settings:deliveries}。没有送达的可以重发。
- 积压和失败的总数：{settings:health}。
## 网页表单
- 客户也可以在 /form 提交问题，开关在 {settings:desk} 里。`,
  },
  roles: {
    title: '角色与授权',
    text: `角色决定一个人能看什么、做什么；有多个角色时，权限相加。
## 自带的角色
- 管理员：可以做一切。
- 客服主管：处理所有工单，分派、暂停、催办，查看审计。
- 客服坐席：查看所有工单，处理本部门的。
- 部门处理人员：只看、只处理本部门的工单。
- 审核员：查看所有工单，回访，提前关闭。
## 步骤
1. 在 {settings:roles} 里新建或修改角色，勾选动作；可以加条件，例如“部门是我的部门”。
2. 在 {settings:people} 里给人员选角色。
3. 需要时隐藏或冻结某些字段：隐藏的字段在哪里都看不到，包括搜索和接口。
## 首次登录
- 新同事用工号和初始密码登录，必须先修改密码。忘记密码时，在 {settings:people} 里重置。`,
  },
  api: {
    title: '接口',
    text: `界面上能做的，程序都能用同一个名字去做。
## 步骤
1. 在 {settings:apiKeys} 里新建密钥，只勾选需要的动作；令牌只显示一次。
2. 请求 POST /api/v1/动作名，例如 /api/v1/ticket.open，内容是 JSON，请求头带 Authorization: Bearer 令牌。
3. 重试时带上 Idempotency-Key，同一件事不会做两次。
## 文档
- 可浏览的参考在 /api/docs，OpenAPI 3.1 在 /api/v1/openapi.json。
- 出错时返回 application/problem+json，code 是固定的，fields 指出是哪个字段。
## 安全
- 密钥的权限不会超过创建者。撤销后立即失效。`,
  },
}
