import type { Answer, Question } from '../casework/stoppers'

const no: Answer = { code: 'no', label: '都不是' }

/** What cannot wait: these answers make no request. */
export const danger: Question = {
  code: 'danger',
  words: '现在是不是这样',
  answers: [
    { code: 'gas', label: '闻到煤气味，或燃气漏了', stop: { number: '119', words: '先关阀门、开窗，不开灯不点火，人出来再打 119' } },
    { code: 'fire', label: '着火了，或冒浓烟', stop: { number: '119', words: '人先离开，马上打 119' } },
    no,
  ],
}

export const sick: Question = {
  code: 'sick',
  words: '现在有没有人要马上救',
  answers: [{ code: 'yes', label: '有人急病、受伤、叫不醒', stop: { number: '120', words: '马上打 120，说清在哪里' } }, no],
}

export const crime: Question = {
  code: 'crime',
  words: '现在是不是正在发生',
  answers: [{ code: 'yes', label: '有人正在打人、偷抢、威胁', stop: { number: '110', words: '先躲到安全的地方，马上打 110' } }, no],
}
