export { aTown, type Person, type Town } from './town'
