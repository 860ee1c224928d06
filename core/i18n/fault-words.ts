import type { FileFault } from '../market/file-fault.ts';
import { say, sayStored } from './say-own.ts';

/** Why a file is not taken, or one field of it where `field` names it; a text says it already. */
export function faultWords(fault: FileFault | string, field: string): string {
  const reason =
    typeof fault === 'string' ? fault : (sayStored(`fault.${fault.code}`, fault.figures) ?? fault.code);
  return field === '' ? reason : say('fault.field', { field, reason });
}
