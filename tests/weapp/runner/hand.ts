import type { Locator, Page } from 'playwright-core'

/** Pages below the top of the stack stay in the document, hidden: a hand reaches only what shows. */
export interface Hand {
  see: (words: string | RegExp) => Promise<void>
  tap: (target: string) => Promise<void>
  write: (target: string, words: string) => Promise<void>
  /** Holds the talk button as long as a person speaks. */
  speak: (milliseconds: number) => Promise<void>
  at: (target: string) => Locator
}

const WAIT = 15_000

async function press(page: Page, button: Locator, milliseconds: number) {
  await button.waitFor({ timeout: WAIT })
  const box = await button.boundingBox()
  if (!box) throw new Error('nothing to press')
  const touch = await page.context().newCDPSession(page)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }] })
  await page.waitForTimeout(milliseconds)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await touch.detach()
}

export function handOn(page: Page): Hand {
  const at = (target: string) => page.locator(`${target}:visible`).last()
  return {
    at,
    see: (words) => page.getByText(words).filter({ visible: true }).first().waitFor({ timeout: WAIT }),
    tap: (target) => at(target).tap({ timeout: WAIT }),
    write: (target, words) => at(target).fill(words, { timeout: WAIT }),
    speak: (milliseconds) => press(page, at('#hold-to-talk'), milliseconds),
  }
}
