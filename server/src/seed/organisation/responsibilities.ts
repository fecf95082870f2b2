import type { ResponsibilityRow } from '../../modules/casework'
import { departmentId } from './units'

type Line = readonly [title: string, basis: string, categories: readonly string[]]

/** 权责清单 of the demo county, after the laws that give these duties; a real county brings its own list. */
const lists: Record<string, readonly Line[]> = {
  transport: [
    ['县道、乡道的养护和坑槽修补', '《公路法》第八条、第三十五条', ['road']],
    ['村道养护的技术指导和补助', '《农村公路养护管理办法》', ['road']],
    ['公路桥涵的检查和加固', '《公路安全保护条例》第四十四条', ['road', 'safety']],
    ['公路用地内违法占用的处理', '《公路法》第四十四条', ['road']],
  ],
  water: [
    ['农村集中供水工程的运行和抢修', '《农村供水条例》、县级管护办法', ['water']],
    ['干支渠和灌溉闸门的维护', '《农田水利条例》第二十条', ['water', 'farming']],
    ['河道采砂和乱占的查处', '《水法》第三十七条、第三十九条', ['water', 'safety']],
    ['淤地坝、小水库的防汛', '《防洪法》第八条', ['safety']],
  ],
  energy: [
    ['十千伏及以下线路和变压器的抢修', '《供电营业规则》', ['power']],
    ['电压不稳、停电原因的答复', '《供电监管办法》第六条', ['power']],
    ['电线杆倾斜、线路下垂的排除', '《电力设施保护条例》', ['power', 'safety']],
  ],
  urban: [
    ['县城和集镇垃圾的收运', '《城市市容和环境卫生管理条例》', ['rubbish']],
    ['集镇污水管网的疏通', '《城镇排水与污水处理条例》', ['rubbish']],
    ['县城和集镇的路灯、井盖', '《城市照明管理规定》', ['power', 'road', 'safety']],
    ['农村危房的鉴定和改造', '《农村危房改造》文件', ['safety', 'welfare']],
  ],
  land: [
    ['土地权属争议的调处', '《土地管理法》第十四条', ['land', 'neighbour']],
    ['违法占用耕地建房的查处', '《土地管理法》第七十八条', ['land']],
    ['滑坡、塌陷等地质灾害的勘查', '《地质灾害防治条例》', ['safety']],
  ],
  agriculture: [
    ['宅基地分配和使用的管理', '《土地管理法》第六十二条', ['land']],
    ['病虫害防治和农技指导', '《农业技术推广法》', ['farming']],
    ['假种子、假化肥的查处', '《种子法》《农药管理条例》', ['farming']],
    ['承包地纠纷的仲裁', '《农村土地承包经营纠纷调解仲裁法》', ['land', 'neighbour']],
  ],
  civilAffairs: [
    ['低保、特困的审核确认', '《社会救助暂行办法》', ['welfare']],
    ['临时救助', '《社会救助暂行办法》第四十七条', ['welfare']],
    ['养老服务和高龄津贴', '《老年人权益保障法》', ['welfare']],
  ],
  medical: [
    ['居民医保参保和报销', '《社会保险法》第二十四条', ['medical']],
    ['医疗救助的审核', '《医疗救助》文件', ['medical', 'welfare']],
  ],
  education: [
    ['义务教育入学和就近安排', '《义务教育法》第十二条', ['schooling']],
    ['校车和学校周边的安全', '《校车安全管理条例》', ['schooling', 'safety']],
  ],
  justice: [
    ['人民调解的指导', '《人民调解法》第五条', ['neighbour']],
    ['法律援助的受理', '《法律援助法》', ['neighbour']],
  ],
  emergency: [
    ['烟花爆竹、危险化学品的检查', '《安全生产法》第十条', ['safety']],
    ['自然灾害的救助和转移', '《自然灾害救助条例》', ['safety', 'welfare']],
  ],
}

/** As people call the departments, for the codes of the list. */
const shortNames: Record<string, string> = {
  transport: '交通', water: '水务', energy: '供电', urban: '住建', land: '自然资源', agriculture: '农业', civilAffairs: '民政',
  medical: '医保', education: '教育', justice: '司法', emergency: '应急',
}

export const responsibilities: readonly ResponsibilityRow[] = Object.entries(lists).flatMap(([key, lines]) =>
  lines.map(([title, basis, categories], at) => ({ code: `${shortNames[key] ?? key}-${at + 1}`, unitId: departmentId(key), title, basis, categories: [...categories] })),
)
