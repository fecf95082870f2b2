export default definePageConfig({ navigationBarTitleText: '查询码查进度' })
