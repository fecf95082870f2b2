/** Runs in the browser as it stands; ES2019, so that old phones can be shown the demo. */
export const pickerScript = `'use strict'
const at = (id) => document.getElementById(id)
const asked = new URLSearchParams(location.search).get('return')

// The server has refused other hosts already; this line decides what is really opened.
const back = () => {
  if (!asked || !/^\\/(?![/\\\\])/.test(asked)) return null
  const url = new URL(asked, location.origin)
  return url.origin === location.origin ? url : null
}

const call = async (path, body) => {
  const init = body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch('picker/' + path, init || {})
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.message || '没有成功，请再试一次')
  return answer
}

const say = (text, retry) => {
  at('state').className = retry ? 'wrong' : ''
  at('state').textContent = text
  if (!retry) return
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = '再试一次'
  button.onclick = retry
  at('state').append(document.createElement('br'), button)
}

const enter = async (openid) => {
  const { code } = await call('login', { openid })
  const url = back()
  if (url) {
    url.searchParams.set('code', code)
    location.replace(url)
    return
  }
  at('code').textContent = code
  at('copy').textContent = '复制'
  at('done').hidden = false
  at('done').scrollIntoView({ block: 'center' })
}

const part = (tag, className, text) => {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

const row = (person) => {
  const button = document.createElement('button')
  button.type = 'button'
  const who = part('span', 'who', '')
  who.append(part('b', '', person.nickname))
  if (person.villageName) who.append(part('span', '', person.villageName))
  button.append(part('span', 'face', Array.from(person.nickname)[0]), who)
  button.onclick = async () => {
    button.setAttribute('aria-busy', 'true')
    try {
      await enter(person.openid)
      say('')
    } catch (error) {
      say(error.message, () => button.click())
    }
    button.removeAttribute('aria-busy')
  }
  const item = document.createElement('li')
  item.append(button)
  return item
}

let turn = 0
const show = async () => {
  const mine = (turn += 1)
  const words = at('words').value.trim()
  try {
    const people = await call('people?q=' + encodeURIComponent(words))
    if (mine !== turn) return
    at('people').replaceChildren(...people.map(row))
    say(people.length > 0 ? '' : words ? '没有找到“' + words + '”，换个写法，或在下面新建' : '还没有人，在下面新建一个')
  } catch (error) {
    if (mine !== turn) return
    at('people').replaceChildren()
    say('名单没有打开，请检查网络', show)
  }
}

let pause
at('words').addEventListener('input', () => {
  clearTimeout(pause)
  pause = setTimeout(show, 150)
})

at('add').addEventListener('submit', async (event) => {
  event.preventDefault()
  const nickname = at('nickname').value.trim()
  if (!nickname) return
  try {
    const { openid } = await call('people', { nickname })
    at('nickname').value = ''
    await enter(openid)
    await show()
  } catch (error) {
    say(error.message, show)
  }
})

at('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(at('code').textContent)
    at('copy').textContent = '已复制'
  } catch (error) {
    getSelection().selectAllChildren(at('code'))
  }
})

at('people').append(...Array.from({ length: 5 }, () => part('li', 'blank', '')))
show()
`
