/** 群机器人与短信的用语。 */
export const outsideLabelsZhCN = {
  verb: {
    'robot.create': '添加群机器人',
    'robot.update': '修改群机器人',
    'robot.archive': '停用群机器人',
    'robot.test': '让群机器人发一条测试消息',
    'robot.list': '查看群机器人',
    'smsAccount.create': '添加短信账号',
    'smsAccount.update': '修改短信账号',
    'smsAccount.archive': '停用短信账号',
    'smsAccount.test': '发一条测试短信',
    'smsAccount.list': '查看短信账号',
    'sms.list': '查看收到的短信',
  },
  fieldName: {
    webhook: 'Webhook 地址',
    secret: '签名密钥',
    keyword: '安全关键词',
    format: '消息格式',
    accessKeyId: 'AccessKey ID',
    accessKeySecret: 'AccessKey Secret',
    secretId: 'SecretId',
    secretKey: 'SecretKey',
    sdkAppId: '短信应用 SdkAppId',
    signName: '短信签名',
    region: '地域',
    endpoint: '接口地址',
    url: '网关地址',
    token: '访问令牌',
    phoneField: '号码的字段名',
    textField: '内容的字段名',
    idField: '编号的字段名',
    templates: '模板',
  },
} as const

export const outsideHistoryZhCN = {
  'robot.created': '{actor} 添加了群机器人 {name}',
  'robot.updated': '{actor} 修改了群机器人 {name}[：{changes}]',
  'robot.archived': '{actor} 停用了群机器人 {name}',
  'robot.tested': '{actor} 让群机器人 {name} 发了一条测试消息',
  'smsAccount.created': '{actor} 添加了短信账号 {name}',
  'smsAccount.updated': '{actor} 修改了短信账号 {name}[：{changes}]',
  'smsAccount.archived': '{actor} 停用了短信账号 {name}',
  'smsAccount.tested': '{actor} 用短信账号 {name} 给 {phone} 发了一条测试短信',
  'sms.received': '收到来自 {from} 的短信',
} as const

export const outsideProblemsZhCN = {
  problem: {
    'secret.keyMissing': '本服务器没有加密密钥，无法保存密钥类内容。请管理员查看服务器日志并配置 BATON_SECRET_KEY',
    'smsAccount.lastDefault': '默认短信账号不能停用，请先指定另一个默认账号',
    'smsAccount.noTemplate': '该账号没有为此用途填写模板编号',
    'robot.archived': '该机器人已停用',
    'delivery.turn': '达到频率上限，正在排队',
    'delivery.robotGone': '该群机器人已停用或不存在',
    'delivery.accountGone': '短信账号已停用或不存在',
    'delivery.noAccount': '没有配置短信账号，短信未发送',
    'delivery.noPhone': '客户没有可用的手机号，短信未发送',
    'delivery.noTemplate': '短信账号没有为此用途填写模板编号',
    'delivery.tooLong': '短信太长，超过 10 条',
    'delivery.secretKey': '本服务器没有解密用的密钥（BATON_SECRET_KEY）',
    'delivery.refused': '对方拒收',
    'delivery.busy': '对方暂时不收，稍后再试',
    'delivery.receipt': '运营商回报未送达',
    'delivery.strange': '对方的应答无法识别，不确定是否收到',
    'delivery.redirect': '对方要求转到别的地址，未发送',
    'delivery.address': '目标地址在内网或本机，不允许访问（可由管理员用 BATON_OUTGOING_ALLOW 放行）',
    'delivery.plain': '目标地址没有加密（http），不允许访问',
    'delivery.url': '目标地址不正确',
    'delivery.unreachable': '无法连接对方服务器',
    'delivery.time': '对方超时没有应答',
    'delivery.cut': '连接中断，不确定对方是否收到',
    'delivery.tooLarge': '对方的应答过大，不确定是否收到',
  },
  field: {
    'robot.webhook': '这不是{kind}群机器人的 Webhook 地址，请从群机器人的设置里完整复制',
    address: '应为 https:// 开头的网址',
  },
} as const

export const outsideWordsZhCN = {
  robotKind: { wecom: '企业微信', dingtalk: '钉钉', feishu: '飞书' },
  smsProvider: { aliyun: '阿里云', tencent: '腾讯云', gateway: '自有网关' },
  /** 机器人与短信自己说的话。 */
  robot: {
    open: '查看详情',
    testTitle: '测试消息',
    testText: '这是 **{desk}** 发来的测试消息，看到它说明群机器人 {name} 已经接通。',
    replySms: '{text}（{number}）',
    testSms: '这是{desk}的测试短信',
  },
} as const
