import { StrictEmitter } from './strict.mjs'

/** `powerMonitor`: a test emits `suspend`, `resume`, `lock-screen`, `unlock-screen`, `shutdown`. */
export function createPowerMonitor({ desktop }) {
  class PowerMonitor extends StrictEmitter {
    get onBatteryPower() {
      return desktop.onBattery
    }
    isOnBatteryPower() {
      return desktop.onBattery
    }
    getSystemIdleTime() {
      return desktop.idleSeconds
    }
    getSystemIdleState(thresholdSeconds) {
      if (desktop.screenLocked) return 'locked'
      return desktop.idleSeconds >= thresholdSeconds ? 'idle' : 'active'
    }
  }
  return new PowerMonitor('electron.powerMonitor')
}
