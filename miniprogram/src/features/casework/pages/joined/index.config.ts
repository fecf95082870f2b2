export default definePageConfig({ navigationBarTitleText: '跟着看的事', enablePullDownRefresh: true })
