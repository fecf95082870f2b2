export const hotlineEvents = {
  'hotline.ordered': '热线来了一张工单，已立为办件',
  'hotline.differed': '热线重发的工单内容和原来不同，没有覆盖',
  'hotline.calledBack': '热线回访了群众，结果已记下',
  'hotline.refused': '热线平台没有接受发去的回执',
} as const
