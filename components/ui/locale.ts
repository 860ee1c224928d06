import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Language in which numbers are typed, BCP 47; the surroundings say which. */
export const Locale = createContext('en-US');

export const useLocale = (): string => useContext(Locale);
