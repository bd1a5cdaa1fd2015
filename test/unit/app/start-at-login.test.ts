import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Result } from '../../../src-main/contract.ts'
import { newDesk, startApp } from './opened-app.ts'

const notSaved: Result = { ok: false, code: 'settings-not-saved', facts: {} }

/** A computer that does as it is told, or not. */
async function computer() {
  const desk = await newDesk()
  const told: boolean[] = []
  const answers: Promise<Result>[] = []
  const startAtLogin = (on: boolean): Promise<Result> => {
    told.push(on)
    return answers.shift() ?? Promise.resolve({ ok: true })
  }
  return { desk, told, answers, startAtLogin }
}

test('starting at login is off until asked for, and kept over a restart', async () => {
  const { desk, told, startAtLogin } = await computer()
  const { app, send } = await startApp({ ...desk, startAtLogin })
  expect(app.state().preferences.startAtLogin).toBe(false)
  expect(told).toEqual([])
  expect(await send('setPreferences', { startAtLogin: true })).toEqual({ ok: true })
  expect(app.state().preferences).toEqual({ trayClick: 'open', startAtLogin: true })
  expect(await send('setPreferences', { trayClick: 'ring' })).toEqual({ ok: true })
  expect(told).toEqual([true])
  const later = await startApp({ ...desk, startAtLogin })
  expect(later.app.state().preferences).toEqual({ trayClick: 'ring', startAtLogin: true })
  expect(told).toEqual([true])
})

test('a computer that does not take it leaves the preference off, and it is told', async () => {
  const { desk, answers, startAtLogin } = await computer()
  const { app, send } = await startApp({ ...desk, startAtLogin })
  answers.push(Promise.resolve(notSaved))
  expect(await send('setPreferences', { startAtLogin: true })).toEqual(notSaved)
  expect(app.state().preferences.startAtLogin).toBe(false)
})

test('where the preference cannot be kept the computer is told to forget it', async () => {
  const { desk, told, startAtLogin } = await computer()
  const { app, send } = await startApp({ ...desk, startAtLogin })
  rmSync(desk.folder, { recursive: true })
  writeFileSync(desk.folder, 'in the way')
  expect(await send('setPreferences', { startAtLogin: true })).toEqual(notSaved)
  expect(told).toEqual([true, false])
  expect(app.state().preferences.startAtLogin).toBe(false)
  rmSync(desk.folder)
  mkdirSync(desk.folder)
})

test('two quick changes of mind reach the computer in their order', async () => {
  const { desk, told, answers, startAtLogin } = await computer()
  const { app, send } = await startApp({ ...desk, startAtLogin })
  let take: (result: Result) => void = () => undefined
  answers.push(
    new Promise((resolve) => {
      take = resolve
    }),
  )
  const on = send('setPreferences', { startAtLogin: true })
  const off = send('setPreferences', { startAtLogin: false })
  await expect.poll(() => told).toEqual([true])
  take({ ok: true })
  expect(await Promise.all([on, off])).toEqual([{ ok: true }, { ok: true }])
  expect(told).toEqual([true, false])
  expect(app.state().preferences.startAtLogin).toBe(false)
})

test('a program that no login can start does not pretend', async () => {
  const { send, app } = await startApp(await newDesk())
  expect(await send('setPreferences', { startAtLogin: true })).toEqual(notSaved)
  expect(app.state().preferences.startAtLogin).toBe(false)
})
