/** The few newer functions our libraries use and Chromium 92 lacks. */
if (!Object.hasOwn) {
  Object.hasOwn = (target: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(target, key)
}
