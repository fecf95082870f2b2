import { Page } from '@/components/Page'
export default function Tab() { return <Page tab="me" title="me">me</Page> }
