import { Page } from '@/components/Page'
import { Button } from '@/components/Button'
import { SectionHeader } from '@/components/SectionHeader'
export default function Home() { return <Page tab="home" title="首页"><SectionHeader words="等您办的" count={2} /><Button words="我要反映" /></Page> }
