import { readable } from './wx/files'

const FITS: Record<string, string> = { aspectFill: 'cover', aspectFit: 'contain', scaleToFill: '100% 100%', widthFix: 'contain' }

/** WeChat's `image` is a box with a picture laid in it, and tells when the picture came or did not. */
function drawImage(image: HTMLElement) {
  const source = readable(image.getAttribute('src') ?? '')
  if (!source || image.dataset.drawn === source) return
  image.dataset.drawn = source
  if (/^(wxfile|http:\/\/tmp)/.test(source)) return void image.dispatchEvent(new CustomEvent('error', { detail: { errMsg: 'fail no such file' } }))
  const probe = new Image()
  probe.onload = () => {
    image.style.background = `center / ${FITS[image.getAttribute('mode') ?? ''] ?? 'cover'} no-repeat url("${source}")`
    image.dispatchEvent(new CustomEvent('load', { detail: { width: probe.naturalWidth, height: probe.naturalHeight } }))
  }
  probe.onerror = () => image.dispatchEvent(new CustomEvent('error', { detail: { errMsg: 'fail' } }))
  probe.src = source
}

const drawAll = () => document.querySelectorAll<HTMLElement>('image').forEach(drawImage)

/** Browsers know no `view`, `image`, `map` or `swiper`; these rules and this watch stand in for them. */
export function standInForElements() {
  const sheet = document.createElement('style')
  sheet.textContent = `
    body { margin: 0; font-size: 16px; }
    view, scroll-view, map, swiper, swiper-item, picker, video, form { display: block; }
    text { display: inline; white-space: pre-line; }
    image { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
    map { background: #cfe0da; }
    textarea, input { border: 0; padding: 0; outline: none; background: none; font: inherit; resize: none; field-sizing: content; }
    button { border: 0; margin: 0; font: inherit; }
    .frame[hidden] { display: none; }`
  document.head.prepend(sheet)
  new MutationObserver(drawAll).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['src'] })
}
