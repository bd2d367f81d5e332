/** 初始化页面的用语 */
export const zhCN = {
  title: '欢迎使用 Baton 接力',
  under: '创建第一位管理员，一分钟就好',
  code: '初始化代码',
  codeHint: '在启动 Baton 的终端里可以看到',
  deskName: '服务台名称（选填）',
  deskNameHint: '客户会看到它，例如“晨光电器客服中心”',
  name: '您的姓名',
  employeeNo: '您的工号',
  employeeNoHint: '登录时使用：2–40 位字母、数字或 . _ -',
  password: '密码',
  passwordShort: '至少 {{least}} 个字符',
  strength: { empty: '至少 8 个字符', short: '太短', fair: '可以', good: '较强', strong: '很强' },
  go: '开始使用',
} as const
