import type { Customer } from './customers.ts'
import { cities, couriers, type Good, goods } from './goods.ts'
import { zoneOffset } from './hours.ts'
import type { Chance } from './random.ts'
import type { Case, Topic } from './topics/index.ts'

/** How the customer feels; it colours every word. */
export type Mood = 'calm' | 'hurried' | 'angry'

/** The facts of one matter, the same in every sentence of it. */
export interface Facts {
  good: Good
  slots: Readonly<Record<string, string>>
}

/** What it is about, as far as facts depend on it. */
interface About {
  topic: Topic
  part: Case
}

export function factsOf(matter: About, openedAt: number, customer: Customer, chance: Chance): Facts {
  const { one, whole } = chance
  const { of } = matter.part
  const good = one(of ? goods.filter(({ name }) => of.some(word => name.includes(word))) : goods)
  const days = whole(2, 6)
  const bought = new Date(openedAt + zoneOffset - days * 86_400_000)
  const stamp = bought.toISOString().slice(2, 10).replaceAll('-', '')
  const courier = one(couriers)
  const share = (matter.topic.share ?? 1) * (matter.topic.share ? one([0.8, 1, 1.3, 1.6]) : 1)
  return {
    good,
    slots: {
      goods: good.name,
      spec: one(good.specs),
      order: `${stamp}${String(whole(0, 99_999_999)).padStart(8, '0')}`,
      courier,
      waybill: `${courier === '顺丰' ? 'SF' : courier === '京东快递' ? 'JD' : 'YT'}${whole(10_000_000_000, 99_999_999_999)}`,
      amount: String(Math.max(5, Math.round(good.price * share))),
      date: `${bought.getUTCMonth() + 1}月${bought.getUTCDate()}日`,
      city: one(cities),
      days: String(days),
      call: `${customer.surname}${customer.salutation}`,
    },
  }
}

/** The same, told by whoever has it. */
export const toldBy = (facts: Facts, name: string): Facts => ({ ...facts, slots: { ...facts.slots, agent: name } })

export const filled = (sentence: string, { slots }: Facts): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '')

const before: Record<Mood, readonly string[]> = {
  calm: ['你好，', '您好，', '客服你好，', '请问一下，', '在吗？', '麻烦看一下，', '', '', '亲，', '打扰了，'],
  hurried: [
    '在吗？急！',
    '麻烦快点，',
    '很急，',
    '你好，着急，',
    '请尽快，',
    '等着用，',
    '在不在？',
    '',
    '急急急，',
    '能快点回吗？',
  ],
  angry: [
    '你们怎么回事？',
    '我真的很生气，',
    '说了多少遍了，',
    '太让人失望了，',
    '有没有人管？',
    '第三次找你们了，',
    '什么服务？',
    '',
    '再也不买了，',
    '气死我了，',
  ],
}

const after: Record<Mood, readonly string[]> = {
  calm: ['', '', '谢谢。', '麻烦了。', '辛苦了。', '等您回复。', '先谢谢了！', '不急，有空回我就行。'],
  hurried: [
    '请尽快回复。',
    '今天能解决吗？',
    '很急，谢谢。',
    '等不了太久。',
    '麻烦优先处理一下。',
    '下午之前给我答复行吗？',
    '家里等着用呢。',
  ],
  angry: [
    '今天必须给我答复！',
    '再不处理我就打12315。',
    '给我一个说法。',
    '我要投诉到平台！',
    '我会在评价里写清楚。',
    '让你们主管联系我。',
    '别再拿套话敷衍我。',
  ],
}

const more = [
  '',
  '',
  '我在{city}。',
  '会员老客户了，第一次遇到这种事。',
  '给家里老人买的。',
  '朋友推荐才买的你们家。',
  '电话联系我也可以。',
  '图片稍后补发。',
]

/** The customer's first words: a greeting by mood, the matter, what comes to mind, and how it ends. */
export function opened(sentence: string, mood: Mood, named: readonly string[], facts: Facts, { one }: Chance): string {
  const which = /\{(order|waybill)\}/.test(sentence) || named.length === 0 ? '' : one(named)
  return filled(`${one(before[mood])}${sentence}${which}${one(more)}${one(after[mood])}`, facts)
}

/** Who does not say by themselves which order it is about is asked by the form. */
export const named = [
  '订单号{order}。',
  '单号是{order}。',
  '（订单{order}）',
  '下单编号{order}，',
  '订单尾号见截图：{order}。',
]

