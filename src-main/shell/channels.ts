/** The bridge's three channels. The preload takes them from here, so this file imports nothing. */
export const channels = {
  command: 'ring-my-phone:command',
  state: 'ring-my-phone:state',
  stateChanged: 'ring-my-phone:state-changed',
} as const
