/** What an open socket tells its venue, beyond what other requests of Plimsoll do. */
export const SOCKET_SENTENCE =
  'The connection over which they come carries the cookies that the venue has set in this browser, which no other ' +
  'request of Plimsoll does, and names this extension (in Firefox: this installation).';
