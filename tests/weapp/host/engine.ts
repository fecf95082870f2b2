import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'

type BackendElement = Element & { value?: string }

glassEasel.globalOptions.throwGlobalError = true
// Must be on before the environment is made.
glassEasel.globalOptions.writeIdToDOM = true

const FLAGS = new Set(['disabled', 'checked', 'readonly', 'hidden'])
const FIELD_EVENTS = new Set(['input', 'blur', 'focus', 'confirm', 'change'])

/** WeChat's elements take `disabled=""` as no, and `value` as a property; the browser's do not. */
function speakLikeWechat() {
  const setAttribute = Element.prototype.setAttribute
  Element.prototype.setAttribute = function set(this: BackendElement, name: string, value: unknown) {
    if (FLAGS.has(name) && (value === '' || value === false || value === 'false' || value === null || value === undefined)) return this.removeAttribute(name)
    if (name === 'value' && 'value' in this) {
      if (this.value !== String(value ?? '')) this.value = String(value ?? '')
      return undefined
    }
    return setAttribute.call(this, name, String(value))
  }
}

const fieldDetail = (event: Event): unknown => {
  const field = event.target as BackendElement | null
  if (event instanceof CustomEvent) return event.detail
  return FIELD_EVENTS.has(event.type) && field && typeof field.value === 'string' ? { value: field.value, cursor: field.value.length } : {}
}

/** One page of browser as WeChat's rendering layer. */
export function startEngine() {
  speakLikeWechat()
  const environment = new MiniProgramEnv()
  const space = environment.createCodeSpace('main', true)
  const backend = new glassEasel.CurrentWindowBackendContext()
  const associated = environment.associateBackend(backend as unknown as glassEasel.GeneralBackendContext)
  ;(backend as unknown as { _$getEventDetail: (event: Event) => unknown })._$getEventDetail = fieldDetail
  backend.onEvent((target, type, detail, options) => {
    const event = new glassEasel.Event(type, detail, options)
    glassEasel.Event.dispatchEvent(target, event)
    return event.getEventBubbleStatus()
  })
  return { space, associated }
}

export type Engine = ReturnType<typeof startEngine>

export function fillSpace({ space }: Engine, { templates, styles, configs }: Window['bundle']) {
  for (const [path, config] of Object.entries(configs)) space.addComponentStaticConfig(path, config)
  const groups = new Function(templates)() as Record<string, unknown>
  for (const [path, content] of Object.entries(groups)) {
    space.addCompiledTemplate(path, { groupList: groups, content } as unknown as glassEasel.template.ComponentTemplate)
  }
  for (const text of Object.values(styles)) {
    const sheet = document.createElement('style')
    sheet.textContent = inPixels(text.replace(/@import[^;]+;/g, '')).replace(/(^|[,}\s])page(?=[\s,{])/g, '$1body')
    document.head.append(sheet)
  }
}

/** 750 rpx are the width of the screen. */
const inPixels = (css: string): string => css.replace(/(-?[\d.]+)rpx/g, (_, length: string) => `${(Number(length) * window.innerWidth) / 750}px`)
