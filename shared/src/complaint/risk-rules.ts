import type { RiskRules } from '../casework/risk'

/** What is named is the matter: ground, water, wires, fire. Nothing here is about who said it or whom it concerns. */
export const riskRules: RiskRules = {
  version: 1,
  categories: { safety: 'attention' },
  answers: {},
  words: {
    attention: ['裂缝', '危房', '积水', '倾斜', '要倒', '快倒', '松动', '井盖丢', '没有护栏', '护栏断', '死鱼', '污水倒灌', '全村停水', '全村停电'],
    major: ['滑坡', '塌方', '泥石流', '垮塌', '决口', '溃', '漏电', '触电', '电线掉', '电线断', '爆炸', '中毒', '着过火', '校车', '桥断', '掉下去'],
  },
}
