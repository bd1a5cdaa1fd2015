// Loaded into real Electron with `-r`, before main.
require('./probe.cjs')(require('electron'))
