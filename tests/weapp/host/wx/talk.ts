import { privacyAgreed, REFUSED } from './privacy'
import { type Callbacks, refuse, reply } from './reply'

const note = (kind: string, words: string) => window.weapp.noted.push({ kind, words })

interface Worded extends Callbacks { title?: string; content?: string; data?: string; phoneNumber?: string }

async function login(options: Callbacks) {
  if (!window.weapp.phone.isOnline) return refuse(options, 'login:fail')
  const answer = await fetch('/simulators/wechat/picker/login', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ openid: window.weapp.phone.openid }),
  })
  const { code } = (await answer.json()) as { code?: string }
  return code ? reply(options, { code }) : refuse(options, `login:fail ${answer.status}`)
}

async function getLocation(options: Callbacks) {
  if (!(await privacyAgreed())) return refuse(options, `getLocation:${REFUSED}`)
  const { place } = window.weapp.phone
  return place ? reply(options, { ...place, accuracy: 20 }) : refuse(options, 'getLocation:fail auth deny')
}

/** What WeChat itself shows and asks, noted for the test to read. */
export const talk = {
  login,
  getLocation,
  openLocation: (options: Callbacks) => { note('map', 'open'); return reply(options) },
  showToast: (options: Worded) => { note('toast', options.title ?? ''); return reply(options) },
  hideToast: reply, showLoading: reply, hideLoading: reply,
  showModal: (options: Worded) => {
    note('modal', options.content ?? '')
    const { saysYes } = window.weapp.phone
    return reply(options, { confirm: saysYes, cancel: !saysYes })
  },
  showActionSheet: (options: Callbacks) => reply(options, { tapIndex: 0 }),
  setClipboardData: (options: Worded) => { note('copied', options.data ?? ''); return reply(options) },
  makePhoneCall: (options: Worded) => { note('called', options.phoneNumber ?? ''); return reply(options) },
  setNavigationBarTitle: (options: Worded) => { document.title = options.title ?? ''; return reply(options) },
  setNavigationBarColor: reply, setBackgroundColor: reply, setBackgroundTextStyle: reply, stopPullDownRefresh: reply, pageScrollTo: reply,
}
