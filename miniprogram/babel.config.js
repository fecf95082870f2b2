// WeChat brings its own engine on Android and needs iOS 12 there; browsers of village phones are older.
const targets = process.env.TARO_ENV === 'h5' ? { ios: '11', chrome: '66' } : { ios: '12', chrome: '78' }

module.exports = {
  presets: [['taro', {
    framework: 'react',
    ts: true,
    compiler: 'webpack5',
    targets,
    useBuiltIns: process.env.TARO_ENV === 'h5' ? 'usage' : false,
  }]],
}
