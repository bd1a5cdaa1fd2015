/** An attachment that moves the focus to an element when it appears, so that it is read out. */
export function focusOnceShown(element: HTMLElement): void {
  element.focus()
}
