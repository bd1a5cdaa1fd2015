import { posix } from 'node:path'

/** Where a Linux desktop looks for what to start at login (Desktop Application Autostart, 0.5). */
export function autostartPath(
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  const config = env['XDG_CONFIG_HOME']
  // The XDG specification: a relative path is invalid and must be ignored.
  const root = config && posix.isAbsolute(config) ? config : posix.join(home, '.config')
  return posix.join(root, 'autostart', 'ring-my-phone.desktop')
}

/** The text of a desktop entry that starts this program with these arguments. */
export function autostartEntry(name: string, command: readonly string[]): string {
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${asValue(name)}`,
    `Exec=${asValue(command.map(asArgument).join(' '))}`,
    'Terminal=false',
    // Some desktops' session settings switch an entry off by this key.
    'X-GNOME-Autostart-enabled=true',
  ]
  return `${lines.join('\n')}\n`
}

/** One argument of `Exec` (Desktop Entry Specification 1.5, "The Exec key"). */
function asArgument(argument: string): string {
  const plain = /^[\w@:.,/+=-]+$/.test(argument)
  const doubled = argument.replaceAll('%', '%%')
  return plain ? doubled : `"${doubled.replace(/["`$\\]/g, '\\$&')}"`
}

/** A value of type string: it is read for these escapes before anything else looks at it. */
function asValue(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
}
