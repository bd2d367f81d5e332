import type { Locale } from '../../kernel/caller.ts'
import { statesTable } from './states.ts'

/** What holds for every call. Markdown. */
export const introduction: Record<Locale, string> = {
  'zh-CN': `每个操作和查询都是 \`POST /api/v1/<名称>\`，内容是一个 JSON 对象。操作返回执行之后的记录（带 \`version\` 和 \`allowed\`），查询返回记录或一页 \`{items, nextCursor}\`。

## 登录
\`session.open\` 返回 \`token\`，之后带上 \`Authorization: Bearer <token>\`。程序请用 API 密钥（\`apiKey.create\`），它也是 Bearer 令牌，权限是其所有者与自身授权的交集。

## 出错
错误是 \`application/problem+json\`（RFC 9457）：\`code\` 稳定不变，\`detail\` 用调用者的语言说明，\`fields\` 逐项列出有误的字段。无权查看的，与不存在的一样是 404。

## 重试
操作可以带 \`Idempotency-Key\`：同一个键和同样的内容只执行一次。修改可以带读到的 \`version\`，已被他人修改时返回 409 \`conflict\`。

## 翻页、时间与编号
翻页只用 \`cursor\`，没有总数，也没有翻页上限。时间是带时区的 ISO 8601，时长是整数秒，编号是 UUID，工单号形如 \`G20261122001\`。

## 工单的状态
${statesTable('zh-CN')}

判断语言见 \`Condition\`。`,
  en: `Every verb and read is \`POST /api/v1/<name>\` with a JSON object. A verb answers with the record as it now stands (with \`version\` and \`allowed\`), a read with a record or a page \`{items, nextCursor}\`.

## Signing in
\`session.open\` answers with a \`token\`; then send \`Authorization: Bearer <token>\`. Programs take an API key (\`apiKey.create\`): a bearer token too, which may do what both its owner and its own grants allow.

## Problems
Problems are \`application/problem+json\` (RFC 9457): \`code\` is stable, \`detail\` is in the caller’s language, \`fields\` names each wrong field. What one may not see is a 404, like what does not exist.

## Trying again
A verb takes an \`Idempotency-Key\`: the same key and body are done once. A change may carry the \`version\` that was read; when somebody else has changed it since, it is a 409 \`conflict\`.

## Pages, times, numbers
Paging is by \`cursor\` only, without totals and without a last page that is too far. Times are ISO 8601 with offset, durations whole seconds, ids UUIDs, ticket numbers strings such as \`G20261122001\`.

## The states of a ticket
${statesTable('en')}

The language of conditions is told at \`Condition\`.`,
}
