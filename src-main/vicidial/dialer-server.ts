/** Where a VICIdial web server lives. */
export interface DialerServer {
  /** Scheme, host and port without a trailing slash: `https://dialer.example.com:8443`. */
  origin: string
  /** The folder that holds `agc/` and `vicidial/`: empty, or like `/sub` without a trailing slash. */
  folder: string
}
