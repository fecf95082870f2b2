import type { Tale } from './tale'

const here = { where: 'village' } as const
const next = { where: 'neighbour' } as const

/** 太阳墩村 and 郭马村: orchards, terraces, one road, old people at home. */
export const villageTales: readonly Tale[] = [
  { ...here, daysAgo: 0.08, fate: 'waiting', category: 'power', words: '小学门口的路灯又不亮了，娃娃晚上放学看不见路。', spot: '小学门口', scene: 'lamp' },
  { ...here, daysAgo: 0.2, fate: 'waiting', voice: 26, scene: 'mud' },
  { ...here, daysAgo: 0.35, fate: 'routed', voice: 14, summary: '三社涝坝边护栏倒了一段', category: 'safety', scene: 'railing' },
  { ...here, daysAgo: 0.6, fate: 'accepted', category: 'road', words: '果园那条生产路下雨积水，三轮车陷住两回了。', spot: '二社果园路口', scene: 'mud' },
  { ...here, daysAgo: 0.9, fate: 'asked', category: 'water', words: '我家这边自来水小得很，做饭都接不满一桶。', question: '是一直小，还是早晚小？左右邻居家里水怎么样？', spot: '四社东头' },
  { ...here, daysAgo: 1.4, fate: 'handling', category: 'rubbish', words: '二社垃圾点好几天没拉，风一吹满沟都是塑料袋。', spot: '二社垃圾点', scene: 'rubbish', notes: ['已联系镇上清运车，今天下午先把溢出来的收拢。'] },
  { ...here, daysAgo: 3.6, fate: 'handling', category: 'rubbish', words: '沟口有人倒建筑垃圾，石头砖块堵了半条路。', spot: '沟口便道', scene: 'rubble', notes: ['查到是修院墙的拉来的，已通知本人三天内清走。', '人在外地，家里答应周末叫装载机。'] },
  { ...here, daysAgo: 2.3, fate: 'handling', category: 'power', words: '变压器那根电线杆歪了，看着害怕。', spot: '一社变压器旁', scene: 'wire', notes: ['现场看过，拉了警戒绳，供电所明天来扶正。'] },
  { ...here, daysAgo: 4.35, fate: 'handling', category: 'welfare', words: '我二叔一个人住，七十六了，腿不行，想问低保怎么申请。', notes: ['入户看过老人，材料缺一张残疾鉴定，已约卫生院上门。'] },
  { ...here, daysAgo: 6.5, fate: 'handling', category: 'road', words: '通社路让拉苹果的大车压了一个坑，越来越大。', spot: '三社弯道', scene: 'pothole', notes: ['用碎石先垫了一层，等镇上安排沥青修补。'] },
  { ...here, daysAgo: 1.8, fate: 'answered', category: 'water', words: '三社水渠盖板断了，小孩差点踩空。', spot: '三社水渠', scene: 'cover', notes: ['先用木板盖住，围了警示带。'], answer: '新盖板已经换上，两边也重新垫实了，请您去看一下。' },
  { ...here, daysAgo: 2.9, fate: 'answered', category: 'power', words: '文化广场的灯闪得厉害，跳舞的老人眼睛都花了。', spot: '文化广场', scene: 'lamp', notes: ['是镇流器坏了，已买配件。'], answer: '灯已修好，昨晚试了一小时没有再闪。' },
  { ...here, daysAgo: 4.2, fate: 'rated', category: 'medical', words: '老人的医保去年忘了缴，今年看病能不能补？', notes: ['问过医保局，可以补缴，帮老人在手机上办了。'], answer: '已帮老人补缴成功，下月起正常报销，票据放在村委会。', score: 5, thanks: '跑一趟就办好了，谢谢。' },
  { ...here, daysAgo: 5.5, fate: 'rated', category: 'power', words: '我家门口的电线垂得太低，拉草的车过不去。', spot: '四社西头', scene: 'wire', notes: ['和供电所一起看了现场。'], answer: '电线已经升高，三轮车、小货车都能过。', score: 5, thanks: '来得快。' },
  { ...here, daysAgo: 6.8, fate: 'rated', category: 'rubbish', words: '厕所门口污水流到路上，天冷了要结冰。', spot: '村史馆后面', scene: 'water', notes: ['查到化粪池满了，已叫吸污车。'], answer: '化粪池已抽，路面撒了炉渣，以后每季度抽一次。', score: 4, thanks: '味道还有一点，总体好多了。' },
  { ...here, daysAgo: 8.3, fate: 'rated', category: 'neighbour', words: '隔壁砌墙占了我家滴水，说了几次不听。', notes: ['约两家在调解室坐了一次，当场量了尺寸。', '双方同意退回二十公分，签了协议。'], answer: '墙已退回，协议一式三份，您来村委会取一份。', score: 5, thanks: '这下安心了。' },
  { ...here, daysAgo: 9.1, fate: 'rated', category: 'farming', words: '苹果树腐烂病严重，能不能请技术员来看看？', scene: 'orchard', notes: ['约了镇农技站老李，后天上午到二社果园。'], answer: '技术员教了刮治和涂药，药剂名单已发到群里。', score: 5 },
  { ...here, daysAgo: 3.2, fate: 'reopened', category: 'road', words: '上回补的坑，一下雨又开了。', spot: '一社坡上', scene: 'pothole', notes: ['重新铺了一层。'], answer: '坑已补好。', why: '昨天下雨又冲开了，这次要垫深一点。' },
  { ...here, daysAgo: 3.1, fate: 'gaveUp', category: 'land', words: '想在承包地边上盖个放农具的房子，能不能批？', notes: ['去自然资源所问过。'], why: '地块在永久基本农田内，按规定不能建房。可以申请设施农用地，位置要另选，村上可以帮您看。' },
  { ...here, daysAgo: 1.1, fate: 'declined', category: 'other', words: '能不能把我家快递直接送到地里？', why: '快递配送由快递公司负责，已把村里代收点电话告诉您。' },
  { ...here, daysAgo: 0.7, fate: 'withdrawn', category: 'power', words: '家里停电了。', why: '是自家空开跳了，不用来了。' },
  { ...here, daysAgo: 11.2, fate: 'unrated', category: 'water', words: '井房的门锁坏了，娃娃老往里钻。', scene: 'railing', notes: ['锁已买。'], answer: '换了新锁，钥匙放村委会。' },
  { ...here, by: 'village', daysAgo: 0.5, fate: 'waiting', words: '天冷了，村上澡堂啥时候开？' },
  { ...here, daysAgo: 5.2, fate: 'waiting', category: 'affairs', words: '上半年修渠的账贴出来了吗，我没看到。' },
  { ...here, by: 'village', daysAgo: 0.3, fate: 'waiting', voice: 19, isSealed: true },
  { ...here, daysAgo: 3.3, fate: 'released', category: 'neighbour', isSealed: true, words: '有一家夜里开牌场赌钱，半夜吵得睡不着，别说是我说的。', summary: '反映有一户夜间聚众打牌赌钱，吵得四邻睡不好。', notes: ['和派出所辅警上门劝过一次，这几天夜里再去看。'] },

  { ...next, daysAgo: 0.15, fate: 'waiting', category: 'safety', words: '沟边崖面裂了一道缝，底下还住着人。', spot: '北沟边', scene: 'crack' },
  { ...next, daysAgo: 1.15, fate: 'handling', category: 'safety', words: '学校后墙让雨泡了，往外鼓。', spot: '小学后墙', scene: 'crack', notes: ['已拉警戒线，课间有老师守着，县上明天来人鉴定。'] },
  { ...next, daysAgo: 0.8, fate: 'accepted', category: 'water', words: '管道漏水，路上一直湿的，晚上要冻住。', spot: '五社路口', scene: 'water' },
  { ...next, daysAgo: 2.25, fate: 'asked', category: 'schooling', words: '娃转学的手续怎么办？', question: '孩子现在几年级，户口在本村吗？' },
  { ...next, daysAgo: 2.6, fate: 'supplemented', category: 'farming', words: '机井水泵坏了，麦子等着浇。', question: '是哪一眼井，水泵还响不响？', reply: '三社那眼，通电嗡嗡响不上水。', scene: 'field' },
  { ...next, daysAgo: 4.4, fate: 'handling', category: 'affairs', words: '村上公示的补贴名单里没有我家，想问一下为啥。', notes: ['调了台账，是银行卡号登记错了，已报镇上更正。'] },
  { ...next, daysAgo: 3.4, fate: 'handling', category: 'water', words: '涝坝淤了，夏天浇地没水，冬天能不能清一下？', scene: 'water', notes: ['和水利员看过，估了土方。'] },
  { ...next, daysAgo: 2.0, fate: 'answered', category: 'rubbish', words: '垃圾桶烂了两个，没地方倒。', scene: 'rubbish', notes: ['向镇上领了三个新桶。'], answer: '换了三个新桶，位置没变。' },
  { ...next, daysAgo: 5.9, fate: 'rated', category: 'power', words: '五社路灯有三盏不亮。', scene: 'lamp', notes: ['换了灯头两个，另一个是线断了。'], answer: '三盏都亮了。', score: 4 },
  { ...next, daysAgo: 7.6, fate: 'rated', category: 'neighbour', words: '邻居家狗不拴，咬了我家羊。', notes: ['两家都在场，看了伤口。'], answer: '赔了两百元，狗已拴住，双方没有意见。', score: 3, thanks: '赔得少了点。' },
  { ...next, daysAgo: 8.9, fate: 'departmentDone', category: 'road', words: '村口拐弯处没有反光镜，来车看不见。', spot: '村口拐弯处', scene: 'road', notes: ['现场看过，确实有盲区，已列入本月安装。'], answer: '反光镜和减速带都装好了。', score: 5, thanks: '开车的都说好。' },
]
