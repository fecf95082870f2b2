export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/inbox/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'features/casework',
      pages: ['submit', 'where', 'done', 'mine', 'case', 'rate', 'supplement', 'queue', 'handle', 'stop', 'joined', 'public', 'public-case', 'scan', 'code'].map((page) => `pages/${page}/index`),
    },
    { root: 'features/region', pages: ['pages/village/index'] },
    { root: 'features/identity', pages: ['pages/profile/index', 'pages/privacy/index'] },
  ],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['features/casework'] } },
  tabBar: {
    custom: true,
    color: '#55635E',
    selectedColor: '#0F766E',
    backgroundColor: '#FFFFFF',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/services/index', text: '办事' },
      { pagePath: 'pages/inbox/index', text: '消息' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '乡里',
    navigationBarTextStyle: '@bar',
    navigationBarBackgroundColor: '@ground',
    backgroundColor: '@ground',
    backgroundTextStyle: '@shade',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  permission: { 'scope.userLocation': { desc: '用来在地图上标出您反映的地方，您不点就不会用' } },
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
})
