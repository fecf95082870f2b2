import { type Browser, chromium } from 'playwright-core'

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']

/** CHROMIUM_PATH is set for every test by the run's global setup. */
export const openChromium = (): Promise<Browser> => {
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath) throw new Error('No Chromium was found: apt-get install -y chromium, or set CHROMIUM_PATH')
  return chromium.launch({ executablePath, args: ARGS })
}
