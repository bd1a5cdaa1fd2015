document.title = `Sample of ${location.pathname}`
