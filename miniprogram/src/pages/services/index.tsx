import { Page } from '@/components/Page'
export default function Tab() { return <Page tab="services" title="services">services</Page> }
