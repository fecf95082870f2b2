import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

export const Person = z.object({
  openid: z.string().regex(/^[\w-]{6,64}$/),
  nickname: z.string().trim().min(1).max(32),
  villageName: z.string().max(60).optional(),
  /** What getPhoneNumber would give. */
  phone: z.string().regex(/^1\d{10}$/).optional(),
  /** Only people of an account bound to an open platform have one. */
  unionid: z.string().max(64).optional(),
})
export type Person = z.infer<typeof Person>

export const NewPerson = Person.extend({ openid: Person.shape.openid.optional() })

/** Those with a WeChat account in this world; a file keeps them, whoever writes it. */
export interface People {
  list(words: string): Person[]
  find(openid: string): Person | undefined
  /** Undefined when the openid is taken. */
  add(person: z.infer<typeof NewPerson>): Person | undefined
}

const stampOf = (file: string): string => {
  try {
    const { mtimeMs, size, ino } = statSync(file)
    return `${mtimeMs}-${size}-${ino}`
  } catch {
    return 'none'
  }
}

type Known = Map<string, Person>

/** Undefined when the file is half written or gone; the people then stay as they were. */
const read = (file: string): Known | undefined => {
  try {
    const people = z.array(Person).parse(JSON.parse(readFileSync(file, 'utf8')))
    return new Map(people.map((person) => [person.openid, person]))
  } catch {
    return undefined
  }
}

const write = (file: string, people: Known): void => {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${JSON.stringify([...people.values()], null, 1)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}

export const createPeople = (file: string | undefined): People => {
  let people: Known = new Map()
  let seen = 'none'

  const known = (): Known => {
    const stamp = file === undefined ? seen : stampOf(file)
    if (file === undefined || stamp === seen) return people
    const changed = read(file)
    if (changed) [people, seen] = [changed, stamp]
    return people
  }

  return {
    list(words) {
      const wanted = words.trim().toLowerCase()
      const textOf = ({ nickname, villageName }: Person) => `${nickname} ${villageName ?? ''}`.toLowerCase()
      return [...known().values()].filter((person) => textOf(person).includes(wanted))
    },
    find: (openid) => known().get(openid),
    add(person) {
      const openid = person.openid ?? `o${randomBytes(20).toString('base64url').slice(0, 27)}`
      if (known().has(openid)) return undefined
      const added = { ...person, openid }
      people.set(openid, added)
      if (file !== undefined) {
        write(file, people)
        seen = stampOf(file)
      }
      return added
    },
  }
}
