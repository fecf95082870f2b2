import type { Grade } from '../casework/states'

/** What an order says, by the names used here; a source says which of its columns holds each. */
export const ORDER_FIELDS = ['externalNumber', 'title', 'words', 'name', 'phone', 'occurredAt', 'due', 'category', 'grade', 'town', 'village', 'address'] as const
export type OrderField = (typeof ORDER_FIELDS)[number]

export const NEEDED_FIELDS: readonly OrderField[] = ['externalNumber', 'words']

export const fieldLabels: Record<OrderField, string> = {
  externalNumber: '工单编号',
  title: '标题',
  words: '诉求内容',
  name: '来电人',
  phone: '来电号码',
  occurredAt: '来电时间',
  due: '办理时限',
  category: '类别',
  grade: '紧急程度',
  town: '乡镇',
  village: '村（社区）',
  address: '地址',
}

export const DATE_FORMATS = ['auto', 'dmy', 'mdy'] as const
export type DateFormat = (typeof DATE_FORMATS)[number]
export const dateFormatLabels: Record<DateFormat, string> = { auto: '年月日（2026-11-22 或 2026年11月22日）', dmy: '日/月/年', mdy: '月/日/年' }

/** Field → header, as the file writes it. */
export type Columns = Partial<Record<OrderField, string>>

/** How one platform's tables are read: versioned county data. */
export interface SourceRules {
  columns: Columns
  dateFormat: DateFormat
  /** Their word → our category. */
  categoryWords: Record<string, string>
  gradeWords: Record<string, Grade>
}

/** What platforms commonly call it, the surest first. */
const headers: Record<OrderField, readonly string[]> = {
  externalNumber: ['工单编号', '工单号', '诉求编号', '受理编号', '流水号', '编号'],
  title: ['工单标题', '诉求标题', '标题', '主题'],
  words: ['诉求内容', '反映内容', '工单内容', '问题描述', '内容描述', '事项内容', '内容'],
  name: ['来电人', '诉求人', '反映人', '市民姓名', '联系人', '姓名'],
  phone: ['来电号码', '联系电话', '联系方式', '手机号', '电话'],
  occurredAt: ['来电时间', '受理时间', '诉求时间', '创建时间', '登记时间'],
  due: ['办理时限', '办结时限', '办结期限', '办理期限', '截止时间', '到期时间', '要求办结时间', '时限'],
  category: ['诉求类别', '事项类别', '工单分类', '归口类别', '类别', '分类'],
  grade: ['紧急程度', '优先级', '等级', '是否紧急'],
  town: ['所属乡镇', '乡镇', '镇街', '街道'],
  village: ['所属村', '村社区', '社区村', '行政村', '社区', '村'],
  address: ['事发地址', '诉求地址', '详细地址', '地址', '地点'],
}

const plain = (header: string): string => header.normalize('NFKC').replace(/[\s()【】[\]*:：、/]/g, '').replace(/必填$/, '')

const findFor = (field: OrderField, free: readonly string[]): string | undefined => {
  const words = headers[field]
  const same = words.flatMap((word) => free.filter((header) => plain(header) === word))
  return same[0] ?? words.filter((word) => word.length > 1).flatMap((word) => free.filter((header) => plain(header).includes(word)))[0]
}

/** What is known of the source where the file has such a column; the rest guessed from the headers, each used once. */
export const suggestColumns = (found: readonly string[], known: Columns = {}): Columns => {
  const kept = Object.entries(known).filter(([, header]) => found.includes(header)) as [OrderField, string][]
  const columns: Columns = Object.fromEntries(kept)
  for (const field of ORDER_FIELDS) {
    if (columns[field]) continue
    const used = new Set(Object.values(columns))
    const header = findFor(field, found.filter((each) => each !== '' && !used.has(each)))
    if (header) columns[field] = header
  }
  return columns
}

/** The first version of every county's source; a county publishes its own after it. */
export const firstSource = {
  code: '12345',
  name: '12345 政务服务便民热线',
  columns: {},
  dateFormat: 'auto',
  gradeWords: { 紧急: 'urgent', 特急: 'urgent', 加急: 'urgent', 是: 'urgent', 一般: 'normal', 普通: 'normal', 否: 'normal' },
  categoryWords: {
    道路: 'road', 交通设施: 'road', 供水: 'water', 停水: 'water', 农田水利: 'water', 供电: 'power', 停电: 'power', 路灯: 'power',
    环境卫生: 'rubbish', 垃圾清运: 'rubbish', 土地: 'land', 宅基地: 'land', 农业: 'farming', 农业生产: 'farming', 低保: 'welfare', 社会救助: 'welfare',
    医保: 'medical', 医疗: 'medical', 教育: 'schooling', 邻里纠纷: 'neighbour', 矛盾纠纷: 'neighbour', 安全生产: 'safety', 安全隐患: 'safety', 村务: 'affairs',
  },
} as const satisfies SourceRules & { code: string; name: string }
