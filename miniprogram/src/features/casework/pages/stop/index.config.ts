export default definePageConfig({ navigationBarTitleText: '急事先打电话' })
