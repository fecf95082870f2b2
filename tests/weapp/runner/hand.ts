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

export function handOn(page: Page): Hand {
  const at = (target: string) => page.locator(`${target}:visible`).last()
  return {
    at,
    see: (words) => page.getByText(words).filter({ visible: true }).first().waitFor({ timeout: WAIT }),
    tap: (target) => at(target).click({ timeout: WAIT }),
    write: (target, words) => at(target).fill(words, { timeout: WAIT }),
    speak: async (milliseconds) => {
      const button = at('#hold-to-talk')
      await button.waitFor({ timeout: WAIT })
      await button.dispatchEvent('touchstart')
      await page.waitForTimeout(milliseconds)
      await button.dispatchEvent('touchend')
    },
  }
}
