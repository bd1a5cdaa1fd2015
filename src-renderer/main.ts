import { mount } from 'svelte'
import type { PageBridge } from '../src-main/contract.ts'
import App from './App.svelte'
import { browserTime } from './logic/page-time.ts'
import { words } from './words.ts'
import './app.css'

declare global {
  interface Window {
    /** Put there by the preload, the page's only way out. */
    ringMyPhone: PageBridge
  }
}

document.documentElement.lang = words.tag
document.title = words.page.appName

const target = document.getElementById('page')
if (target) mount(App, { target, props: { bridge: window.ringMyPhone, time: browserTime } })
