import type { Tale } from './tale'

const streets = { where: 'quarter' } as const
const edge = { where: 'suburb' } as const

/** 东街社区 in the county town and 五里铺村 on its edge. */
export const townTales: readonly Tale[] = [
  { ...streets, daysAgo: 0.1, fate: 'waiting', category: 'rubbish', words: '单元楼下水道堵了，一楼往外冒。', spot: '粮食局家属院 2 号楼', scene: 'water' },
  { ...streets, daysAgo: 0.45, fate: 'accepted', category: 'safety', words: '楼道里停满电动车，还拉线充电。', spot: '安居小区 3 单元', scene: 'wire' },
  { ...streets, daysAgo: 1.05, fate: 'handling', category: 'safety', words: '广告牌让风吹松了，在人行道上头晃。', spot: '东街十字', scene: 'street', notes: ['已围挡，联系商户今天拆。'] },
  { ...streets, daysAgo: 1.6, fate: 'withDepartment', category: 'road', words: '人行道地砖翘起来，绊倒一个老人。', spot: '农业银行门口', scene: 'street', notes: ['施工队明天进场，先放了锥桶。'] },
  { ...streets, daysAgo: 6.3, fate: 'withDepartment', category: 'road', words: '斑马线磨得看不见了，接娃的时候车多得很。', spot: '东街小学门口', scene: 'road', notes: ['已排进本周标线计划，等天晴。'] },
  { ...streets, daysAgo: 3.3, fate: 'handling', category: 'water', words: '三楼以上早上没水。', spot: '粮食局家属院', notes: ['自来水公司查了泵房，等配件。'] },
  { ...streets, daysAgo: 2.5, fate: 'answered', category: 'other', words: '老年食堂几点开饭，刷脸刷不上。', notes: ['帮老人重新录了人脸。'], answer: '已录好，11 点半到 1 点开饭，刷不上可以报名字。' },
  { ...streets, daysAgo: 5.1, fate: 'rated', category: 'neighbour', words: '楼上装修晚上十点还在打墙。', notes: ['上门说了两次，约定晚七点后不动电钻。'], answer: '已和装修队签了时间表，贴在门上。', score: 4, thanks: '昨天确实没响。' },
  { ...streets, daysAgo: 7.2, fate: 'rated', category: 'rubbish', words: '巷子里的旧沙发放了一个月没人管。', scene: 'rubbish', notes: ['联系了大件清运。'], answer: '已拉走，旧家具以后打社区电话预约。', score: 5 },
  { ...streets, daysAgo: 9.4, fate: 'departmentDone', category: 'water', words: '井盖响了半个月，晚上睡不着。', spot: '东街 46 号门前', scene: 'cover', notes: ['测了尺寸，定做橡胶圈。'], answer: '井盖换了防响圈，您再听听。', score: 5, thanks: '一点声音都没有了。' },
  { ...streets, daysAgo: 0.9, fate: 'handedOn', category: 'medical', words: '慢病卡在药店刷不了。' },
  { ...streets, by: 'nothing', daysAgo: 0.3, fate: 'waiting', voice: 31 },
  { ...streets, daysAgo: 4.25, fate: 'handling', category: 'schooling', words: '放学路上没有护学岗，车和娃挤在一起。', spot: '东街小学', scene: 'street', notes: ['和学校、交警商量排班，志愿者报了六个人。'] },

  { ...edge, daysAgo: 0.25, fate: 'waiting', category: 'road', words: '拉土车把便道压坏了，一下雨全是泥。', spot: '三组便道', scene: 'mud' },
  { ...edge, daysAgo: 0.65, fate: 'routed', by: 'village', words: '河堤边上有人烧秸秆，烟大得很。', category: 'other', scene: 'field' },
  { ...edge, daysAgo: 0.92, atNight: true, fate: 'accepted', category: 'safety', words: '涵洞里积水半米深，骑车的人看不见。', spot: '二组涵洞', scene: 'water' },
  { ...edge, daysAgo: 1.3, fate: 'handling', category: 'safety', words: '三组路面塌了个洞，三轮车过不去。', spot: '三组路口', scene: 'pothole', notes: ['已围挡，夜里放了警示灯，施工队在挖。'] },
  { ...edge, daysAgo: 2.2, fate: 'handling', category: 'power', words: '大棚那边电压不够，卷帘机拉不动。', scene: 'field', notes: ['供电所测了电压，要换线。'] },
  { ...edge, daysAgo: 5.3, fate: 'handling', category: 'land', words: '宅基地证上名字写错了，跑了几趟没改成。', notes: ['带着资料去了一趟县局，缺村上的说明，已补开。'] },
  { ...edge, daysAgo: 2.7, fate: 'answered', category: 'rubbish', words: '果库门口烂果子没人收，蚊虫多。', scene: 'rubbish', notes: ['和果库老板说好每天清。'], answer: '烂果已清，撒了石灰，以后每天傍晚拉一次。' },
  { ...edge, daysAgo: 4.8, fate: 'rated', category: 'road', words: '桥头护栏让车撞歪了。', spot: '河湾桥', scene: 'railing', notes: ['先用彩旗拉住。'], answer: '护栏已焊好，重新刷了漆。', score: 5 },
  { ...edge, daysAgo: 7.9, fate: 'rated', category: 'farming', words: '想种高原夏菜，哪里能领到苗？', scene: 'field', notes: ['问了农业农村局，合作社还有余苗。'], answer: '给您登记了两千株，周三到合作社领。', score: 4 },
  { ...edge, daysAgo: 3.0, fate: 'reopened', category: 'water', words: '水表箱冻裂了，一直滴水。', scene: 'water', notes: ['包了保温棉。'], answer: '水表箱修好了。', why: '还在滴，今天早上又结了一层冰。' },
  { ...edge, daysAgo: 1.9, fate: 'answered', category: 'welfare', words: '给老人办高龄补贴要带啥？', notes: ['材料清单已发给您。'], answer: '材料齐了，已替老人交到镇上，一个月内发到卡上。' },
  { ...edge, daysAgo: 11.6, fate: 'unrated', category: 'power', words: '变压器嗡嗡响，离窗户太近。', scene: 'wire', notes: ['供电所测了噪声，在标准以内。'], answer: '已加了隔音板，声音小了，您晚上再听听。' },
]
