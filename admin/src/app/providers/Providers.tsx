import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/es/locale/zh_CN'
import { useMemo } from 'react'
import { useAppearance, wantsStillness } from '../../services/appearance'
import { queryClient } from './query-client'
import { antdTheme } from './theme'

export function Providers({ children }: { children: React.ReactNode }) {
  const appearance = useAppearance()
  const theme = useMemo(() => antdTheme(appearance === 'dark', wantsStillness()), [appearance])
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} virtual wave={{ disabled: true }}>
      <App message={{ maxCount: 2, duration: 4 }}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}
