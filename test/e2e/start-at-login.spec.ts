import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explain, wordsFor } from '../../src-main/words/index.ts'
import { expect, test } from './signed-in.ts'

const { page: say, preferences } = wordsFor()

test.skip(
  process.platform !== 'linux',
  'where the system keeps the list itself there is no file; its call has unit tests',
)

test('the box makes the desktop start the app hidden at login, and no longer', async ({
  env,
  popup,
}) => {
  const entry = join(env.XDG_CONFIG_HOME ?? '', 'autostart', 'ring-my-phone.desktop')
  await popup.getByRole('button', { name: say.footer.preferences }).click()
  const box = popup.getByRole('checkbox', { name: preferences.startAtLogin.label })
  await expect(box).not.toBeChecked()
  expect(existsSync(entry)).toBe(false)
  await box.check()
  await expect.poll(() => existsSync(entry)).toBe(true)
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=\S.* --at-login$/m)
  await expect(box).toBeChecked()
  await box.uncheck()
  await expect.poll(() => existsSync(entry)).toBe(false)
  await expect(box).not.toBeChecked()
})

test('where the file cannot be written the box says so and stays empty', async ({ env, popup }) => {
  const folder = join(env.XDG_CONFIG_HOME ?? '', 'autostart')
  writeFileSync(folder, 'in the way')
  await popup.getByRole('button', { name: say.footer.preferences }).click()
  const box = popup.getByRole('checkbox', { name: preferences.startAtLogin.label })
  await box.click()
  const { title } = explain({ code: 'settings-not-saved', facts: {} })
  await expect(popup.getByRole('alert').getByText(title)).toBeVisible()
  await expect(box).not.toBeChecked()
  rmSync(folder)
  await box.click()
  await expect(box).toBeChecked()
  await expect(popup.getByRole('alert')).toHaveCount(0)
})
