import './polyfills'
import { createRoot } from 'react-dom/client'
import { applyAppearance } from './services/appearance'
import { Providers } from './app/providers/Providers'
import { installTokens } from './app/providers/theme'
import { Router } from './app/router'
import './styles/ground.css'

installTokens()
applyAppearance()

const root = document.getElementById('root')
if (root) createRoot(root).render(<Providers><Router /></Providers>)
