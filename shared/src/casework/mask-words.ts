interface Secret {
  label: string
  pattern: RegExp
  /** Some of what fits is something else: a day, an amount. */
  isOther?: (found: string, after: string) => boolean
}

/** What people put between the digits of one number; unseen characters count as nothing. */
const GAP = '[\\s\\u3000\\-—–·.\\p{Cf}]{0,2}'
const digits = (least: number, most: number): string => `(?:${GAP}\\d){${least},${most}}`

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领'
const MEASURED = /^\s*(?:多|余)?(?:元|块|万|亿|斤|公斤|千克|吨|亩|米|公里|平|方|个|人|户|株|棵|只|头|度|分|升)/
const isDay = (found: string): boolean => /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/.test(found)

/** First what stands whole between other characters, then what is spread out by gaps. */
const secrets: readonly Secret[] = [
  { label: '邮箱', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  { label: '证件号', pattern: /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)/gu },
  { label: '电话', pattern: /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/gu },
  { label: '证件号', pattern: new RegExp(`(?<!\\d)[1-9]${digits(16, 16)}${GAP}[\\dXx](?!\\d)`, 'gu') },
  { label: '电话', pattern: new RegExp(`(?<!\\d)(?:\\+?86)?${GAP}1${GAP}[3-9]${digits(9, 9)}(?!\\d)`, 'gu') },
  { label: '卡号', pattern: new RegExp(`(?<!\\d)\\d${digits(14, 18)}(?!\\d)`, 'gu') },
  { label: '电话', pattern: /(?<!\d)[(（]?0\d{2,3}[)）]?[\s\u3000\-—–]{0,2}\d{7,8}(?!\d)/gu },
  { label: '车牌', pattern: new RegExp(`[${PROVINCES}]\\s?[A-HJ-NP-Za-hj-np-z]\\s?[·.\\-]?\\s?(?=[\\w]*\\d)[A-HJ-NP-Za-hj-np-z\\d]{4,5}[A-HJ-NP-Za-hj-np-z\\d挂学警港澳](?![A-Za-z\\d])`, 'gu') },
  { label: '账号', pattern: /(?:微信|weixin|wechat|vx|QQ|抖音|快手|支付宝)(?:号|账号)?(?:是|为)?\s*[:：]?\s*[A-Za-z\d][\w-]{4,19}/giu },
  { label: '号码', pattern: /(?<!\d)\d{7,}(?!\d)/gu, isOther: (found, after) => isDay(found) || MEASURED.test(after) },
]

const SPELT = '零一二三四五六七八九'
const asDigit = (char: string): string => {
  if (char >= '０' && char <= '９') return String.fromCharCode(char.charCodeAt(0) - 0xfee0)
  if (char === '〇' || char === '○') return '0'
  if (char === '幺') return '1'
  const spelt = SPELT.indexOf(char)
  return spelt < 0 ? char : String(spelt)
}

interface Hit {
  at: number
  length: number
  label: string
}

/** Where something private stands; every form of a digit is read as the digit, place by place. */
const hitsIn = (words: string): Hit[] => {
  let open = words.replace(/[０-９〇○幺零一二三四五六七八九]/g, asDigit)
  const hits: Hit[] = []
  for (const { label, pattern, isOther } of secrets) {
    open = open.replace(pattern, (...found: unknown[]) => {
      const text = String(found[0])
      const at = found.find((each) => typeof each === 'number') as number
      const lead = text.length - text.trimStart().length
      if (isOther?.(text, open.slice(at + text.length))) return text
      hits.push({ at: at + lead, length: text.length - lead, label })
      return '\0'.repeat(text.length)
    })
  }
  return hits.sort((a, b) => a.at - b.at)
}

/**
 * Words as anybody may read them: numbers of people, papers, cards, cars and accounts give way to what
 * they were. A draft for a person to look over, never the last word: names and places stay.
 */
export const maskWords = (words: string): string => {
  let masked = ''
  let from = 0
  for (const { at, length, label } of hitsIn(words)) {
    masked += `${words.slice(from, at)}〔${label}〕`
    from = at + length
  }
  return masked + words.slice(from)
}

/** Is anything private left in them? What a person typed is asked too, before it goes out. */
export const hasPrivateWords = (words: string): boolean => hitsIn(words).length > 0
