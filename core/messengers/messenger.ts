import type * as v from 'valibot';

import type { HttpRequest } from '../market/http-request.ts';

/** A way out of the browser, to an address of the user's own. */
export interface Messenger<Address> {
  /** What the user is told. */
  readonly name: string;
  /** Match pattern of its one host, which is optional; an address can name no other. */
  readonly origin: string;
  /** What an address may be; whoever has it can write there, so it is kept as a secret is. */
  readonly address: v.GenericSchema<unknown, Address>;
  /** What asks it to show `text`. @param address one that {@link address} takes */
  readonly request: (address: Address, text: string) => HttpRequest;
  /** The last four signs of an address's secret: enough to tell two apart. */
  readonly hint: (address: Address) => string;
}

/** The last four signs. */
export const lastFour = (secret: string): string => secret.slice(-4);

/** A message is weighed by no budget: there are few, and a refusal makes the next one wait. */
export const posted = (budget: string, url: string, body: object): HttpRequest => ({
  url,
  method: 'POST',
  body: JSON.stringify(body),
  budget,
  weight: 1,
});
