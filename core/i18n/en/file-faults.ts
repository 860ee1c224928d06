import type { FaultCode } from '../../market/file-fault.ts';
import type { Message } from '../message.ts';

/** What is wrong with a file, after its line and field. */
export const fileFaults = {
  'fault.missing': 'is missing',
  'fault.no-object': 'expected an object',
  'fault.no-list': 'expected a list',
  'fault.no-number': 'expected a number',
  'fault.not-positive': 'must be more than zero',
  'fault.no-text': 'is not a valid text',
  'fault.not-one-of': 'must be {allowed:either}',
  'fault.too-many': 'has more than {most:number}',
  'fault.over-whole': 'the shares are more than the whole',
  'fault.no-positions': 'this is no file of positions',
  'fault.newer': '{version} is newer than this extension knows; update it first',
  'fault.twice': 'stands twice in the file',
  'fault.ends-early': 'the file ends too early',
  'fault.too-deep': 'nested too deep',
  'fault.unexpected': 'unexpected "{found}"',
  'fault.after-end': 'unexpected "{found}" after the end',
  'fault.no-name': 'expected a name in quotes',
  'fault.expected': 'expected {wanted:either}',
  'fault.field': '{field}: {reason}',
} as const satisfies Readonly<Record<`fault.${FaultCode | 'field'}`, Message>>;
