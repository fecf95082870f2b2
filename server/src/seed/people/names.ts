import type { Dice } from './dice'
import { weighted } from './dice'

export type Sex = 'male' | 'female'

// Rough weights of surnames in eastern Gansu; every person and name made from them is invented.
const surnames = weighted([
  ['王', 92], ['张', 86], ['李', 82], ['刘', 52], ['马', 40], ['杨', 40], ['陈', 34], ['赵', 32], ['朱', 30], ['吕', 26],
  ['何', 25], ['郭', 22], ['高', 20], ['史', 18], ['闫', 17], ['毛', 16], ['景', 15], ['魏', 15], ['薛', 14], ['任', 14],
  ['尚', 13], ['樊', 12], ['袁', 12], ['许', 11], ['孙', 11], ['徐', 10], ['吴', 10], ['周', 10], ['田', 10], ['梁', 10],
  ['曹', 9], ['韩', 9], ['白', 9], ['贾', 8], ['胡', 8], ['宋', 8], ['邓', 7], ['常', 7], ['党', 6], ['雷', 6],
  ['康', 6], ['姚', 6], ['苟', 5], ['路', 5], ['脱', 4], ['口', 3], ['完颜', 3], ['寇', 3], ['巨', 2], ['欧阳', 1],
])

const letters = (text: string): readonly string[] => [...text]

/** Characters of two-character names, and those that make a name alone. */
interface Pool {
  first: readonly string[]
  second: readonly string[]
  alone: readonly string[]
}

const pool = (first: string, second: string, alone: string): Pool => ({
  first: letters(first),
  second: letters(second),
  alone: letters(alone),
})

// Fashions of given names by year of birth, and the share of names of one character.
const ERAS = [
  { until: 1960, singles: 0.07 },
  { until: 1980, singles: 0.18 },
  { until: 2000, singles: 0.3 },
  { until: Infinity, singles: 0.14 },
] as const
const UNISEX = letters('平文春红玉新明金海林华云')

const GIVEN: Record<Sex, readonly Pool[]> = {
  male: [
    pool('德福万全满生进兴永世玉忠志来有天怀占树长', '荣才贵禄财义林海仓德发祥山堂成奎江儒清顺', '福贵忠林荣俊义'),
    pool('建国军志卫永红文宏正小晓海保世新学拴占明', '国军民平红强义忠林生华东锋斌海龙岗仓荣辉', '军强勇平斌刚峰辉涛明'),
    pool('伟小晓志海文亚建鹏永旭国宏彦立栋佳少东江', '龙飞军鹏涛强东斌辉刚杰博亮林峰宁超波伟平', '鹏伟涛强磊龙飞超杰博凯波斌'),
    pool('子浩宇梓俊博嘉泽文家明昊铭思一天瑞奕皓志', '轩涵宇杰豪泽辰阳博鑫凯睿航翔昊彤恒宸熙然', '轩睿鑫阳浩宇涵辰'),
  ],
  female: [
    pool('秀桂玉兰凤翠菊彩银金素淑改巧爱雪莲转粉会', '英兰花莲芳梅珍香琴凤娥霞叶巧云爱芝贞琴绒', '兰英莲花香'),
    pool('秀红小晓玉桂春彩海亚雪爱建淑月金巧会粉慧', '霞红梅芳琴玲娟萍兰丽燕英花莲艳琼云平霞芬', '霞红梅芳玲娟萍燕丽艳'),
    pool('小晓亚丽海雪文静婷玉佳春红娟彩艳慧莉燕倩', '娟霞丽燕婷芳静玲妮宁萍娜艳琴蓉红梅莉荣瑞', '静娟丽婷娜艳燕倩敏洁'),
    pool('梓欣雨子思佳嘉诗怡语一可若依静雅心馨紫婉', '涵怡萱彤妍欣琪瑶悦妤雯然菲宁诺熙瑞洁颖婷', '萱彤妍悦瑶欣颖'),
  ],
}

export const makeSurname = (dice: Dice): string => surnames(dice)

export const makeGivenName = (dice: Dice, { sex, birthYear }: { sex: Sex; birthYear: number }): string => {
  const at = ERAS.findIndex(({ until }) => birthYear < until)
  const [era, names] = [ERAS[at], GIVEN[sex][at]]
  if (!era || !names) throw new RangeError(`no names for ${birthYear}`)
  if (dice.chance(era.singles)) return dice.pick(names.alone)
  const first = dice.chance(0.06) ? dice.pick(UNISEX) : dice.pick(names.first)
  return `${first}${dice.pick(names.second)}`
}
