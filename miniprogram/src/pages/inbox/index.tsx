import { Page } from '@/components/Page'
export default function Tab() { return <Page tab="inbox" title="inbox">inbox</Page> }
