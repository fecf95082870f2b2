import { stopKept } from './jest-mongo.mjs'

export default () => stopKept()
