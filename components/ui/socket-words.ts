/** What an open socket tells its venue, beyond what every other request of Plimsoll does. */
export const SOCKET_SENTENCE =
  'The connection over which they come carries the cookies that the venue has set in this browser and names this ' +
  'extension (in Firefox: this installation); no other request of Plimsoll does.';
