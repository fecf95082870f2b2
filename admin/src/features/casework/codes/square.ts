import qrcode from 'qrcode-generator'

/** The dark squares as one path, each one unit wide; the level withstands a scratched sign. */
export function squaresOf(text: string): { size: number; path: string } {
  const made = qrcode(0, 'M')
  made.addData(text)
  made.make()
  const size = made.getModuleCount()
  const path: string[] = []
  for (let row = 0; row < size; row += 1) {
    for (let at = 0; at < size; at += 1) if (made.isDark(row, at)) path.push(`M${at} ${row}h1v1h-1z`)
  }
  return { size, path: path.join('') }
}
