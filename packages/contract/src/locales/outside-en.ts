/** The words of group robots and text messages. */
export const outsideLabelsEn = {
  verb: {
    'robot.create': 'Add group robots',
    'robot.update': 'Change group robots',
    'robot.archive': 'Archive group robots',
    'robot.test': 'Have a group robot say a test',
    'robot.list': 'See group robots',
    'smsAccount.create': 'Add text message accounts',
    'smsAccount.update': 'Change text message accounts',
    'smsAccount.archive': 'Archive text message accounts',
    'smsAccount.test': 'Send a test text message',
    'smsAccount.list': 'See text message accounts',
    'sms.list': 'See text messages that came in',
  },
  fieldName: {
    webhook: 'webhook address',
    secret: 'signing secret',
    keyword: 'security keyword',
    format: 'format',
    accessKeyId: 'AccessKey ID',
    accessKeySecret: 'AccessKey Secret',
    secretId: 'SecretId',
    secretKey: 'SecretKey',
    sdkAppId: 'SdkAppId',
    signName: 'signature',
    region: 'region',
    endpoint: 'API address',
    url: 'gateway address',
    token: 'access token',
    phoneField: 'field of the number',
    textField: 'field of the words',
    idField: 'field of the id',
    templates: 'templates',
  },
} as const

export const outsideHistoryEn = {
  'robot.created': '{actor} added the group robot {name}',
  'robot.updated': '{actor} changed the group robot {name}[: {changes}]',
  'robot.archived': '{actor} archived the group robot {name}',
  'robot.tested': '{actor} had the group robot {name} say a test',
  'smsAccount.created': '{actor} added the text message account {name}',
  'smsAccount.updated': '{actor} changed the text message account {name}[: {changes}]',
  'smsAccount.archived': '{actor} archived the text message account {name}',
  'smsAccount.tested': '{actor} sent a test text message to {phone} by {name}',
  'sms.received': 'A text message came from {from}',
} as const

export const outsideProblemsEn = {
  problem: {
    'secret.keyMissing':
      'This server has no encryption key, so secrets cannot be kept. Look at the server’s log and set BATON_SECRET_KEY',
    'smsAccount.lastDefault': 'The default account cannot be removed; choose another default first',
    'smsAccount.noTemplate': 'The account names no template for this',
    'robot.archived': 'This robot is no longer in use',
    'smsAccount.archived': 'This account is no longer in use',
    'delivery.turn': 'As many as may leave have left; it waits its turn',
    'delivery.robotGone': 'This group robot is archived or gone',
    'delivery.accountGone': 'The text message account is archived or gone',
    'delivery.noAccount': 'No text message account is configured; nothing was sent',
    'delivery.noPhone': 'The customer has no usable mobile number; nothing was sent',
    'delivery.noTemplate': 'The text message account names no template for this',
    'delivery.tooLong': 'The text message is too long: more than 10 parts',
    'delivery.secretKey': 'This server has no key to decrypt with (BATON_SECRET_KEY)',
    'delivery.refused': 'Refused by the other side',
    'delivery.busy': 'The other side takes nothing just now; it is tried again',
    'delivery.receipt': 'The operator reports that it did not arrive',
    'delivery.strange': 'The answer could not be understood; nobody can tell whether it arrived',
    'delivery.redirect': 'The other side points elsewhere; it was not followed',
    'delivery.address':
      'The address leads into a private network and may not be called (BATON_OUTGOING_ALLOW allows it)',
    'delivery.plain': 'The address is not encrypted (http) and may not be called',
    'delivery.url': 'The address is wrong',
    'delivery.unreachable': 'The other side’s server could not be reached',
    'delivery.time': 'The other side did not answer in time',
    'delivery.cut': 'The connection broke; nobody can tell whether it arrived',
    'delivery.tooLarge': 'The answer was too large; nobody can tell whether it arrived',
  },
  field: {
    'robot.webhook': 'Not the webhook address of a {kind} robot; copy it whole from the robot’s settings',
    address: 'An address that begins with https:// is needed',
  },
} as const

export const outsideWordsEn = {
  robotKind: { wecom: 'WeCom', dingtalk: 'DingTalk', feishu: 'Feishu' },
  smsProvider: { aliyun: 'Alibaba Cloud', tencent: 'Tencent Cloud', gateway: 'Own gateway' },
  /** What robots and text messages say of themselves. */
  robot: {
    open: 'Open',
    testTitle: 'Test',
    testText: 'This is a test by **{desk}**: the group robot {name} is connected.',
    replySms: '{text} ({number})',
    testSms: 'This is a test by {desk}',
  },
} as const
