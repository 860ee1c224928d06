/** What an open socket tells its venue, beyond what every other request of Plimsoll does. */
export const SOCKET_SENTENCE =
  'Forced orders as they happen come over a lasting connection to the venue. Unlike every other request of Plimsoll ' +
  'it carries the cookies that the venue has set in this browser, and names this extension ' +
  '(in Firefox by a number that only this installation has).';
