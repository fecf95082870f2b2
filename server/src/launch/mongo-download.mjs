// Run as a child of mongo-binary.mjs, which ends it when it stalls: prints the path of the downloaded mongod.
import { MongoBinary } from 'mongodb-memory-server-core/lib/util/MongoBinary.js'

process.env.MONGOMS_MAX_RETRIES = '1'
try {
  process.stdout.write(`\n${await MongoBinary.getPath({ downloadDir: process.argv[2] })}\n`)
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message.replaceAll('\n', ' ') : error}\n`)
  process.exit(1)
}
