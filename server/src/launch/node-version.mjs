// No imports and old syntax: this must still parse where everything else would not.
const OLDEST = [20, 19]

export const requireNode = () => {
  const version = process.versions.node.split('.').map(Number)
  if (version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1])) return
  const oldest = OLDEST.join('.')
  process.stderr.write(`需要 Node ${oldest} 或更新，现在是 ${process.versions.node}。Node ${oldest} or newer is needed, this is ${process.versions.node}.\n`)
  process.exit(1)
}
