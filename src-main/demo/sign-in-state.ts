/** The words VICIdial prints as STATE. */
export type SignInState = 'GOOD' | 'BAD' | 'LOCK' | 'IPBLOCK' | 'ERRSERVERS' | 'ERRAGENTS'
