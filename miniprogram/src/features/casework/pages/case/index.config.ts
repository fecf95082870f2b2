export default definePageConfig({ navigationBarTitleText: '事项进展', enablePullDownRefresh: true })
