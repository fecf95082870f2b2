const D = '[0-9０-９]'
const GAP = String.raw`[ \-－—·.]?`
/** Written out, as people do who know that numbers are masked. */
const SPOKEN = '[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两]'
const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领]'
const LETTER = '[A-Za-zＡ-Ｚａ-ｚ]'

/** 2026-11-21 is a day and nobody's number. */
const DAY = '20[0-9]{2}[-.][0-9]{1,2}[-.][0-9]{1,2}(?![0-9.-])'

/** Longest first: a number of eighteen digits holds one of eleven. */
const RULES: readonly RegExp[] = [
  // A citizen's number, whole or with the old fifteen digits, in groups or not.
  new RegExp(`(?<!${D})(?:${D}${GAP}){17}[0-9０-９XxＸｘ](?!${D})`, 'gu'),
  // Cards, and whatever else runs on for long: no report needs such a number to be understood.
  new RegExp(`(?<!${D})(?!${DAY})${D}(?:${GAP}${D}){6,}(?!${D})`, 'gu'),
  new RegExp(`(?<!${SPOKEN})${SPOKEN}(?:[ 、，,]?${SPOKEN}){6,}(?!${SPOKEN})`, 'gu'),
  // Number plates, old and new energy, and those of trailers, police and learners.
  new RegExp(`${PROVINCE}[ ]?${LETTER}[ ·•.\\-]?(?:${LETTER}|${D}){4,5}(?:${LETTER}|${D}|[挂学警港澳])`, 'gu'),
  // Accounts of chat programs, when they are called so.
  /(?:微信|weixin|wechat|vx|QQ)[号：:\s是]{0,4}[\w-]{5,20}/giu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
]

const MASK = '***'

/** What tells who somebody is becomes stars: telephone, citizen's and card numbers, plates, chat and mail accounts. */
export const maskWords = (words: string): string => RULES.reduce((text, rule) => text.replace(rule, MASK), words)
