process.parentPort.on('message', ({ data }) => {
  if (data.text === 'crash') process.exit(3)
  const { argv, type } = process
  process.parentPort.postMessage({
    heard: data.text,
    type,
    argument: argv[2],
    hasSend: 'send' in process,
  })
})
// Something under way that never ends, like a call to a keyring that hangs.
setInterval(() => {}, 60_000)
