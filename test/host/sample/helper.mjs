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