const greetings = [
  '{call}您好，我是客服{agent}，',
  '{call}您好，',
  '您好{call}，这里是晨光客服{agent}。',
  '{call}，您好！收到您的留言了。',
  '您好，我是{agent}，很高兴为您服务。',
  '{call}您好，已看到您的情况。',
]
const sorry: Record<Mood, readonly string[]> = {
  calm: ['', '', '感谢您的联系。'],
  hurried: ['知道您着急，我优先给您处理。', '我马上看，请稍等。', '理解您着急的心情。'],
  angry: [
    '非常抱歉，这次是我们没做好。',
    '实在对不起，让您生气了，请给我一次补救的机会。',
    '您批评得对，我来负责到底。',
  ],
}

export const greeted = (sentence: string, mood: Mood, facts: Facts, { one }: Chance): string =>
  filled(`${one(greetings)}${one(sorry[mood])}${sentence}`, facts)

const goodbyes = [
  '还有问题随时回复这条消息，祝您生活愉快！',
  '感谢您的理解与支持。',
  '后续我会一直跟进，您放心。',
  '如果满意，稍后麻烦给个评价。',
  '有任何问题都可以直接找我{agent}。',
  '',
  '',
]

export const concluded = (sentence: string, facts: Facts, { one }: Chance): string =>
  filled(`${sentence}${one(goodbyes)}`, facts)

/** What is done when the customer has said nothing more. */
export const silent = [
  '暂时没有收到您的回复，我先按目前的信息为您处理，有需要随时回复这里。',
  '您好，上次的问题我这边已按您留的信息处理，如有出入请告诉我。',
  '没有等到您的回复，先为您办理了，进度会发给您。',
  '您好，打您电话没有接通，我已先为您处理，稍后再联系您。',
]

const answers: Record<Mood, readonly string[]> = {
  calm: ['', '', '谢谢，', '好的，', '嗯嗯，', '收到，'],
  hurried: ['快点就好，', '好，', '行，', '尽快吧，', '', '我等着，'],
  angry: ['别光说，', '希望这次说话算数，', '行吧，', '哼，', '', '我再信你们一次，'],
}

export const answered = (sentence: string, mood: Mood, facts: Facts, { one }: Chance): string =>
  filled(`${one(answers[mood])}${sentence}`, facts)

const thanks: Record<Mood, readonly string[]> = {
  calm: [
    '好的，谢谢！',
    '收到，态度很好。',
    '解决了，谢谢{agent}。',
    '好的，没有问题了。',
    '东西收到了，谢谢。',
    '可以，麻烦了。',
  ],
  hurried: ['终于解决了，谢谢。', '好，收到了。', '可以，这次挺快。', '行，谢谢。'],
  angry: [
    '这还差不多。',
    '希望下次别这样了。',
    '好吧，处理结果接受。',
    '算了，谢谢你，不怪你。',
    '{agent}态度还可以，就是流程太慢。',
  ],
}
export const thanked = (mood: Mood, facts: Facts, { one }: Chance): string => filled(one(thanks[mood]), facts)

const praises = ['处理很快，谢谢', '客服很耐心', '一次就解决了，满意', '态度好，回复及时', '比想象中快']
const shrugs = ['还行', '等得有点久', '问题解决了，就是流程有点慢', '一般']
const blames = ['问题没有真正解决', '等了好几天，太慢了', '推来推去，不负责任', '承诺的时间没有兑现']
/** One to five, in line with how the customer felt about it; most say nothing more. */
export function ratingOf(mood: Mood, { weighted, happens, one }: Chance): { score: number; comment?: string } {
  const weights = mood === 'angry' ? [14, 12, 20, 32, 22] : [2, 2, 9, 31, 56]
  const score = weighted([1, 2, 3, 4, 5], of => weights[of - 1] ?? 0)
  if (!happens(38)) return { score }
  return { score, comment: one(score <= 2 ? blames : score === 3 ? shrugs : praises) }
}

const chases = [
  '请问有进展了吗？',
  '怎么还没有消息？',
  '都{days}天了，麻烦催一下。',
  '在吗？我的问题处理得怎么样了？',
  '说好今天答复的，现在还没动静。',
  '再问一下{goods}的事，谢谢。',
]
export const chased = (facts: Facts, { one }: Chance): string => filled(one(chases), facts)

const againsts = [
  '又出问题了，跟上次一样，{goods}还是不行。',
  '我以为解决了，今天一看还是没好。',
  '说好的没有兑现，{order}请再看一下。',
  '不行，还是老样子，麻烦重新处理。',
  '刚收到的这个又有点问题，图片发你们了。',
]
export const complainedAgain = (facts: Facts, { one }: Chance): string => filled(one(againsts), facts)

const onwards = [
  '实在抱歉又麻烦您，我马上重新核实，今天内给您结果。',
  '收到，我已联系相关同事再次处理，请您稍等。',
  '非常抱歉没有一次解决，这次我盯到底。',
  '我看到了，给您换一个方案：{courier}上门重新处理。',
]
export const resumed = (facts: Facts, { one }: Chance): string => filled(one(onwards), facts)
