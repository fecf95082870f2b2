import type { Category } from '../casework/case-type'

type Kind = Pick<Category, 'family' | 'radius' | 'words' | 'isPrivate' | 'isLasting' | 'names'>

/** Everybody's matter may be asked in one's own name; what people fear to say is sealed unless they choose otherwise. */
const openly = ['hidden', 'public'] as const
const sealedFirst = ['sealed', 'hidden'] as const

/**
 * What tells two reports of one matter from two matters, by category. A dangerous road is reported as a
 * road or as a danger; a blackout reaches further than a pothole. County data later, these by default.
 */
export const kinds = {
  road: { names: openly, isLasting: true, family: 'road', words: ['道路', '马路', '公路', '路面', '修路', '桥', '涵', '坑', '塌', '井盖', '盖板'] },
  water: { names: openly, isLasting: true, radius: { villager: 500 }, words: ['停水', '水管', '自来水', '饮水', '水渠', '灌溉', '漏水'] },
  power: { names: openly, isLasting: true, radius: { villager: 500 }, words: ['停电', '路灯', '电线', '电杆', '变压器', '电压', '跳闸'] },
  rubbish: { names: openly, words: ['垃圾', '污水', '臭', '厕所', '下水道'] },
  land: { isPrivate: true, words: ['宅基地', '征地', '土地', '承包地', '地界'] },
  farming: { names: openly, words: ['庄稼', '果树', '农机', '虫害', '化肥'] },
  welfare: { isPrivate: true, words: ['低保', '救助', '五保', '残疾', '补助'] },
  medical: { isPrivate: true, words: ['看病', '医保', '报销', '住院', '药费'] },
  schooling: { isPrivate: true, words: ['上学', '学校', '老师', '学费', '孩子'] },
  neighbour: { names: sealedFirst, isPrivate: true, words: ['吵架', '打架', '打人', '家暴', '邻居', '老婆', '老公', '离婚', '欠钱', '偷'] },
  safety: { isLasting: true, family: 'road', words: ['隐患', '危房', '滑坡', '护栏'] },
  affairs: { names: sealedFirst, isPrivate: true, words: ['书记', '主任', '干部', '会计', '贪', '举报', '村务', '账目'] },
  other: { isPrivate: true },
} as const satisfies Record<string, Kind>

/** How one thing is said here; the first word stands for the others when texts are compared. */
export const sameWords = [
  ['停电', '没电', '断电', '没有电', '不来电', '没来电'],
  ['停水', '没水', '断水', '没有水', '不来水'],
  ['不亮', '坏了', '灭了', '黑着', '不着'],
  ['路面', '路上', '马路', '公路'],
  ['塌了', '垮了', '陷了'],
  ['垃圾', '脏东西'],
] as const
